import Foundation
import PlanDomain
import Survey
import TestSupport
import Testing

@testable import Web

/// Answering a questionnaire over the wire, as a browser without scripts does.
@Suite("Filling in a questionnaire")
struct SurveyFillingTests {
    @Test func aSheetIsFilledInPageByPageAndSentInOnce() async throws {
        try await SurveySite.with { survey in
            var resident = survey.resident()
            let intro = try await resident.get()
            #expect(intro.status == 200 && intro.body.contains("Na een jaar is alles weg."))
            #expect(intro.body.contains("<em>graag</em>") && !intro.body.contains("⟦"))
            try await resident.fill()
            #expect(try await survey.responses().isEmpty)
            var twin = resident
            let first = try await resident.post("/controle", [])
            let place = try #require(first.headers["location"])
            #expect(first.status == 303 && place.hasPrefix(survey.base + "/ontvangst/"))
            #expect(resident.reader.carried == nil, "the browser holds nothing of it any more")
            #expect(try await twin.post("/controle", []).headers["location"] == place)
            let kept = try await survey.responses()
            #expect(kept.map(\.sheet) == [SurveySite.whole])
            #expect(try await survey.store.sheetCount(of: survey.round, in: survey.heard.plan) == 0)
            let receipt = try await survey.site.get(place, as: .visitor)
            #expect(receipt.body.contains("ontvangen op 5 juni 2023") && receipt.body.contains("Tot ziens."))
            #expect(try await survey.site.get(survey.base + "/ontvangst/0000-0000-0000", as: .visitor).status == 404)
        }
    }

    @Test func pagesWithAnswersAreKeptNowhereAndTheKeyStaysWithItsQuestionnaire() async throws {
        try await SurveySite.with { survey in
            var resident = survey.resident()
            try await resident.fill()
            for path in ["", "/pagina/p1", "/controle", "/bewaard"] {
                let answer = try await resident.get(path)
                #expect(answer.status == 200 && answer.headers["cache-control"] == "no-store", "\(path)")
                #expect(MarkupCheck(answer.body).faults == [] && !answer.body.contains("⟦"), "\(path)")
            }
            let cookie = try #require(resident.setCookie)
            #expect(cookie.contains("Path=\(survey.base)") && cookie.contains("HttpOnly"))
            #expect(!cookie.contains("Max-Age") && !cookie.contains("Expires"), "gone with the session")
        }
    }

    @Test func aPageWithAFaultKeepsTheRestAndSaysWhere() async throws {
        try await SurveySite.with { survey in
            var resident = survey.resident()
            _ = try await resident.get("/pagina/p2")
            let values = [
                ("vraag-v3", "11"), ("vraag-v4-x", "1"), ("vraag-v4-y", "1"), ("getoond", "v3"), ("getoond", "v4"),
            ]
            let answer = try await resident.post("/pagina/p2", values)
            #expect(answer.status == 422)
            #expect(answer.body.contains("href=\"#vraag-v4-x\"") && answer.body.contains("plaats 1 twee keer"))
            #expect(answer.body.contains("<option value=\"1\" selected>"))
            #expect(MarkupCheck(answer.body).faults == [])
            let back = try await resident.post("/pagina/p2", [("actie", "terug"), ("vraag-v4-x", "2")])
            #expect(back.headers["location"] == survey.base + "/pagina/p1")
            #expect(try await resident.get("/pagina/p2").body.contains("<option value=\"1\" selected>"))
        }
    }

    @Test func anAnswerBringsAQuestionOntoTheSamePage() async throws {
        try await SurveySite.with { survey in
            var resident = survey.resident()
            #expect(try await !resident.get("/pagina/p1").body.contains("Waar?"))
            let answer = try await resident.post("/pagina/p1", [("vraag-v1", "a"), ("getoond", "v1")])
            #expect(answer.headers["location"] == survey.base + "/pagina/p1#vraag-v2")
            #expect(try await resident.get("/pagina/p1").body.contains("Waar?"))
            let other = try await resident.post(
                "/pagina/p1", [("vraag-v1", "b"), ("getoond", "v1"), ("getoond", "v2")])
            #expect(other.headers["location"] == survey.base + "/pagina/p2")
        }
    }

    @Test func whoComesBackByTheLinkFindsTheirAnswers() async throws {
        try await SurveySite.with { survey in
            var resident = survey.resident()
            try await resident.fill()
            let kept = try await resident.get("/bewaard")
            let link = try #require(kept.body.firstMatch(of: /http[^"]*(\/enquete\/[^"]*\/verder\/[^"]*)"/))
            var elsewhere = survey.resident()
            let answer = try await elsewhere.get(String(link.1.dropFirst(survey.base.count)))
            #expect(answer.status == 303 && answer.headers["location"] == survey.base)
            #expect(try await elsewhere.get("/controle").body.contains("Noord"))
            #expect(try await elsewhere.post("/controle", []).status == 303)
            let late = try await survey.site.get(String(link.1), as: .visitor)
            #expect(late.headers["location"]?.hasPrefix(survey.base + "/ontvangst/") == true)
            #expect(try await survey.responses().count == 1)
        }
    }

    @Test func afterClosingItIsSaidClearlyAndWhatWasTypedIsThere() async throws {
        try await SurveySite.with { survey in
            var resident = survey.resident()
            try await resident.fill()
            _ = try await resident.get("/pagina/p1")
            survey.world.clock.advance(days: 12)
            let page = try await resident.post("/pagina/p1", [("vraag-v1", "a"), ("vraag-v2", "Zuid")])
            #expect(page.status == 409 && page.body.contains("Zuid") && page.body.contains("Dit is te laat"))
            let sending = try await resident.post("/controle", [])
            #expect(
                sending.status == 409 && sending.body.contains("Noord")
                    && !sending.body.contains("<button type=\"submit\">"))
            #expect(try await survey.responses().isEmpty)
            #expect(try await resident.get().body.contains("is gesloten"))
            #expect(try await resident.get("/pagina/p1").headers["location"] == survey.base)
        }
    }

    @Test func whatARobotSendsIsSentBackWithItsAnswers() async throws {
        try await SurveySite.with(pace: 4) { survey in
            var resident = survey.resident()
            _ = try await resident.get("/pagina/p1")
            let answers = [("vraag-v1", "a"), ("vraag-v2", "Oost")]
            let trapped = try await resident.post("/pagina/p1", answers + [("website", "http://koop.example")])
            #expect(trapped.status == 422 && trapped.body.contains("Oost") && !trapped.body.contains("koop.example"))
            let unstamped = try await survey.site.post(survey.base + "/pagina/p1", answers, as: resident.reader)
            #expect(unstamped.status == 422 && unstamped.body.contains("Oost"))
            #expect(try await survey.store.sheetCount(of: survey.round, in: survey.heard.plan) == 0)
            try await resident.fill()
            let hasty = try await resident.post("/controle", [])
            #expect(hasty.status == 422, "within the second")
            survey.world.clock.advance(seconds: 5)
            let sent = try await resident.post("/controle", [])
            #expect(sent.status == 303)
        }
    }

    @Test func aFloodIsAskedToWaitAndOthersGoOn() async throws {
        try await SurveySite.with { survey in
            var resident = survey.resident()
            _ = try await resident.get("/pagina/p1")
            for _ in 0..<Int(SurveyGate.Rate.sender.most) {
                _ = survey.gate.admits(
                    from: "127.0.0.1", to: "\(survey.heard.plan)/\(survey.round)", isLast: false,
                    at: survey.world.clock.now)
            }
            let busy = try await resident.post("/pagina/p1", [("vraag-v1", "a"), ("vraag-v2", "West")])
            #expect(busy.status == 429 && busy.headers["retry-after"] == "30" && busy.body.contains("West"))
            survey.world.clock.advance(seconds: 30)
            #expect(try await resident.post("/pagina/p1", [("vraag-v1", "a"), ("vraag-v2", "West")]).status == 303)
        }
    }

    @Test func whatIsNotPublishedIsNotThere() async throws {
        try await SurveySite.with(opened: false) { survey in
            for path in ["", "/pagina/p1", "/controle", "/bewaard", "/papier"] {
                let answer = try await survey.site.get(survey.base + path, as: .visitor)
                #expect(answer.status == 404, "\(path)")
            }
            let nowhere = try await survey.site.get("/enquete/geen-plan/geen-ronde", as: .visitor)
            #expect(nowhere.status == 404)
        }
    }

    @Test func onPaperEveryQuestionStandsWithItsBoxes() async throws {
        try await SurveySite.with { survey in
            let page = try await survey.site.get(survey.base + "/papier", as: .visitor).body
            for question in SurveySite.questionnaire.questions { #expect(page.contains(question.text)) }
            #expect(page.contains("Alleen als u bij ‘Woont u hier?’ kiest: Ja"))
            #expect(MarkupCheck(page).faults == [] && !page.contains("⟦"))
        }
    }
}
