import Foundation
import PlanDomain
import Survey
import TestSupport
import Testing
import Workflow

@testable import Web

/// A site on which somebody's name, mail address, citizen service number and bank account came in by every way that there is.
struct Canaries: Sendable {
    /// Made up; the numbers pass their checks.
    static let name = "Kees Kwikstaart"
    static let mail = "rietgors@zangvogels.example"
    static let all = ["kwikstaart", "rietgors", "111222333", "nl91abna0417164300"]
    static let words = "\(name), \(mail), BSN 111222333, rekening NL91ABNA0417164300."

    let heard: HeardSite
    let round: RoundID
    private var handler: Reader { heard.handler }
    private var base: String { "/plannen/\(heard.plan)" }

    static func with(_ body: @Sendable @escaping (Canaries) async throws -> Void) async throws {
        try await HeardSite.with { heard in
            let official = try await HeardSite.participant(heard.handler, in: heard.world)
            let desk = ConsultationDesk(heard.world.office, store: heard.store)
            var preparation = try HeardSite.preparation
            preparation.title = "Ronde langs elke weg"
            preparation.channels = [.letter, .mail, .session]
            let round = try await desk.prepare(preparation, in: heard.plan, by: official)
            let text = try await heard.world.office.heads(of: heard.plan).text
            try await desk.open(round.id, of: heard.plan, shown: text, requestID: "wegen", by: official)
            let canaries = Canaries(heard: heard, round: round.id)
            try await canaries.plantContact()
            try await canaries.plantInput()
            try await canaries.plantLetters()
            try await canaries.plantSession()
            try await canaries.plantAnswers()
            try await body(canaries)
        }
    }

    /// A contact of the police turns out to be the one who is looked for.
    private func plantContact() async throws {
        let known = try #require(
            try await heard.store.contacts(of: HeardSite.organisations[0]).first { $0.name == "Pim" })
        var contact = known
        contact.name = Self.name
        contact.mail = try #require(MailAddress(Self.mail))
        try await heard.store.save(contact)
    }

    /// One that was sent in with a file, and one that was not. The program leaves out what it knows for personal.
    private func plantInput() async throws {
        let remark = [("soort", "remark"), ("passage", "een veilige wijk"), ("tekst", "Meer licht. \(Self.words)")]
        try await heard.send(remark, as: heard.police, request: "kanarie")
        #expect(
            try await heard.post("/reactie", [("soort", "general"), ("tekst", Self.words)], as: heard.police).status
                == 303)
    }

    /// A letter that was typed over, a mail with its file; of the letter an input is cut, and judged.
    private func plantLetters() async throws {
        let day = ValidPost.date("dag", "5", "6", "2023")
        let letter =
            [
                ("ronde", round.rawValue), ("soort", "letter"), ("tekst", "Graag een bankje. \(Self.words)"),
                ("naam", Self.name), ("mail", Self.mail),
            ] + day
        let taken = try await heard.post(base + "/inname/nieuw", letter, as: handler)
        let place = try #require(taken.headers["location"])
        let cut = try await heard.post(
            place + "/inbreng",
            [
                ("passage", "Graag een bankje."), ("soort", "remark"), ("sectie", ""),
                ("tekst", "Wil een bankje. \(Self.words)"),
            ], as: handler)
        try #require(cut.status == 303, "\(cut.body)")
        let judged = try await heard.post(
            base + "/inbreng/INB-0002/beoordeling",
            [("oordeel", "toelaten"), ("versie", "1"), ("passage-1", Self.words), ("grond-1", "contactgegevens")],
            as: handler)
        try #require(judged.status == 303, "\(judged.body)")
        let desk = IntakeDesk(
            heard.world.office, store: heard.store, reading: LittleSources(), seals: heard.world.seals)
        var written = WrittenIntake(round: round, kind: .mail, arrivedOn: heard.world.clock.today)
        written.name = Self.name
        written.file = ReadDocument.Enclosure(name: "\(Self.name).eml", bytes: Data(Self.words.utf8))
        let official = try await HeardSite.participant(handler, in: heard.world)
        _ = try await desk.take(written, in: heard.plan, requestID: "mail", by: official)
    }

    private func plantSession() async throws {
        let planned = try await heard.post(
            base + "/sessies/nieuw",
            [
                ("ronde", round.rawValue), ("soort", "partners"), ("titel", "Avond"), ("tijd", "19:30"),
                ("plaats", "Stadhuis"), ("organisaties", "Politie Oost"),
            ] + ValidPost.date("dag", "5", "6", "2023"), as: handler)
        let place = try #require(planned.headers["location"])
        for (step, values) in [
            ("/gehouden", [("aanwezig", "Politie Oost")]), ("/verslag", [("verslag", Self.words), ("versie", "0")]),
        ] {
            let answer = try await heard.post(place + step, values, as: handler)
            try #require(answer.status == 303, "\(answer.body)")
        }
    }

    private func plantAnswers() async throws {
        var residents = try SurveySite.preparation()
        residents.channels = [.survey]
        let official = try await HeardSite.participant(handler, in: heard.world)
        let round = try await ConsultationDesk(heard.world.office, store: heard.store)
            .prepare(residents, in: heard.plan, by: official).id
        try await heard.store.save(
            RoundSurvey(plan: heard.plan, round: round, questionnaire: SurveySite.questionnaire))
        let sheet = AnswerSheet(["v1": .chosen(["a"], words: Self.words), "v2": .text(Self.words)])
        let response = SurveyResponse(
            id: try #require(ResponseID("antwoord")), plan: heard.plan, round: round, way: .paper,
            day: heard.world.clock.today, sheet: sheet)
        try await heard.store.add([response])
        try await heard.store.keep(
            sheet, under: SheetKey(id: TokenHash(rawValue: "sleutel"), receipt: TokenHash(rawValue: "code")),
            of: round, in: heard.plan, on: heard.world.clock.today)
    }
}

extension Canaries {
    /// Which of them stand in some bytes, whatever their case.
    static func found(in bytes: Data) -> [String] {
        let text = Data(bytes.map { (65...90).contains($0) ? $0 + 32 : $0 })
        return all.filter { text.firstRange(of: Data($0.utf8)) != nil }
    }

    static func found(in text: String) -> [String] { found(in: Data(text.utf8)) }
}
