@testable import Web

/// Forms of the secretary, of those who sign off and of those who record.
extension ValidPost {
    static let secretary =
        gates + decisions + meetings + [
            onBoard(.giveSignOff, by: .holder, "", [("oordeel", "akkoord"), ("opmerking", "Goed")]).with {
                $0.own["step"] = "portfolio-holder"
            },
            ValidPost(.giveBulkSignOff, by: .adviser, [("oordeel", "akkoord")]).with { $0.ticks = ["parafen"] },
        ]

    private static let gates = [
        onBoard(.gateAct, by: .planSecretary, "?fase=decide", [("secties", "doel"), ("reden", "Te vaag")]).with {
            $0.own["action"] = "terugsturen"
        },
        onBoard(.gateAct, by: .planSecretary, "", [("reden", "Reces")]).with { $0.own["action"] = "aanhouden" },
        onBoard(
            .gateAct, by: .planSecretary, "?fase=decide&voorwaarde=sign-offs-current",
            [("reden", "Ziek"), ("gecontroleerd", "ja")]
        ).with { $0.own["action"] = "opzijzetten" },
        onBoard(.gateAct, by: .planSecretary, "", [("gevraagd", "Functie plansecretary"), ("vraag", "Mag dit?")]).with {
            $0.own["action"] = "advies"
        },
    ]

    private static let decisions = [
        onBoard(.decisionAct, by: .planSecretary, "", [("keuze", "niet-openbaar"), ("grond", "5.1 lid 2")]).with {
            $0.own["action"] = "openbaarheid"
        },
        onBoard(.decisionAct, by: .planSecretary, "", [("vergadering", "college-2"), ("soort", "hamerstuk")]).with {
            $0.own["action"] = "agenderen"
        },
    ]

    private static let meetings = [
        ValidPost(
            .planMeeting, by: .secretary,
            [("tijd", "9:30"), ("plaats", "Collegekamer")] + date("dag", "20", "6", "2023")),
        ValidPost(.changeMeeting, by: .secretary, [("plaats", "Raadzaal")]),
        ValidPost(
            .recordSession, by: .handler, on: "/plannen/:plan/bijeenkomst?stap=partner-meeting",
            [("naam", "Avond in de wijk"), ("anderen", "Wijkteam"), ("uitkomst", "Meer licht")]
                + date("dag", "5", "6", "2023")),
        ValidPost(.orderAgenda, by: .secretary, on: "/vergaderingen/:meeting", [("eraf", "uitvoeringsplan-noord")]),
    ]

    /// About the plan that waits for its decision.
    private static func onBoard(
        _ route: SiteRoute, by sender: Sender, _ query: String, _ typed: [(String, String)]
    ) -> ValidPost {
        ValidPost(route, by: sender, on: route.template + query, typed).with {
            $0.own = ["plan": "uitvoeringsplan-noord"]
        }
    }
}
