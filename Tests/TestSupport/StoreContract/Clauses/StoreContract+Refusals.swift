import PlanDomain
import Testing
import Workflow

extension StoreContract {
    static let refusals: [Clause] = [
        Clause("an update that does not start where the plan stands is a conflict and changes nothing") { store in
            let history = try SampleHistory(seed: 50, steps: 4)
            let heads = try #require(try history.heads(after: 2))
            let elsewhere = try #require(CommitID.sample(1))
            try await store.apply(history.update(to: 2))
            let before = try await store.projectionRows(of: history.plan)
            let update = try history.update(from: 2)
            let starts: [PlanHeads?] = [
                nil, try history.heads(after: 1), PlanHeads(text: elsewhere, register: heads.register),
                PlanHeads(
                    text: heads.text, register: RegisterHead(commit: elsewhere, sequence: heads.register.sequence)),
            ]
            for start in starts {
                let all = start == nil ? try history.update() : update.with(after: start)
                let sound = start == (try history.heads(after: 1)) ? try history.update(from: 1) : all
                let refusal = try await refusal { try await store.apply(sound) }
                #expect(refusal?.code == .conflict)
                #expect(refusal?.reason.key == "projection.not-at-start")
                #expect(try await store.projectionRows(of: history.plan) == before)
            }
            try await store.apply(update)
            try await expect(store, toHold: history)
        },
        Clause("an update of a plan that was never applied starts from nothing") { store in
            let history = try SampleHistory(seed: 51)
            let refusal = try await refusal { try await store.apply(history.update(from: 1)) }
            #expect(refusal?.code == .conflict)
            #expect(try await store.projectedPlans().isEmpty)
        },
        Clause("an update applies once") { store in
            let history = try SampleHistory(seed: 52)
            try await store.apply(history.update())
            let refusal = try await refusal { try await store.apply(history.update()) }
            #expect(refusal?.code == .conflict)
            try await expect(store, toHold: history)
        },
        Clause("acts that do not lead from head to head are refused") { store in
            let history = try SampleHistory(seed: 53, steps: 8)
            let update = try history.update()
            let other = try #require(PlanID("een-ander"))
            let elsewhere = RegisterHead(
                commit: try #require(CommitID.sample(1)), sequence: update.projected.heads.register.sequence)
            let wrong = [
                update.with(acts: Array(update.acts.dropLast())),
                update.with(acts: Array(update.acts.dropFirst())),
                update.with(acts: update.acts.reversed()),
                update.with(acts: []),
                update.with(acts: update.acts.map { $0.with(sequence: $0.sequence + 1) }),
                update.with(projected: update.projected.with(id: other)),
                update.with(
                    projected: update.projected.with(
                        heads: PlanHeads(text: update.projected.heads.text, register: elsewhere))),
            ]
            for update in wrong {
                #expect(try await refusal { try await store.apply(update) }?.code == .invalid)
                #expect(try await store.projectedPlans().isEmpty)
            }
        },
        Clause("an update that fails at its last row leaves nothing of the others") { store in
            let history = try SampleHistory(seed: 54, steps: 6)
            try await store.apply(history.update(to: 3))
            let before = try await store.projectionRows(of: history.plan)
            let update = try history.update(from: 3)
            let known = try #require(history.changes(3).first)
            await #expect(throws: (any Error).self) {
                try await store.apply(update.with(changes: update.changes + [known]))
            }
            #expect(try await store.projectionRows(of: history.plan) == before)
            try await expect(store, toHold: history, after: 3)
        },
        Clause("a section stands in a plan once") { store in
            let history = try SampleHistory(seed: 55)
            let update = try history.update()
            let twice = update.projected.with(sections: try sections(["a", "b", "a"]))
            await #expect(throws: (any Error).self) { try await store.apply(update.with(projected: twice)) }
            #expect(try await store.projectedPlans().isEmpty)
        },
    ]
}
