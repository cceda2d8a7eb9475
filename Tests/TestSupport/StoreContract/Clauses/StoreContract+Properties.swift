import PlanDomain
import Seeded
import Testing

extension StoreContract {
    static let properties: [Clause] = [
        Clause("any history gives the same rows in one batch as in batches of any size") { store in
            for seed: UInt64 in 100..<130 {
                var random = SeededGenerator(seed: seed)
                let history = try SampleHistory(seed: seed, steps: .random(in: 1...12, using: &random))
                try await store.clearProjection(of: history.plan)
                try await store.apply(history.update())
                let whole = try await store.projectionRows(of: history.plan)
                try await store.clearProjection(of: history.plan)
                var done = 0
                while done < history.count {
                    let next = Int.random(in: (done + 1)...history.count, using: &random)
                    try await store.apply(history.update(from: done, to: next))
                    done = next
                }
                #expect(try await store.projectionRows(of: history.plan) == whole, "seed \(seed)")
                #expect(try await store.projectedPlan(history.plan) == history.update().projected, "seed \(seed)")
            }
        }
    ]
}
