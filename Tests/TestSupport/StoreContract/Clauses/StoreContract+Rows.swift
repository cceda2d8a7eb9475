import Foundation
import PlanDomain
import Testing
import Workflow

extension StoreContract {
    static let rows: [Clause] = [
        Clause("a row is one line") { store in
            let history = try SampleHistory(seed: 60, steps: 12)
            try await store.apply(history.update())
            let rows = try await store.projectionRows(of: history.plan)
            #expect(rows.count > history.changes.count + history.acts.count)
            #expect(rows.allSatisfy { !$0.contains(where: \.isNewline) })
        },
        Clause("rows do not depend on how the updates were cut") { store in
            let history = try SampleHistory(seed: 61, steps: 5)
            try await store.apply(history.update())
            let whole = try await store.projectionRows(of: history.plan)
            try await store.clearProjection(of: history.plan)
            for step in 0..<5 { try await store.apply(history.update(from: step, to: step + 1)) }
            #expect(try await store.projectionRows(of: history.plan) == whole)
        },
        Clause("rows do not depend on other plans that come and go") { store in
            let history = try SampleHistory("een", seed: 62)
            let other = try SampleHistory("twee", seed: 63)
            try await store.apply(history.update())
            let alone = try await store.projectionRows(of: history.plan)
            try await store.clearProjection(of: history.plan)
            try await store.apply(other.update())
            try await store.apply(history.update())
            try await store.clearProjection(of: other.plan)
            #expect(try await store.projectionRows(of: history.plan) == alone)
        },
        Clause("rows tell any two projections apart") { store in
            let history = try SampleHistory(seed: 64, steps: 3)
            let update = try history.update()
            var seen: Set<[String]> = []
            let variations = try variations(of: update)
            for variation in variations {
                try await store.clearProjection(of: history.plan)
                try await store.apply(variation)
                seen.insert(try await store.projectionRows(of: history.plan))
            }
            #expect(seen.count == variations.count)
        },
    ]

    /// The update itself, and others that each differ from it in one value.
    private static func variations(of update: ProjectionUpdate) throws -> [ProjectionUpdate] {
        let plan = update.projected
        let change = try #require(update.changes.first)
        let act = try #require(update.acts.first)
        let elsewhere = PlanHeads(text: try #require(CommitID.sample(2)), register: plan.heads.register)
        let touched = try #require(SectionID("nieuw"))
        let versions = [VersionTag(tag: "versie/9", text: change.id, act: 1)]
        var titled = plan.metadata
        titled.title += "!"
        var planned = plan.metadata
        planned.planning["raad"] = CalendarDate(dayNumber: 1)
        func first(_ change: Change) -> ProjectionUpdate { update.with(changes: [change] + update.changes.dropFirst()) }
        func first(_ act: Act) -> ProjectionUpdate { update.with(acts: [act] + update.acts.dropFirst()) }
        return [
            update, first(change.with(summary: "anders")), first(change.with(inputs: ["INB-9999"])),
            first(change.with(madeAt: change.madeAt.addingTimeInterval(1))), update.with(changes: [change]),
            first(
                change.with(sections: [SectionChange(section: touched, kind: .added, wordsAdded: 1, wordsRemoved: 0)])),
            first(
                change.with(sections: [SectionChange(section: touched, kind: .added, wordsAdded: 0, wordsRemoved: 1)])),
            first(act.with(payload: .planStarted(workflow: "anders", version: 1))),
            first(act.with(date: CalendarDate(dayNumber: 2))),
            first(act.with(recordedAt: act.recordedAt.addingTimeInterval(1))),
            first(act.with(onBehalfOf: Act.Substitution(function: "anders", ground: "mandaat"))),
            update.with(projected: plan.with(heads: elsewhere)), update.with(projected: plan.with(metadata: titled)),
            update.with(projected: plan.with(metadata: planned)),
            update.with(projected: plan.with(sections: try sections(["a", "b"]))),
            update.with(projected: plan.with(sections: try sections(["b", "a"]))),
            update.with(
                projected: plan.with(texts: plan.texts + [TextFact(document: "x", heading: "", isFilled: true)])),
            update.with(
                projected: plan.with(texts: plan.texts + [TextFact(document: "x", heading: "", isFilled: false)])),
            update.with(projected: plan.with(versions: versions)),
        ]
    }
}
