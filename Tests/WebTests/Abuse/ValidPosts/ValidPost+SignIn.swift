import Foundation
import PlanDomain
import TestSupport

@testable import Web

/// Forms that let somebody in, or are about their own account.
extension ValidPost {
    static let account = [
        ValidPost(.saveAccount, by: .drafter, [("naam", "Daan de Vos")]),
        ValidPost(
            .savePassword, by: .drafter, on: "/mijn-account",
            [("wachtwoord", SceneSecret.password), ("nieuw-wachtwoord", "Veilige Fiets 23 Lantaarn")]),
        ValidPost(.endSessions, by: .drafter, on: "/mijn-account").with { $0.asksNothing = true },
        ValidPost(.endSession, by: .drafter, on: "/mijn-account").with { $0.asksNothing = true },
        ValidPost(.signOut, by: .drafter, on: "/over").with { $0.asksNothing = true },
        ValidPost(.language, by: .drafter, on: "/over", [("taal", "en")]).with {
            $0.changesNothing = true
            // Whatever is no page of the site leads to the front page.
            $0.unread = ["terug"]
        },
    ]

    static let signIn = [
        visiting(.sendSignIn, [("mail", "drafter@voorbeeld.nl"), ("wachtwoord", SceneSecret.password)]),
        entering(.sendCode, by: .owing, [("code", SceneSecret.code(at: sceneMoment))]),
        entering(.sendRecovery, by: .owing, [("herstelcode", SceneSecret.recovery)]),
        entering(.sendCodeSetup, by: .newAdmin, [("code", ":code")]),
        visiting(.sendPassword, [("nieuw-wachtwoord", "Veilige Fiets 23 Lantaarn")]).with {
            $0.own = ["secret": SceneSecret.passwordLink.text]
            $0.deadline = 8 * 86_400
        },
        visiting(.sendPartner).with {
            $0.own = ["secret": SceneSecret.partnerLink.text]
            $0.asksNothing = true
            $0.deadline = 40 * 86_400
        },
        visiting(.sendNewLink, [("mail", "drafter@voorbeeld.nl")]),
        visiting(.enterDemo, [("wie", "drafter")]),
    ]

    /// When the scene begins.
    static let sceneMoment = Date(timeIntervalSince1970: 1_685_952_000)

    private static func visiting(_ route: SiteRoute, _ typed: [(String, String)] = []) -> ValidPost {
        ValidPost(route, by: .visitor, typed).with {
            $0.mayBeRepeated = true
            $0.unread = ["terug"]
        }
    }

    private static func entering(
        _ route: SiteRoute, by sender: Sender, _ typed: [(String, String)] = []
    ) -> ValidPost {
        ValidPost(route, by: sender, typed).with {
            $0.mayBeRepeated = true
            $0.unread = ["terug"]
            $0.deadline = 9 * 3_600
        }
    }
}
