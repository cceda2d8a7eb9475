import Foundation
import PlanDomain
import Survey
import TestSupport
import Testing
import Workflow

@testable import Web

/// Results as pages and files: what is withheld on one is withheld in all.
@Suite("Results of a questionnaire")
struct SurveyResultPageTests {
    /// Forty say yes, three say no; everybody gives a number, and three write something.
    private func fill(_ survey: SurveySite) async throws {
        let day = survey.world.clock.office.today
        let responses = try (0..<43).map { number in
            let answers: [Question.ID: Answer] =
                number < 40
                ? ["v1": .chosen(["a"]), "v3": .value(7)]
                : ["v1": .chosen(["b"]), "v2": .text("=Geheim woord"), "v3": .value(3)]
            return SurveyResponse(
                id: try #require(ResponseID("r-\(number)")), plan: survey.heard.plan, round: survey.round, way: .panel,
                day: day, sheet: AnswerSheet(answers))
        }
        try await survey.store.add(responses)
    }

    private func get(_ path: String, at survey: SurveySite, as reader: Reader? = nil) async throws -> WireResponse {
        try await survey.site.get(survey.office + path, as: reader ?? survey.heard.handler)
    }

    @Test func everyQuestionHasAPictureWithItsTableAndAFewAreHidden() async throws {
        try await SurveySite.with { survey in
            try await fill(survey)
            let page = try await get("/uitkomsten", at: survey)
            #expect(page.status == 200 && MarkupCheck(page.body).faults == [] && !page.body.contains("⟦"))
            let part = try #require(page.body.components(separatedBy: "id=\"vraag-v1\"").last)
            let first = part.prefix { $0 != "§" }.components(separatedBy: "</section>")[0]
            #expect(first.contains("<svg") && first.contains("<table") && first.contains("minder dan 5"))
            #expect(!first.contains(">40<"), "three could be worked out from forty of forty-three")
            #expect(!page.body.contains("Geheim"))
            let themed = try await get("/uitkomsten?thema=Wonen", at: survey).body
            #expect(themed.contains("id=\"vraag-v3\"") && !themed.contains("id=\"vraag-v4\""))
        }
    }

    @Test func filesHideWhatThePageHides() async throws {
        try await SurveySite.with { survey in
            try await fill(survey)
            let csv = try await get("/uitkomsten.csv", at: survey)
            #expect(csv.headers["content-disposition"]?.contains("uitkomsten.csv") == true)
            #expect(csv.body.contains("\"v1\";\"Woont u hier?\";\"\";\"Ja\";\"\";\"\";\"43\""))
            let json = try await get("/uitkomsten.json", at: survey)
            let whole = try #require(try JSONSerialization.jsonObject(with: Data(json.body.utf8)) as? [String: Any])
            let questions = try #require(whole["questions"] as? [[String: Any]])
            #expect(whole["responses"] as? Int == 43 && questions.count == 4)
            let raw = try await get("/antwoorden.csv", at: survey)
            #expect(raw.body.split(separator: "\r\n").count == 44)
            for body in [csv.body, json.body, raw.body] { #expect(!body.contains("Geheim") && !body.contains("r-1")) }
            #expect(try await get("/antwoorden.csv", at: survey, as: survey.heard.drafter).status == 403)
            #expect(try await get("/uitkomsten.csv", at: survey, as: survey.heard.drafter).status == 200)
        }
    }

    @Test func twoQuestionsAreHeldAgainstEachOther() async throws {
        try await SurveySite.with { survey in
            try await fill(survey)
            let empty = try await get("/kruistabel", at: survey)
            #expect(empty.body.contains("Kies twee vragen") && MarkupCheck(empty.body).faults == [])
            let table = try await get("/kruistabel?rij=v1&kolom=v3", at: survey)
            #expect(table.body.contains("‘Woont u hier?’ vergeleken met ‘Welk cijfer geeft u?’"))
            #expect(MarkupCheck(table.body).faults == [] && !table.body.contains("⟦"))
            let same = try await get("/kruistabel?rij=v1&kolom=v1", at: survey)
            #expect(same.status == 200 && !same.body.contains("<tbody>"))
        }
    }

    @Test func beforeItIsPublishedThereIsNothingToRead() async throws {
        try await SurveySite.with(opened: false) { survey in
            for path in ["/uitkomsten", "/kruistabel", "/uitkomsten.csv", "/antwoorden.csv", "/weging"] {
                let answer = try await get(path, at: survey)
                #expect(answer.status == 404, "\(path)")
            }
        }
    }
}
