import PlanDomain
import Testing

extension StoreContract {
    static let changes: [Clause] = [
        Clause("changes are newest first by their place in the history, not by their date") { store in
            let history = try SampleHistory(seed: 30, steps: 12)
            try await store.apply(history.update())
            let ids = try await store.changes(of: history.plan, section: nil).map(\.id)
            #expect(ids == history.changes.reversed().map(\.id))
            #expect(history.changes.map(\.madeAt) != history.changes.map(\.madeAt).sorted())
        },
        Clause("the changes of a section are those that touch it, each of them whole") { store in
            let history = try SampleHistory(seed: 31, steps: 20)
            try await store.apply(history.update())
            for number in 1...6 {
                let section = try #require(SectionID("s\(number)"))
                let touching = history.changes.reversed().filter { change in
                    change.sections.contains { $0.section == section }
                }
                #expect(!touching.isEmpty)
                #expect(try await store.changes(of: history.plan, section: section) == touching)
            }
        },
        Clause("a section that no change touches has none") { store in
            let history = try SampleHistory(seed: 32)
            try await store.apply(history.update())
            #expect(try await store.changes(of: history.plan, section: SectionID("elders")).isEmpty)
        },
        Clause("a change may name an input twice, and keeps the order in which it names them") { store in
            let history = try SampleHistory(seed: 33, steps: 1)
            let update = try history.update()
            let change = try #require(update.changes.first).with(inputs: ["INB-0009", "INB-0001", "INB-0009"])
            try await store.apply(update.with(changes: [change]))
            #expect(try await store.changes(of: history.plan, section: nil).first?.inputs == change.inputs)
        },
        Clause("two thousand changes in one update are all there") { store in
            let history = try SampleHistory(seed: 34, steps: 1_334)
            #expect(history.changes.count > 1_900)
            try await store.apply(history.update())
            try await expect(store, toHold: history)
        },
    ]

    static let acts: [Clause] = [
        Clause("acts are in the order of the register, with their sections in the act's own order") { store in
            let history = try SampleHistory(seed: 35, steps: 12)
            try await store.apply(history.update())
            let acts = try await store.acts(of: history.plan)
            #expect(acts.map(\.sequence) == Array(1...history.acts.count))
            #expect(acts.map(\.sections) == history.acts.map(\.sections))
        },
        Clause("an act may be about a section that is gone") { store in
            let history = try SampleHistory(seed: 36, steps: 8)
            let update = try history.update()
            try await store.apply(update.with(projected: update.projected.with(sections: [])))
            #expect(try await store.acts(of: history.plan) == history.acts)
            #expect(history.acts.contains { !$0.sections.isEmpty })
        },
    ]

    static let listing: [Clause] = [
        Clause("the list of plans is by id, whatever the order in which they came") { store in
            for plan in ["wijk", "aanpak", "veiligheid-2", "veiligheid"] {
                try await store.apply(try SampleHistory(plan).update())
            }
            let ids = ["aanpak", "veiligheid", "veiligheid-2", "wijk"]
            #expect(try await store.projectedPlans().map(\.rawValue) == ids)
            #expect(try await store.summaries().map(\.id.rawValue) == ids)
        },
        Clause("a line of the list says what the plan says") { store in
            for seed: UInt64 in 40...47 {
                let history = try SampleHistory(seed: seed)
                try await store.clearProjection(of: history.plan)
                try await store.apply(history.update())
                let plan = try history.projected(after: history.count)
                let summary = PlanSummary(
                    id: plan.id, title: plan.metadata.title, type: plan.metadata.type, typeLabel: plan.typeLabel,
                    stage: plan.stage, stageLabel: plan.stageLabel, municipality: plan.metadata.municipality,
                    period: plan.metadata.period, sectionCount: plan.sections.count,
                    changedAt: history.changes.last?.madeAt, follows: plan.metadata.follows)
                #expect(try await store.summaries() == [summary])
            }
        },
    ]
}
