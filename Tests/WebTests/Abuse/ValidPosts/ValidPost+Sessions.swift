@testable import Web

/// Forms of who plans sessions and reports on them.
extension ValidPost {
    private static let page = "/plannen/:plan/sessies/:sitting"
    private static let planned =
        [
            ("ronde", ":round"), ("soort", "network"), ("titel", "Avond in de wijk"), ("tijd", "19:30"),
            ("plaats", "Buurthuis"),
        ] + date("dag", "12", "6", "2023")

    static let sessions = [
        ValidPost(.planSitting, by: .handler, planned).with { $0.unread = ["versie"] },
        ValidPost(.changeSitting, by: .handler, [("titel", "Andere titel"), ("tijd", "20:00")]),
        ValidPost(.cancelSitting, by: .handler, on: page),
        ValidPost(.holdSitting, by: .handler, on: page, [("anderen", "Wijkraad")]).with {
            $0.ticks = ["aanwezig"]
        },
        ValidPost(.writeReport, by: .handler, on: page, [("verslag", "Er is veel gezegd.")]).with(reported),
        ValidPost(.approveReport, by: .handler, on: page).with(reported),
        ValidPost(
            .stateInSitting, by: .handler, on: page,
            [("wie", "Politie Oost"), ("tekst", "Meer licht"), ("soort", "remark"), ("sectie", "doel")]
        ).with { $0.own = ["sitting": ":approved"] },
    ]

    @Sendable private static func reported(_ post: inout ValidPost) { post.own = ["sitting": ":reported"] }
}
