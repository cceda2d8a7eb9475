import Foundation
import PlanDomain
import Survey
import Testing
import Workflow

@testable import SQLiteStore

/// Somebody of the office, a contact and a letter writer, each with something that can be looked for: an input that is in the
/// search index with a file, a letter of which an input was cut, a draft, mail, a session at the site.
struct CanaryScene {
    static let words = "Geelvink hoort bij de haven."
    static let mail = "geelvink@gemeente.example"
    static let writerMail = "kneu@voorbeeld.nl"

    let plan: PlanID
    let round: RoundID
    let person: PersonID
    let contact: ContactID
    let writer: CorrespondentID
    let letter: IntakeDocumentID
    let sentIn: InputNumber
    let cut: InputNumber
    let pseudonym: String

    private static let moment = Date(timeIntervalSince1970: 1_700_000_000)

    /// - Parameter key: by which the records of one scene differ from those of another.
    init(_ store: SQLiteStore, key: String = "0f") async throws {
        plan = try #require(PlanID("plan"))
        round = try #require(RoundID("ronde"))
        writer = try #require(CorrespondentID("schrijver"))
        letter = try #require(IntakeDocumentID("brief"))
        let official = Person(
            id: try #require(PersonID("persoon")), name: "Geelvink", mail: try #require(MailAddress(Self.mail)))
        person = official.id
        try await store.save(official)
        pseudonym = try await store.pseudonym(of: person, in: plan)
        try await store.begin(
            SignInSession(
                id: TokenHash(rawValue: "sessie"), holder: .person(person), startedAt: Self.moment,
                lastSeenAt: Self.moment, expiresAt: .distantFuture, device: "Geelvinks telefoon",
                hasSecondFactor: false))
        let partner = Contact(
            id: try #require(ContactID("contact")), organisation: Organisation(name: "Politie"), name: "Sam Geelvink",
            mail: try #require(MailAddress("sam@partner.example")))
        contact = partner.id
        try await store.save(partner)
        var residents = ConsultationRound(
            id: round, plan: plan, title: "Ronde", audience: .residents, asked: "bewoners",
            from: CalendarDate(dayNumber: 19_500), until: CalendarDate(dayNumber: 19_700))
        residents.channels = Set(Input.Channel.allCases)
        try await store.save(residents)
        sentIn = try await Self.sendIn(partner, residents, key, store)
        cut = try await Self.keepLetter(letter, from: writer, person, residents, key, store)
        for address in [Self.mail, Self.writerMail] {
            let reader = try #require(MailAddress(address))
            let news = NewMail(to: reader, name: "Geelvink", subject: "Dag", text: "Dag Geelvink", urgency: .atOnce)
            try await store.queue([news], at: Self.moment)
        }
    }

    /// An input with a file and an answer, and a draft that was not sent in.
    private static func sendIn(
        _ partner: Contact, _ round: ConsultationRound, _ key: String, _ store: SQLiteStore
    ) async throws -> InputNumber {
        let file = AttachedFile(
            attachment: PlanDomain.Attachment(
                id: try #require(AttachmentID("bijlage")), name: "Geelvink.pdf", type: .pdf, size: 2,
                digest: String(repeating: "a", count: 64)), bytes: Data([1, 2]))
        let content = InputContent(kind: .remark, section: SectionID("doel"), text: words)
        func draft(_ version: Int, _ attachments: [PlanDomain.Attachment]) -> InputDraft {
            InputDraft(
                plan: round.plan, round: round.id, submitter: Submitter(partner),
                items: [InputDraft.Item(id: version, content: content, attachments: attachments)], version: version,
                savedAt: moment, nextItem: version + 1)
        }
        let sent = draft(1, [file.attachment])
        try await store.save(sent, adding: [file])
        let receipt = try await store.receive(
            Submission(draft: sent, requestID: "een", receivedAt: moment, keys: [inputKey(key, 1)]))
        try await store.save(draft(3, []), adding: [])
        let number = try #require(receipt.numbers.first)
        try await store.propose(
            Disposition(
                plan: round.plan, input: number, ordinal: 1, inputVersion: 1, outcome: .noted, reason: "Dank.",
                proposedBy: Author(function: "Behandelaar", role: .handler, pseudonym: "b-1"), proposedAt: moment,
                seal: "zegel"))
        return number
    }

    private static func keepLetter(
        _ id: IntakeDocumentID, from writer: CorrespondentID, _ official: PersonID, _ round: ConsultationRound,
        _ key: String, _ store: SQLiteStore
    ) async throws -> InputNumber {
        let document = IntakeDocument(
            id: id, plan: round.plan, round: round.id, kind: .letter, arrivedOn: round.from, correspondent: writer,
            title: "Geelvink schrijft", text: words,
            file: KeptFile(name: "Geelvink.pdf", type: .pdf, size: 2, digest: String(repeating: "b", count: 64)),
            takenInBy: official, takenInAt: moment)
        let correspondent = Correspondent(
            id: writer, plan: round.plan, name: "Kneu Geelvink", mail: MailAddress(writerMail), address: "Kade 1")
        try await store.keep(document, from: correspondent, bytes: Data([3, 4]))
        let item = Submission.Item(
            content: InputContent(kind: .general, text: "Kneu vindt het niets."), key: inputKey(key, 2))
        let part = IntakePart(
            Submission(
                of: [item], in: round.id, of: round.plan, from: Submitter(writer), by: .letter,
                source: .document(id.rawValue), takenInBy: official, requestID: "twee", receivedAt: moment),
            from: nil, place: 0..<4)
        let receipts = try await store.receive([part], of: document, finishing: nil)
        return try #require(receipts.first?.numbers.first)
    }

    /// What was said in a session and answered to a question, each made into an input.
    func hear(in store: SQLiteStore) async throws -> (report: InputNumber, answer: InputNumber) {
        let session = Session(
            id: try #require(SessionID("avond")), plan: plan, round: round, kind: .network, title: "Avond",
            day: CalendarDate(dayNumber: 19_510), state: .held, present: ["De politie"])
        try await store.save(session, telling: [], at: Self.moment)
        try await store.add(
            SessionReport(
                session: session.id, version: 1, text: "De politie: \(Self.words) Punt.", writtenBy: person,
                writtenAt: Self.moment), in: plan)
        let questions = [
            Question(id: "v1", text: "Wat mist u?", kind: .open(limit: 99)),
            Question(id: "v2", text: "Cijfer?", kind: .scale(Scale(1...10, least: "Slecht", most: "Goed"))),
        ]
        try await store.save(
            RoundSurvey(
                plan: plan, round: round,
                questionnaire: Questionnaire(
                    title: "Vragen", introduction: "", pages: [.init(id: "p", title: "", questions: questions)],
                    thanks: "")))
        let response = SurveyResponse(
            id: try #require(ResponseID("antwoord")), plan: plan, round: round, way: .site,
            day: CalendarDate(dayNumber: 19_510), sheet: AnswerSheet(["v1": .text(Self.words), "v2": .value(7)]))
        try await store.add([response])
        func take(_ source: InputSource, _ channel: Input.Channel, _ request: String) async throws -> InputNumber {
            let item = Submission.Item(
                content: InputContent(kind: .general, text: Self.words), key: Self.inputKey("2f", request.utf8.count))
            let receipt = try await store.receive(
                Submission(
                    of: [item], in: round, of: plan, from: .unknown, by: channel, source: source, takenInBy: person,
                    requestID: request, receivedAt: Self.moment))
            return try #require(receipt.numbers.first)
        }
        let report = try await take(.session("avond"), .session, "drie")
        let answer = try await take(.answer(sheet: "antwoord", question: "v1"), .survey, "vijfde")
        return (report, answer)
    }

    private static func inputKey(_ pair: String, _ number: Int) -> InputKey {
        InputKey(rawValue: String(repeating: pair, count: 31) + "0\(number)")
    }
}
