@testable import Web

/// Forms of who takes in what comes by post.
extension ValidPost {
    private static let document = "/plannen/:plan/inname/stuk/:letter"
    private static let list = Array("reactie\nMeer groen\n".utf8)

    static let intake = [
        ValidPost(
            .takeIntake, by: .handler, [("ronde", ":round"), ("soort", "letter"), ("tekst", "Meer groen, graag.")]
        ).with {
            $0.overlong = IntakeForm.textLimit + 1
            $0.unread = ["bestand"]
        },
        ValidPost(
            .cutIntake, by: .handler, on: document,
            [("passage", "Meer licht, graag."), ("soort", "remark"), ("sectie", "doel"), ("tekst", "Wil licht")]
        ).with { $0.free = ["ervoor"] },
        ValidPost(.decideLate, by: .handler, on: document, [("telt", "ja"), ("reden", "De post was traag.")]).with {
            $0.own = ["letter": ":late"]
        },
        ValidPost(.finishIntake, by: .handler, on: document, [("actie", "klaar")]),
        ValidPost(.takeEnclosure, by: .handler, on: document).with {
            $0.own = ["letter": ":eml"]
            $0.asksNothing = true
        },
        ValidPost(.takeSheet, by: .handler, [("ronde", ":round")]).with { $0.file = ("bestand", "nieuw.csv", list) },
        ValidPost(.readSheet, by: .handler, [("kolom-1", "text"), ("kolom-2", "name"), ("actie", "inlezen")]).with {
            $0.own = ["letter": ":sheet"]
        },
    ]
}
