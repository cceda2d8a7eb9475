import PlanDomain
import Testing

extension StoreContract {
    static let applying: [Clause] = [
        Clause("a plan that was never applied is not there") { store in
            let plan = try SampleHistory().plan
            #expect(try await store.projectedHeads(of: plan) == nil)
            #expect(try await store.projectedPlan(plan) == nil)
            #expect(try await store.projectedPlans().isEmpty)
            #expect(try await store.summaries().isEmpty)
            #expect(try await store.changes(of: plan, section: nil).isEmpty)
            #expect(try await store.acts(of: plan).isEmpty)
            #expect(try await store.projectionRows(of: plan).isEmpty)
        },
        Clause("an update is read back as it was applied") { store in
            let history = try SampleHistory(seed: 7, steps: 6)
            try await store.apply(history.update())
            try await expect(store, toHold: history)
        },
        Clause("updates one by one add up") { store in
            let history = try SampleHistory(seed: 8, steps: 6)
            for step in 0..<history.count {
                try await store.apply(history.update(from: step, to: step + 1))
                try await expect(store, toHold: history, after: step + 1)
            }
        },
        Clause("an update replaces sections, texts and versions, whatever their number and order") { store in
            let history = try SampleHistory(seed: 9, steps: 3)
            let last = try history.projected(after: 3)
            let many = last.with(sections: try StoreContract.sections(["a", "b", "c", "d"]))
            let few = last.with(sections: try StoreContract.sections(["d", "a"]))
            let start = try history.update()
            try await store.apply(start.with(projected: many))
            #expect(try await store.projectedPlan(history.plan)?.sections == many.sections)
            try await store.apply(
                ProjectionUpdate(plan: history.plan, after: last.heads, projected: few, changes: [], acts: []))
            #expect(try await store.projectedPlan(history.plan) == few)
        },
        Clause("plans do not touch each other, even where their rows look the same") { store in
            let one = try SampleHistory("een", seed: 10)
            let other = try SampleHistory("twee", seed: 10)
            try await store.apply(one.update())
            try await store.apply(other.update())
            try await expect(store, toHold: one)
            try await store.clearProjection(of: one.plan)
            try await expect(store, toHold: other)
            #expect(try await store.projectedPlans() == [other.plan])
            #expect(try await store.changes(of: one.plan, section: nil).isEmpty)
        },
        Clause("clearing forgets the projection of a plan, which can then start again") { store in
            let history = try SampleHistory(seed: 11)
            try await store.apply(history.update())
            try await store.clearProjection(of: history.plan)
            #expect(try await store.projectedHeads(of: history.plan) == nil)
            #expect(try await store.projectionRows(of: history.plan).isEmpty)
            try await store.apply(history.update(to: 2))
            try await expect(store, toHold: history, after: 2)
        },
        Clause("clearing what was never projected changes nothing") { store in
            let history = try SampleHistory("een")
            try await store.apply(history.update())
            try await store.clearProjection(of: try SampleHistory("twee").plan)
            try await expect(store, toHold: history)
        },
    ]

    /// Compares everything that can be read of a plan.
    static func expect(
        _ store: any PlanStore, toHold history: SampleHistory, after count: Int? = nil,
        _ place: SourceLocation = #_sourceLocation
    ) async throws {
        let count = count ?? history.count
        let plan = history.plan
        #expect(try await store.projectedHeads(of: plan) == history.heads(after: count), sourceLocation: place)
        #expect(try await store.projectedPlan(plan) == history.projected(after: count), sourceLocation: place)
        #expect(
            try await store.changes(of: plan, section: nil) == Array(history.changes(count).reversed()),
            sourceLocation: place)
        #expect(try await store.acts(of: plan) == Array(history.acts(count)), sourceLocation: place)
    }

    static func sections(_ ids: [String]) throws -> [ProjectedSection] {
        try ids.map { id in
            ProjectedSection(
                id: try #require(SectionID(id)), chapter: "1", chapterTitle: nil, chapterNumber: nil, title: id,
                number: nil, owner: nil, hasText: true, words: 1, stage: "draft")
        }
    }
}
