@testable import Web

/// Forms of a questionnaire: those that residents send, and those of who builds it.
extension ValidPost {
    /// From Monday morning to midnight after the Friday of the week after, when the round is over.
    private static let round = Double(11 * 86_400 + 14 * 3_600)

    static let surveys = [
        ValidPost(.answerPage, by: .resident, [("vraag-v1", "a"), ("actie", "verder")]).with {
            $0.own = ["round": ":enquete"]
            $0.unread = ["getoond"]
            // What can be taken of a page is kept, whatever is wrong with the rest.
            $0.keepsWords = ["surveySheet"]
            $0.changesNothing = true
            $0.deadline = round
        },
        ValidPost(.sendSheet, by: .resident).with {
            $0.own = ["round": ":enquete"]
            $0.deadline = round
        },
        built(.orderSurvey, on: builder, [("actie", "omlaag")]).with { $0.mark = "value=\"p1\"" },
        built(.saveSurveyTexts, on: builder + "/teksten", [("titel", "Veiliger wonen")]),
        built(.saveBuiltPage, on: builder + "/pagina/:page", [("titel", "Uw buurt")]),
        built(.saveBuiltQuestion, on: builder + "/vraag/:question", [("vraag", "Woont u in de wijk?")]),
        ValidPost(.trySurvey, by: .handler, [("vraag-v1", "a"), ("actie", "verder")]).with {
            $0.own = ["round": ":ontwerp"]
            $0.unread = ["getoond", "stempel", "website"]
            $0.changesNothing = true
        },
        ValidPost(.keyInSheet, by: .handler, [("vraag-v1", "a"), ("vraag-v2", "Noord")]).with {
            $0.own = ["round": ":enquete"]
            $0.unread = ["getoond"]
        },
        ValidPost(.uploadSheets, by: .handler).with {
            $0.own = ["round": ":enquete"]
            $0.file = ("bestand", "panel.csv", Array("Woont u hier?;Waar?\r\nJa;Noord\r\n".utf8))
        },
        ValidPost(.settleColumns, by: .handler, on: filePage, [("kolom-1", "v1"), ("kolom-2", "v3")]).with(filed),
        ValidPost(.takeSheets, by: .handler, on: filePage).with(filed).with { $0.asksNothing = true },
        ValidPost(.removeSheets, by: .handler, on: filePage).with(filed).with { $0.asksNothing = true },
        ValidPost(
            .takeAnswers, by: .handler, on: builder + "/vraag/:question/antwoorden", [("antwoord", "geschreven")]
        ).with {
            $0.own = ["round": ":enquete", "question": "v2"]
            $0.unread = ["alles", "sectie"]
        },
        ValidPost(.saveWeighting, by: .handler, [("deel-a", "60"), ("deel-b", "40")]).with {
            $0.own = ["round": ":enquete"]
        },
    ]

    private static let filePage = builder + "/bestanden/:file"

    @Sendable private static func filed(_ post: inout ValidPost) {
        post.own = ["round": ":enquete", "file": "panelbestand"]
    }

    private static let builder = "/plannen/:plan/rondes/:round/enquete"

    private static func built(_ route: SiteRoute, on page: String, _ typed: [(String, String)]) -> ValidPost {
        ValidPost(route, by: .handler, on: page, typed).with { $0.own = ["round": ":ontwerp", "question": "v1"] }
    }
}
