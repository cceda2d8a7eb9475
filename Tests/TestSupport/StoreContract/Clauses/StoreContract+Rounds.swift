import Foundation
import PlanDomain
import Testing
import Workflow

extension StoreContract {
    static let rounds: [Clause] = [
        Clause("a round is kept whole, and changed in its place") { store in
            let plan = try SampleHistory().plan
            let names = ["een", "twee", "drie"]
            for name in names { try await store.save(try SampleInputs.round(name, of: plan)) }
            #expect(try await store.rounds(of: plan) == names.map { try SampleInputs.round($0, of: plan) })
            var second = try SampleInputs.round("twee", of: plan)
            second.organisations = [Organisation(name: "Halt")]
            second.closingTime = nil
            second.questions = []
            second.audience = .council
            second.isStatutory = true
            try await store.save(second)
            #expect(try await store.rounds(of: plan)[1] == second)
            #expect(try await store.rounds(of: plan).count == 3)
        },
        Clause("plans have rounds of their own, whatever they are called") { store in
            let one = try SampleHistory("een").plan
            let other = try SampleHistory("twee").plan
            try await store.save(try SampleInputs.round(of: one))
            #expect(try await store.rounds(of: other).isEmpty)
            try await store.save(try SampleInputs.round(of: other))
            #expect(try await store.rounds(of: one).map(\.plan) == [one])
        },
        Clause("an invitation is for a contact that is there, once for each plan") { store in
            let plan = try SampleHistory().plan
            let contacts = try [SamplePeople.contact(1), SamplePeople.contact(2)]
            let moment = SampleInputs.moment
            let early = Invitation(plan: plan, contact: contacts[0].id, invitedAt: moment)
            #expect(try await refusal { try await store.save(early) }?.code == .notFound)
            for contact in contacts { try await store.save(contact) }
            let later = Invitation(plan: plan, contact: contacts[1].id, invitedAt: moment + 1)
            for invitation in [early, later, early] { try await store.save(invitation) }
            #expect(try await store.invitations(of: plan) == [early, later])
            var withdrawn = early
            withdrawn.withdrawnAt = moment + 5
            try await store.save(withdrawn)
            #expect(try await store.invitations(of: plan) == [withdrawn, later])
        },
    ]

    static let inputDrafts: [Clause] = [
        Clause("a draft is read back as it was saved, by who saved it") { store in
            let round = try SampleInputs.round(of: try SampleHistory().plan)
            try await store.save(round)
            let file = try SampleInputs.file("brief")
            let draft = try SampleInputs.draft(
                SampleText.odd.enumerated().map { index, text in
                    InputDraft.Item(
                        id: index + 1, content: try SampleInputs.content(text),
                        attachments: index == 3 ? [file.attachment] : [])
                }, in: round)
            try await store.save(draft, adding: [file])
            #expect(try await store.draft(of: draft.submitter, in: round.id, of: round.plan) == draft)
            #expect(try await store.draft(of: try SampleInputs.submitter(2), in: round.id, of: round.plan) == nil)
            #expect(try await store.file(file.attachment.id, in: round.plan) == file)
            #expect(try await store.file(file.attachment.id, in: try SampleHistory("ander").plan) == nil)
        },
        Clause("of two that save at once one is told") { store in
            let round = try SampleInputs.round(of: try SampleHistory().plan)
            try await store.save(round)
            for version in 1...10 {
                let drafts = try (1...3).map { writer in
                    let item = InputDraft.Item(id: 1, content: SampleInputs.general("\(version) van \(writer)"))
                    return try SampleInputs.draft([item], in: round, version: version)
                }
                let outcomes = try await saveAtOnce(drafts, in: store)
                #expect(outcomes.filter { $0 == nil }.count == 1)
                #expect(outcomes.compactMap { $0 } == [.conflict, .conflict])
            }
        },
        Clause("a draft is for a round that is there, and for files that are") { store in
            let round = try SampleInputs.round(of: try SampleHistory().plan)
            let draft = try SampleInputs.draft([], in: round)
            #expect(try await refusal { try await store.save(draft, adding: []) }?.code == .notFound)
            try await store.save(round)
            let lost = InputDraft.Item(
                id: 1, content: SampleInputs.general("x"), attachments: [try SampleInputs.file("zoek").attachment])
            let incomplete = try SampleInputs.draft([lost], in: round)
            let error = try await refusal { try await store.save(incomplete, adding: []) }
            #expect(error?.code == .invalid)
            #expect(try await store.draft(of: draft.submitter, in: round.id, of: round.plan) == nil)
        },
        Clause("files that a draft no longer names are gone") { store in
            let round = try SampleInputs.round(of: try SampleHistory().plan)
            try await store.save(round)
            let files = try [SampleInputs.file("een"), SampleInputs.file("twee")]
            var item = InputDraft.Item(
                id: 1, content: SampleInputs.general("x"), attachments: files.map(\.attachment))
            try await store.save(try SampleInputs.draft([item], in: round), adding: files)
            item.attachments.removeFirst()
            try await store.save(try SampleInputs.draft([item], in: round, version: 2), adding: [])
            #expect(try await store.file(files[0].attachment.id, in: round.plan) == nil)
            #expect(try await store.file(files[1].attachment.id, in: round.plan) == files[1])
        },
    ]

    private static func saveAtOnce(
        _ drafts: [InputDraft], in store: any TownHallStore
    ) async throws -> [PlanError.Code?] {
        try await withThrowingTaskGroup(of: PlanError.Code?.self) { group in
            for draft in drafts {
                group.addTask { try await refusal { try await store.save(draft, adding: []) }?.code }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}
