import PlanDomain
import Testing

extension StoreContract {
    static let concurrency: [Clause] = [
        Clause("a reader beside a writer sees whole updates") { store in
            let history = try SampleHistory(seed: 70, steps: 60)
            try await store.apply(history.update(to: 1))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<3 { group.addTask { try await watch(history, in: store) } }
                for step in 1..<history.count { try await store.apply(history.update(from: step, to: step + 1)) }
                try await group.waitForAll()
            }
            try await expect(store, toHold: history)
        },
        Clause("of two updates from the same start one applies") { store in
            let history = try SampleHistory(seed: 71, steps: 20)
            for step in 0..<history.count {
                let update = try history.update(from: step, to: step + 1)
                let outcomes = try await withThrowingTaskGroup(of: PlanError?.self) { group in
                    for _ in 0..<4 { group.addTask { try await refusal { try await store.apply(update) } } }
                    return try await group.reduce(into: [PlanError?]()) { $0.append($1) }
                }
                #expect(outcomes.filter { $0 == nil }.count == 1)
                #expect(outcomes.compactMap { $0?.code } == [.conflict, .conflict, .conflict])
            }
            try await expect(store, toHold: history)
        },
        Clause("writers at once keep all they wrote, beside one that is refused") { store in
            let histories = try (1...24).map { try SampleHistory("plan-\($0)", seed: UInt64($0), steps: 3) }
            await withTaskGroup(of: Void.self) { group in
                for history in histories {
                    group.addTask {
                        for step in 0..<history.count {
                            try? await store.apply(history.update(from: step, to: step + 1))
                            try? await store.apply(history.update(from: step, to: step + 1))
                        }
                    }
                }
            }
            for history in histories { try await expect(store, toHold: history) }
        },
    ]

    /// Reads until the last update is there; every state on the way is one of the history's.
    private static func watch(_ history: SampleHistory, in store: any PlanStore) async throws {
        let states = try (1...history.count).map { try history.projected(after: $0) }
        var last = 0
        while last < history.count {
            let found = try #require(try await store.projectedPlan(history.plan))
            let place = try #require(states.firstIndex(of: found)) + 1
            #expect(place >= last)
            last = place
            let changes = try await store.changes(of: history.plan, section: nil).count
            #expect((last...history.count).contains { history.changes($0).count == changes })
        }
    }
}
