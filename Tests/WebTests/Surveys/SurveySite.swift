import Foundation
import PlanDomain
import Survey
import TestSupport
import Testing
import Workflow

@testable import Web

/// A site with a questionnaire for residents, open from 5 to 16 June 2023.
struct SurveySite: Sendable {
    let heard: HeardSite
    let round: RoundID

    var site: RunningSite { heard.site }
    var world: World { heard.world }
    var store: any TownHallStore { heard.store }
    var base: String { "/enquete/\(heard.plan)/\(round)" }
    var office: String { "/plannen/\(heard.plan)/rondes/\(round)/enquete" }
    var gate: SurveyGate { site.services.surveyGate }

    static let questionnaire = Questionnaire(
        title: "Veilig wonen", introduction: "Wij horen *graag* van u.",
        pages: [
            .init(
                id: "p1", title: "Uw wijk",
                questions: [
                    Question(
                        id: "v1", text: "Woont u hier?",
                        kind: .one([Choice(id: "a", text: "Ja"), Choice(id: "b", text: "Nee")]), isRequired: true,
                        theme: "Wonen"),
                    Question(id: "v2", text: "Waar?", kind: .open(limit: 40), condition: Condition("v1", in: ["a"])),
                ]),
            .init(
                id: "p2", title: "Tot slot",
                questions: [
                    Question(
                        id: "v3", text: "Welk cijfer geeft u?",
                        kind: .scale(Scale(1...10, least: "Slecht", most: "Goed")), theme: "Wonen"),
                    Question(
                        id: "v4", text: "Wat is belangrijk?",
                        kind: .ranking(["x", "y", "z"].map { Choice(id: $0, text: "Punt \($0)") }, atMost: nil)),
                ]),
        ], thanks: "Tot ziens.")

    static let whole = AnswerSheet(["v1": .chosen(["a"]), "v2": .text("Noord"), "v3": .value(7)])

    static func preparation(_ title: String = "Bewoners") throws -> RoundPreparation {
        RoundPreparation(
            title: title, audience: .residents, asked: "bewoners", privacy: "Na een jaar is alles weg.",
            from: try HeardSite.day("2023-06-05"), until: try HeardSite.day("2023-06-16"), channels: [.survey, .panel])
    }

    static func with(
        opened: Bool = true, pace: Int = 0, _ body: @Sendable @escaping (SurveySite) async throws -> Void
    ) async throws {
        let settings = SiteSettings(municipality: "Gemeente Deventer", surveyPace: pace)
        try await HeardSite.with(opened: false, settings: settings) { heard in
            let official = try await HeardSite.participant(heard.handler, in: heard.world)
            let rounds = ConsultationDesk(heard.world.office, store: heard.world.store)
            let round = try await rounds.prepare(preparation(), in: heard.plan, by: official)
            try await SurveyDesk(heard.world.office, store: heard.world.store).save(
                questionnaire, after: 0, of: round.id, in: heard.plan, by: official)
            if opened {
                let shown = try await heard.world.office.heads(of: heard.plan).text
                try await rounds.open(
                    round.id, of: heard.plan, shown: shown, requestID: "enquete", by: official)
            }
            try await body(SurveySite(heard: heard, round: round.id))
        }
    }

    /// Somebody with a browser of their own, who keeps the cookies that they are given.
    func resident() -> SurveyVisitor { SurveyVisitor(survey: self, reader: .visitorWithForm) }

    func responses() async throws -> [SurveyResponse] { try await store.responses(of: round, in: heard.plan) }
}

/// A browser at a questionnaire.
struct SurveyVisitor {
    let survey: SurveySite
    var reader: Reader
    private(set) var stamp = ""
    private(set) var setCookie: String?

    init(survey: SurveySite, reader: Reader) {
        self.survey = survey
        self.reader = reader
    }

    mutating func get(_ path: String = "") async throws -> WireResponse {
        take(try await survey.site.get(survey.base + path, as: reader))
    }

    /// Sends a form with the stamp of the page that was shown last.
    mutating func post(_ path: String, _ values: [(String, String)], sender: String? = nil) async throws -> WireResponse
    {
        take(try await survey.site.post(survey.base + path, [("stempel", stamp)] + values, as: reader))
    }

    /// From the first page to the check page.
    mutating func fill() async throws {
        _ = try await get("/pagina/p1")
        _ = try await post(
            "/pagina/p1", [("vraag-v1", "a"), ("vraag-v2", "Noord"), ("getoond", "v1"), ("getoond", "v2")])
        _ = try await get("/pagina/p2")
        _ = try await post("/pagina/p2", [("vraag-v3", "7")])
        _ = try await get("/controle")
    }

    private mutating func take(_ answer: WireResponse) -> WireResponse {
        if let found = answer.body.firstMatch(of: /name="stempel" value="([^"]*)"/) { stamp = String(found.1) }
        let cookies = answer.headers["set-cookie"] ?? ""
        if let found = cookies.firstMatch(of: /enquete=([^;]*)/) {
            setCookie = cookies
            reader.carried = found.1.isEmpty ? nil : "enquete=\(found.1)"
        }
        return answer
    }
}
