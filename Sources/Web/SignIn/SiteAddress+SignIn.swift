import PlanDomain

/// Signing in. `back` is where the reader was going.
extension SiteAddress {
    static func code(back: String?) -> SiteAddress { SiteAddress("inloggen", "code", query: [("terug", back)]) }

    static func recovery(back: String?) -> SiteAddress {
        SiteAddress("inloggen", "herstelcode", query: [("terug", back)])
    }

    static func codeSetup(back: String?) -> SiteAddress {
        SiteAddress("inloggen", "code-instellen", query: [("terug", back)])
    }

    /// The password again, for somebody who took the wrong account.
    static let otherAccount = SiteAddress("inloggen", query: [("opnieuw", "1")])

    static let newLink = SiteAddress("nieuwe-link")

    static func partner(_ secret: Secret) -> SiteAddress { SiteAddress("meedoen", secret.text) }

    /// Where an organisation reacts to a plan.
    static func contributing(to plan: PlanID) -> SiteAddress { SiteAddress("plannen", plan.rawValue, "meedoen") }

    static func password(_ secret: Secret) -> SiteAddress { SiteAddress("wachtwoord", secret.text) }
}
