import Foundation
import PlanDomain
import SQLiteStore
import Testing
import Workflow

/// One input with an attachment and a proposal, and a draft beside it.
enum SampleConsultation {
    static func fill(_ store: SQLiteStore) async throws {
        let plan = try #require(PlanID("veiligheid-2024-2027"))
        let round = ConsultationRound(
            id: try #require(RoundID("ronde")), plan: plan, title: "Ronde", audience: .partners, asked: "partners",
            from: CalendarDate(dayNumber: 19_500), until: CalendarDate(dayNumber: 19_510),
            closingTime: TimeOfDay("17:00"))
        try await store.save(round)
        let contact = Contact(
            id: try #require(ContactID("contact-1")), organisation: Organisation(name: "Politie"), name: "Sam",
            mail: try #require(MailAddress("sam@partner.example")))
        let file = AttachedFile(
            attachment: PlanDomain.Attachment(
                id: try #require(AttachmentID("brief")), name: "brief.pdf", type: .pdf, size: 2,
                digest: String(repeating: "a", count: 64)), bytes: Data([1, 2]))
        let anchor = Anchor(
            commit: try #require(CommitID(SchemaTests.commit)), quote: "wijk", prefix: "een ", suffix: "")
        let item = InputDraft.Item(
            id: 1,
            content: InputContent(
                kind: .remark, section: SectionID("doel"), anchor: anchor, text: "Welke? Bel 0570-123456"),
            attachments: [file.attachment])
        func draft(_ version: Int, _ items: [InputDraft.Item]) -> InputDraft {
            InputDraft(
                plan: plan, round: round.id, submitter: Submitter(contact), items: items, version: version,
                savedAt: Date(timeIntervalSince1970: 0), nextItem: 2)
        }
        try await store.save(draft(1, [item]), adding: [file])
        let submission = Submission(
            draft: draft(1, [item]), requestID: "een", receivedAt: Date(timeIntervalSince1970: 0),
            keys: [InputKey(rawValue: String(repeating: "0f", count: 32))])
        let number = try #require(try await store.receive(submission).numbers.first)
        try await store.propose(
            Disposition(
                plan: plan, input: number, ordinal: 1, inputVersion: 1, outcome: .noted, reason: "Dank.",
                proposedBy: Author(function: "Behandelaar", role: .handler, pseudonym: "b-1"),
                proposedAt: Date(timeIntervalSince1970: 0), seal: "zegel"))
    }
}
