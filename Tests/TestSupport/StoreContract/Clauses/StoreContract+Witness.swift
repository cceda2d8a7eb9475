import PlanDomain
import Testing

extension StoreContract {
    static let witness: [Clause] = [
        Clause("a register that was never seen has no witness") { store in
            let plan = try SampleHistory().plan
            #expect(try await store.witnessedHead(of: plan) == nil)
            #expect(try await store.witnessedPlans().isEmpty)
        },
        Clause("a witness rises, and may see the same head again") { store in
            let plan = try SampleHistory().plan
            for sequence in [1, 1, 2, 40, 40] {
                try await store.witness(try head(sequence), of: plan)
                #expect(try await store.witnessedHead(of: plan) == head(sequence))
            }
        },
        Clause("a witness neither falls nor changes its mind") { store in
            let plan = try SampleHistory().plan
            let seen = try head(5)
            try await store.witness(seen, of: plan)
            let elsewhere = RegisterHead(commit: try head(6).commit, sequence: 5)
            for head in [try head(4), try head(0), elsewhere] {
                let refusal = try await refusal { try await store.witness(head, of: plan) }
                #expect(refusal?.code == .conflict)
                #expect(refusal?.reason.key == "register.moved-back")
                #expect(try await store.witnessedHead(of: plan) == seen)
            }
        },
        Clause("every plan has a witness of its own, listed by id") { store in
            for (sequence, plan) in ["wijk", "aanpak", "veiligheid"].enumerated() {
                try await store.witness(try head(sequence + 1), of: try #require(PlanID(plan)))
            }
            #expect(try await store.witnessedPlans().map(\.rawValue) == ["aanpak", "veiligheid", "wijk"])
            #expect(try await store.witnessedHead(of: try #require(PlanID("wijk")))?.sequence == 1)
        },
        Clause("a witness outlives the projection, and needs none") { store in
            let history = try SampleHistory()
            try await store.witness(try head(3), of: history.plan)
            try await store.apply(history.update())
            try await store.clearProjection(of: history.plan)
            #expect(try await store.witnessedHead(of: history.plan) == head(3))
        },
        Clause("of witnesses that speak at once the highest stands") { store in
            let plan = try SampleHistory().plan
            await withTaskGroup(of: Void.self) { group in
                for sequence in (1...40).shuffled() {
                    group.addTask { try? await store.witness(try head(sequence), of: plan) }
                }
            }
            #expect(try await store.witnessedHead(of: plan) == head(40))
        },
    ]

    private static func head(_ sequence: Int) throws -> RegisterHead {
        RegisterHead(commit: try #require(CommitID.sample(UInt64(sequence) + 1_000)), sequence: sequence)
    }
}
