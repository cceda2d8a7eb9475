@testable import Web

/// Forms that throw something away for good.
extension ValidPost {
    static let privacy = [
        ValidPost(.saveRetention, by: .admin, [("mail", "60")]).with { $0.asksNothing = true },
        ValidPost(.disposeExpired, by: .admin, on: "/beheer/privacy/bewaren").with { $0.asksNothing = true },
        ValidPost(.givePersonalFile, by: .admin, [("mail", "noor@voorbeeld.nl")]).with { $0.changesNothing = true },
        ValidPost(.erasePerson, by: .admin, [("grond", "request")]).with {
            $0.own = ["person": "vertrokken"]
            $0.ticks = ["zeker"]
        },
        ValidPost(.eraseContact, by: .admin, [("grond", "request")]).with { $0.ticks = ["zeker"] },
        ValidPost(.eraseInput, by: .handler, [("grond", "unlawful")]).with { $0.ticks = ["zeker", "onbeantwoord"] },
        ValidPost(.eraseLetter, by: .handler, [("grond", "request")]).with { $0.ticks = ["zeker"] },
    ]
}
