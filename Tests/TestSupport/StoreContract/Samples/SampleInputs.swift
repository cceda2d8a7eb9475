import Foundation
import PlanDomain
import Workflow

/// Rounds, drafts and what is sent in, by number.
enum SampleInputs {
    static let moment = SamplePeople.moment

    static func round(_ name: String = "ronde", of plan: PlanID) throws -> ConsultationRound {
        ConsultationRound(
            id: try SamplePeople.required(RoundID(name)), plan: plan, title: "Ronde \(name)", audience: .partners,
            asked: "partners", organisations: [Organisation(name: "Politie"), Organisation(name: "Halt")],
            questions: ["Wat mist u?", ""], explanation: "Lees **eerst** dit.\n", privacy: "Wij bewaren weinig.",
            from: CalendarDate(dayNumber: 19_500), until: CalendarDate(dayNumber: 19_520),
            closingTime: TimeOfDay("17:00"))
    }

    static func submitter(_ number: Int = 1) throws -> Submitter {
        Submitter(try SamplePeople.contact(number))
    }

    static func content(_ text: String = "Waarom?") throws -> InputContent {
        InputContent(
            kind: .replacement, section: SectionID("doel"),
            anchor: Anchor(
                commit: try SamplePeople.required(CommitID.sample(7)), quote: "een veilige wijk",
                prefix: "Het doel is ",
                suffix: ""), text: text, proposal: "")
    }

    static func general(_ text: String) -> InputContent { InputContent(kind: .general, text: text) }

    static func file(_ name: String, _ bytes: [UInt8] = [1, 2, 3]) throws -> AttachedFile {
        AttachedFile(
            attachment: PlanDomain.Attachment(
                id: try SamplePeople.required(AttachmentID(name)), name: "\(name).pdf", type: .pdf, size: bytes.count,
                digest: String(repeating: "a", count: 64)), bytes: Data(bytes))
    }

    static func draft(
        _ items: [InputDraft.Item], by submitter: Submitter? = nil, in round: ConsultationRound, version: Int = 1
    ) throws -> InputDraft {
        InputDraft(
            plan: round.plan, round: round.id, submitter: try submitter ?? Self.submitter(), items: items,
            version: version, savedAt: moment, nextItem: items.count + 1)
    }

    static func submission(_ draft: InputDraft, _ request: String) -> Submission {
        Submission(
            draft: draft, requestID: request, receivedAt: moment + 60,
            keys: draft.items.map { InputKey(rawValue: key($0.id)) })
    }

    static func letter(to address: MailAddress, subject: String = "Ontvangen", language: String = "nl") -> NewMail {
        NewMail(
            to: address, name: "Sam", language: language, subject: subject, text: "Ontvangen.", urgency: .atOnce)
    }

    static func key(_ number: Int) -> String { String(repeating: "0f", count: 31) + "\(number % 10)a" }

    static func disposition(
        _ ordinal: Int, of input: InputNumber, in plan: PlanID, version: Int = 1, duplicateOf: InputNumber? = nil
    ) -> Disposition {
        Disposition(
            plan: plan, input: input, ordinal: ordinal, inputVersion: version,
            outcome: duplicateOf == nil ? .takenOverInPart : .duplicate, reason: "Omdat \(ordinal).",
            duplicateOf: duplicateOf,
            proposedBy: Author(function: "Behandelaar", role: .handler, pseudonym: "behandelaar-1"),
            proposedAt: moment + TimeInterval(ordinal), seal: "zegel-\(input)-\(ordinal)")
    }
}
