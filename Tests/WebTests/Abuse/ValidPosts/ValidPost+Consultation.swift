@testable import Web

/// Forms of those who are heard, and of those who hear them.
extension ValidPost {
    private static let overview = "/plannen/:plan/meedoen"
    private static let item = "/plannen/:plan/meedoen/reactie/:item"
    /// From Monday morning to Friday evening of the week after, when the round is over.
    private static let round = Double(11 * 86_400 + 9 * 3_600)

    static let partner = [
        heard(
            .addRemark,
            [("soort", "replacement"), ("passage", "een veilige wijk"), ("tekst", "Welke?"), ("voorstel", "elke wijk")]
        ).with { $0.free = ["ervoor", "erna"] },
        heard(.addItem, [("soort", "general"), ("tekst", "Een reactie")]).with { $0.unread = ["vraag"] },
        heard(.changeItem, [("tekst", "Anders gezegd")]).with { $0.unread = ["vraag"] },
        heard(.removeItem, on: overview).with { $0.asksNothing = true },
        heard(.attachFile, on: item).with { $0.file = ("bijlage", "kaart.pdf", AbuseScene.pdf) },
        heard(.detachFile, on: item).with { $0.asksNothing = true },
        heard(.sendIn),
        heard(.correctInput, [("tekst", "Beter gezegd")]).with { $0.free = ["ervoor", "erna"] },
        heard(.withdrawInput).with { $0.asksNothing = true },
    ]

    static let inputs = [
        ValidPost(.placeAnchor, by: .handler, on: "/plannen/:plan/inbreng/:number/plaats", [("plaats", "weg")]),
        ValidPost(.assignInput, by: .handler, on: "/plannen/:plan/inbreng/:number", [("behandelaar", "handler")]),
        ValidPost(.judge, by: .handler, [("oordeel", "niet-toelaten"), ("reden", "Reclame")]),
        ValidPost(.chooseModerationRule, by: .handler, [("formulier", "beoordelen")]),
        ValidPost(
            .doBulk, by: .handler, on: "/plannen/:plan/inbreng/tegelijk?doe=toewijzen&n1=1",
            [("behandelaar", "handler"), ("stap", "doen")]),
        ValidPost(.keepFilter, by: .handler, on: "/plannen/:plan/inbreng?stand=received", [("naam", "Open werk")]),
        ValidPost(.forgetFilter, by: .handler, on: "/plannen/:plan/inbreng"),
        ValidPost(.propose, by: .handler, [("uitkomst", "overgenomen"), ("reden", "Goed punt")]),
        ValidPost(.adopt, by: .editor).with { $0.own = ["number": "INB-0002"] },
    ]

    private static let families = "/plannen/:plan/inbreng/:number/gelijk"
    private static let themesPage = "/plannen/:plan/inbreng/themas"

    static let likeness = [
        ValidPost(.judgeFamily, by: .handler, on: families, [("doe", "bevestig")]).with {
            $0.own = ["number": ":family"]
            $0.ticks = ["n4"]
        },
        ValidPost(.answerFamily, by: .handler, on: families, [("reden", "Zie het andere antwoord.")]).with {
            $0.own = ["number": ":settledFamily"]
        },
        ValidPost(.addTheme, by: .handler, on: themesPage, [("naam", "Wonen")]).with { $0.mark = "veld-naam" },
        ValidPost(.proposeThemes, by: .handler, on: themesPage).with { $0.asksNothing = true },
        ValidPost(.decideTheme, by: .handler, on: themesPage, [("naam", "Verlichting"), ("doe", "bevestig")]).with {
            $0.own = ["theme": "licht"]
            $0.unread = ["naar", "inbreng"]
        },
        ValidPost(.putUnderTheme, by: .handler, on: "/plannen/:plan/inbreng/:number", [("thema", ":theme")]),
    ]

    static let rounds = [
        ValidPost(
            .prepareRound, by: .handler,
            [
                ("titel", "Ronde raad"), ("doelgroep", "council"), ("kanalen", "form"), ("openbaarheid", "named"),
                ("gevraagd", "de raad"), ("tijd", "17:00"),
            ]
                + date("van", "1", "7", "2023") + date("tot", "20", "7", "2023")),
        ValidPost(.reviseRound, by: .handler, [("titel", "Andere titel")]).with(prepared),
        ValidPost(.openRound, by: .handler).with(prepared),
        ValidPost(.extendRound, by: .handler, [("reden", "Reces")] + date("tot", "30", "6", "2023")),
        ValidPost(.closeRound, by: .handler).with {
            $0.asksNothing = true
            $0.begins = 12 * 86_400
        },
        ValidPost(.inviteToRounds, by: .handler, on: "/plannen/:plan/rondes").with { $0.asksNothing = true },
        ValidPost(.withdrawInvitation, by: .handler, on: "/plannen/:plan/rondes").with { $0.asksNothing = true },
    ]

    @Sendable private static func prepared(_ post: inout ValidPost) { post.own = ["round": ":prepared"] }

    private static func heard(_ route: SiteRoute, on page: String? = nil, _ typed: [(String, String)] = []) -> ValidPost
    {
        ValidPost(route, by: .police, on: page, typed).with { $0.deadline = round }
    }
}
