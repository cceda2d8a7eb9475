import Foundation
import PlanDomain
import Survey
import TestSupport
import Testing
import Workflow

@testable import Web

/// What people wrote on a questionnaire becomes input once, of somebody who stays unknown, and is judged first.
@Suite("Answers that become inputs")
struct OpenAnswerTests {
    private func fill(_ survey: SurveySite, _ texts: [String], way: SurveyResponse.Way = .site) async throws {
        let responses = try texts.enumerated().map { number, text in
            SurveyResponse(
                id: try #require(ResponseID("r-\(number + 1)")), plan: survey.heard.plan, round: survey.round, way: way,
                day: survey.world.clock.office.today,
                sheet: AnswerSheet(
                    ["v1": .chosen(["a"]), "v2": text.isEmpty ? nil : .text(text)].compactMapValues { $0 }))
        }
        try await survey.store.add(responses)
    }

    private let page = "/vraag/v2/antwoorden"

    private func inputs(_ survey: SurveySite) async throws -> [Input] {
        try await survey.store.inputs(of: survey.heard.plan).filter { $0.round == survey.round }
    }

    @Test func whatIsChosenBecomesInputOnceAndIsOfferedNoMore() async throws {
        try await SurveySite.with { survey in
            try await fill(survey, ["Meer licht in de Bos <i>straat</i>.", "", "Bel mij: 06-12345678"])
            let reader = survey.heard.handler
            let shown = try await survey.site.get(survey.office + page, as: reader).body
            #expect(MarkupCheck(shown).faults == [] && !shown.contains("⟦"))
            #expect(
                shown.contains("Bos &lt;i&gt;straat") && shown.contains("Hier lijken persoonsgegevens in te staan."))
            #expect(shown.contains("Antwoorden: 2."))
            let section = try #require(shown.firstMatch(of: /name="sectie"[^§]*?<option value="([^"]+)"/)?.1)
            for _ in 0..<2 {
                let answer = try await survey.site.post(
                    survey.office + page, [("antwoord", "r-1"), ("sectie", String(section))], as: reader)
                #expect(answer.status == 303)
            }
            let made = try #require(try await inputs(survey).first)
            #expect(try await inputs(survey).count == 1)
            #expect(made.submitter == .unknown && made.channel == .survey && made.admission == .toBeJudged)
            #expect(made.content.section?.rawValue == String(section) && made.content.kind == .remark)
            #expect(made.source == .answer(sheet: "r-1", question: "v2"))
            let after = try await survey.site.get(survey.office + page, as: reader).body
            #expect(!after.contains("Meer licht") && after.contains("Daarvan is al inbreng gemaakt: 1."))
        }
    }

    @Test func allAtOnceLeavesPersonalDataOutUntilSomebodyLooked() async throws {
        try await SurveySite.with { survey in
            try await fill(survey, ["Mijn adres is jan@voorbeeld.nl, meer licht graag", "Meer groen"], way: .panel)
            let reader = survey.heard.handler
            let none = try await survey.site.post(survey.office + page, [], as: reader)
            #expect(none.status == 422 && none.body.contains("Kies eerst een of meer antwoorden"))
            #expect(try await survey.site.post(survey.office + page, [("alles", "ja")], as: reader).status == 303)
            let made = try await inputs(survey)
            #expect(made.count == 2 && made.allSatisfy { $0.channel == .panel && $0.content.kind == .general })
            #expect(made.flatMap(\.redactions).map(\.quote) == ["jan@voorbeeld.nl"])
            let after = try await survey.site.get(survey.office + page, as: reader).body
            #expect(after.contains("Van alle antwoorden op deze vraag is inbreng gemaakt"))
        }
    }

    @Test func onlyWhoHandlesInputsReadsThemAndOnlyOfQuestionsThatAreAnsweredInWords() async throws {
        try await SurveySite.with { survey in
            try await fill(survey, ["Meer groen"])
            #expect(try await survey.site.get(survey.office + page, as: survey.heard.drafter).status == 403)
            for question in ["v1", "v9"] {
                let path = "\(survey.office)/vraag/\(question)/antwoorden"
                #expect(try await survey.site.get(path, as: survey.heard.handler).status == 404)
            }
            let results = try await survey.site.get(survey.office + "/uitkomsten", as: survey.heard.handler).body
            #expect(results.contains("/vraag/v2/antwoorden") && !results.contains("/vraag/v1/antwoorden"))
            let drafters = try await survey.site.get(survey.office + "/uitkomsten", as: survey.heard.drafter).body
            #expect(!drafters.contains("/antwoorden\""))
        }
    }

    @Test func aFileStaysOnceInputsWereMadeOfItsAnswers() async throws {
        try await SurveySite.with { survey in
            let id = try #require(SheetFileID("paneel"))
            let file = SheetFile(
                id: id, plan: survey.heard.plan, round: survey.round, name: "paneel.csv",
                digest: String(repeating: "a", count: 64), columns: SheetImport(columns: [:]), bytes: Data([1]))
            _ = try await survey.store.keep(file)
            let response = SurveyResponse(
                id: try #require(ResponseID("r-1")), plan: survey.heard.plan, round: survey.round, way: .panel,
                day: survey.world.clock.office.today, sheet: AnswerSheet(["v2": .text("Meer groen")]))
            try await survey.store.take([response], from: file, on: response.day)
            #expect(
                try await survey.site.post(survey.office + page, [("alles", "ja")], as: survey.heard.handler).status
                    == 303)
            let removal = try await survey.site.post(
                survey.office + "/bestanden/paneel/verwijderen", [], as: survey.heard.handler)
            #expect(removal.status == 409)
            #expect(try await survey.responses().count == 1)
        }
    }
}
