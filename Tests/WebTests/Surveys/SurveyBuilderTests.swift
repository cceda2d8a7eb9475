import Foundation
import PlanDomain
import Survey
import TestSupport
import Testing

@testable import Web

/// Building a questionnaire in the browser, trying it out, and keying in what came on paper.
@Suite("Building a questionnaire")
struct SurveyBuilderTests {
    private func version(_ survey: SurveySite) async throws -> String {
        String(try await survey.store.survey(of: survey.round, in: survey.heard.plan)?.version ?? 0)
    }

    private func questionnaire(_ survey: SurveySite) async throws -> Questionnaire {
        try #require(try await survey.store.survey(of: survey.round, in: survey.heard.plan)).questionnaire
    }

    private func post(_ path: String, _ values: [(String, String)], at survey: SurveySite) async throws -> WireResponse
    {
        let version = try await version(survey)
        return try await survey.site.post(
            survey.office + path, [("versie", version)] + values, as: survey.heard.handler)
    }

    @Test func everyKindOfQuestionIsWrittenAndReadBackInItsForm() async throws {
        try await SurveySite.with(opened: false) { survey in
            let sorts: [(String, [(String, String)])] = [
                ("een", [("antwoorden", "Ja\nNee\nAnders:")]), ("meer", [("antwoorden", "A\nB"), ("hoogstens", "2")]),
                ("volgorde", [("antwoorden", "A\nB\nC"), ("hoogstens", "")]),
                ("schaal", [("van", "0"), ("tot", "5"), ("laagst", "Slecht"), ("hoogst", "Goed")]),
                ("tabel", [("rijen", "Afval\nLawaai"), ("antwoorden", "Nooit\nVaak")]), ("open", [("tekens", "300")]),
            ]
            for (sort, own) in sorts {
                let page = try await survey.site.get(
                    survey.office + "/vraag/nieuw?pagina=p2&soort=\(sort)", as: survey.heard.handler)
                #expect(
                    page.status == 200 && MarkupCheck(page.body).faults == [] && !page.body.contains("⟦"), "\(sort)")
                let typed = [("pagina", "p2"), ("soort", sort), ("vraag", "Vraag \(sort)?"), ("thema", "Wonen")]
                let answer = try await post("/vraag/nieuw", typed + own, at: survey)
                #expect(answer.status == 303, "\(sort): \(answer.body.prefix(2_000))")
            }
            let built = try await questionnaire(survey)
            let new = built.pages[1].questions.suffix(sorts.count)
            #expect(built.faults == [] && new.map { QuestionSort($0.kind).rawValue } == sorts.map(\.0))
            #expect(new.allSatisfy { $0.theme == "Wonen" })
            for question in new {
                let form = try await survey.site.get(survey.office + "/vraag/\(question.id)", as: survey.heard.handler)
                #expect(form.body.contains("Vraag \(QuestionSort(question.kind).rawValue)?"))
            }
        }
    }

    @Test func aConditionIsOneQuestionsAnswers() async throws {
        try await SurveySite.with(opened: false) { survey in
            let typed = [("pagina", "p2"), ("soort", "open"), ("vraag", "Waarom?"), ("tekens", "100")]
            let two = try await post("/vraag/nieuw", typed + [("bij", "v1.a"), ("bij", "v3.1")], at: survey)
            #expect(two.status == 422 && two.body.contains("alleen antwoorden van één vraag"))
            let one = try await post("/vraag/nieuw", typed + [("bij", "v3.1"), ("bij", "v3.2")], at: survey)
            #expect(one.status == 303)
            let question = try #require(try await questionnaire(survey).pages[1].questions.last)
            #expect(question.condition == Condition("v3", in: ["1", "2"]))
            let page = try await post("/pagina/p2", [("titel", "Tot slot"), ("bij", "v1.b")], at: survey)
            #expect(page.status == 303)
            #expect(try await questionnaire(survey).pages[1].condition == Condition("v1", in: ["b"]))
        }
    }

    @Test func faultsStandAtTheirPlace() async throws {
        try await SurveySite.with(opened: false) { survey in
            #expect(try await post("/pagina/nieuw", [("titel", "Leeg")], at: survey).status == 303)
            let typed = [("pagina", "p3"), ("soort", "een"), ("vraag", "Wat?"), ("antwoorden", "Alleen dit")]
            let page = try await survey.site.get(survey.office, as: survey.heard.handler).body
            let part = try #require(page.range(of: "id=\"deel-p3\""))
            #expect(page[part.lowerBound...].contains("Op deze pagina staat nog geen vraag."))
            #expect(try await post("/vraag/nieuw", typed, at: survey).status == 303)
            let after = try await survey.site.get(survey.office, as: survey.heard.handler).body
            #expect(after.contains("te weinig antwoorden") && !after.contains("staat nog geen vraag"))
            #expect(MarkupCheck(after).faults == [] && !after.contains("⟦"))
            #expect(try await post("/volgorde", [("wat", "p3"), ("actie", "weg")], at: survey).status == 303)
            #expect(try await questionnaire(survey).faults == [])
        }
    }

    @Test func whatAnotherChangedMeanwhileIsNotUndone() async throws {
        try await SurveySite.with(opened: false) { survey in
            let old = try await version(survey)
            #expect(try await post("/teksten", [("titel", "Nieuwer")], at: survey).status == 303)
            let late = try await survey.site.post(
                survey.office + "/teksten", [("versie", old), ("titel", "Ouder")], as: survey.heard.editor)
            #expect(late.status == 409 && late.body.contains("Ouder") && late.body.contains("intussen gewijzigd"))
            #expect(try await questionnaire(survey).title == "Nieuwer")
        }
    }

    @Test func onceOpenedNothingIsBuiltAndTheAddressIsShown() async throws {
        try await SurveySite.with { survey in
            let page = try await survey.site.get(survey.office, as: survey.heard.handler).body
            #expect(page.contains(survey.base) && !page.contains("/vraag/nieuw") && !page.contains("omhoog"))
            let answer = try await post("/teksten", [("titel", "Te laat")], at: survey)
            #expect(answer.status == 409)
            #expect(try await questionnaire(survey) == SurveySite.questionnaire)
        }
    }

    @Test func aTrialTakesItsAnswersAlongAndKeepsNothing() async throws {
        try await SurveySite.with(opened: false) { survey in
            let first = try await survey.site.get(survey.office + "/proef", as: survey.heard.handler).body
            #expect(first.contains("Dit is een proef") && !first.contains("Bewaren en later"))
            let empty = try await post("/proef", [("pagina", "p1"), ("getoond", "v1")], at: survey)
            #expect(empty.status == 422)
            let more = try await post("/proef", [("pagina", "p1"), ("getoond", "v1"), ("vraag-v1", "a")], at: survey)
            #expect(more.status == 200 && more.body.contains("Waar?"), "the answer brought a question")
            let next = try await post(
                "/proef", [("pagina", "p1"), ("vraag-v1", "a"), ("vraag-v2", "Noord")], at: survey)
            #expect(next.body.contains("name=\"vraag-v2\" value=\"Noord\"") && next.body.contains("Punt x"))
            let back = try await post(
                "/proef", [("pagina", "p2"), ("vraag-v1", "a"), ("vraag-v2", "Noord"), ("actie", "terug")], at: survey)
            #expect(back.body.contains("Noord</textarea>"))
            let end = try await post("/proef", [("pagina", "p2"), ("vraag-v1", "a"), ("vraag-v4-x", "1")], at: survey)
            #expect(end.status == 303)
            #expect(try await survey.store.sheetCount(of: survey.round, in: survey.heard.plan) == 0)
            #expect(try await survey.responses().isEmpty)
        }
    }

    @Test func whatCameOnPaperIsKeyedInWithWhatWasLeftOpen() async throws {
        try await SurveySite.with { survey in
            let form = try await survey.site.get(survey.office + "/invoeren", as: survey.heard.handler)
            #expect(form.status == 200 && MarkupCheck(form.body).faults == [] && !form.body.contains("⟦"))
            let wrong = try await post("/invoeren", [("vraag-v3", "99")], at: survey)
            #expect(wrong.status == 422)
            let nothing = try await post("/invoeren", [("vraag-v3", "")], at: survey)
            #expect(nothing.status == 422 && nothing.body.contains("Er is niets ingevuld"))
            #expect(try await post("/invoeren", [("vraag-v3", "8")], at: survey).status == 303)
            let kept = try await survey.responses()
            #expect(kept.map(\.way) == [.paper] && kept.map(\.sheet) == [AnswerSheet(["v3": .value(8)])])
        }
    }
}
