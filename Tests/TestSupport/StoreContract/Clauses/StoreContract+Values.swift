import Foundation
import PlanDomain
import Testing
import Workflow

extension StoreContract {
    static let values: [Clause] = [
        Clause("every kind of act comes back as it was recorded") { store in
            #expect(Set(payloads.map(\.kind)) == Set(ActKind.allCases))
            let history = try SampleHistory(seed: 20, steps: 1)
            let template = try #require(history.acts.last)
            try await store.apply(history.update())
            var heads = try #require(try history.heads(after: 1))
            for (index, payload) in payloads.enumerated() {
                let id = try #require(CommitID.sample(UInt64(index)))
                let act = Act(
                    id: id, sequence: index + 2, payload: payload, sections: [], text: template.text, textTree: "tree",
                    author: template.author, onBehalfOf: nil, date: nil, recordedAt: template.recordedAt,
                    reasonHash: nil, workflowDigest: "digest", requestID: "")
                let next = PlanHeads(text: heads.text, register: RegisterHead(commit: id, sequence: act.sequence))
                let projected = try history.projected(after: 1).with(heads: next)
                try await store.apply(
                    ProjectionUpdate(plan: history.plan, after: heads, projected: projected, changes: [], acts: [act]))
                heads = next
            }
            #expect(try await store.acts(of: history.plan).dropFirst().map(\.payload) == payloads)
        },
        Clause("text keeps its bytes, in every script and with every mark") { store in
            let history = try SampleHistory(seed: 21, steps: 1)
            let update = try history.update()
            let change = try #require(update.changes.first)
            for text in SampleText.odd {
                try await store.clearProjection(of: history.plan)
                var metadata = update.projected.metadata
                metadata.title = text
                try await store.apply(
                    update.with(
                        projected: update.projected.with(metadata: metadata), changes: [change.with(summary: text)]))
                let summary = try #require(try await store.changes(of: history.plan, section: nil).first).summary
                let title = try #require(try await store.summaries().first).title
                #expect(Array(summary.utf8) == Array(text.utf8))
                #expect(Array(title.utf8) == Array(text.utf8))
            }
        },
        Clause("text that cannot be stored whole is refused, not cut off") { store in
            let history = try SampleHistory(seed: 22, steps: 1)
            let update = try history.update()
            let change = try #require(update.changes.first).with(summary: "voor\0na")
            let refusal = try await refusal { try await store.apply(update.with(changes: [change])) }
            let kept = try await store.changes(of: history.plan, section: nil).first?.summary
            #expect(refusal?.code == .invalid && kept == nil || refusal == nil && kept == "voor\0na")
        },
        Clause("a moment keeps its millisecond, whatever the century") { store in
            let history = try SampleHistory(seed: 23, steps: 1)
            let update = try history.update()
            let change = try #require(update.changes.first)
            for seconds in [0, -1, 0.001, 1_686_528_000.5, -11_644_473_600, 253_402_300_799] {
                let moment = Date(timeIntervalSince1970: seconds)
                try await store.clearProjection(of: history.plan)
                try await store.apply(update.with(changes: [change.with(madeAt: moment)]))
                let kept = try #require(try await store.changes(of: history.plan, section: nil).first).madeAt
                #expect(abs(kept.timeIntervalSince(moment)) < 0.0005)
            }
        },
        Clause("a moment beyond all calendars is no reason to fail") { store in
            let history = try SampleHistory(seed: 24, steps: 1)
            let update = try history.update()
            let change = try #require(update.changes.first)
            for seconds in [9e17, -9e17, Double(Int64.max)] {
                try await store.clearProjection(of: history.plan)
                try await store.apply(update.with(changes: [change.with(madeAt: Date(timeIntervalSince1970: seconds))]))
                #expect(try await store.changes(of: history.plan, section: nil).count == 1)
            }
        },
        Clause("what is absent stays apart from what is empty") { store in
            let history = try SampleHistory(seed: 25, steps: 1)
            let update = try history.update()
            let act = try #require(update.acts.first)
            for substitution in [nil, Act.Substitution(function: "", ground: "")] {
                try await store.clearProjection(of: history.plan)
                try await store.apply(update.with(acts: [act.with(date: .some(nil), onBehalfOf: substitution)]))
                let kept = try #require(try await store.acts(of: history.plan).first)
                #expect(kept.onBehalfOf == substitution)
                #expect(kept.date == nil)
            }
        },
    ]
}
