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

    static func password(_ secret: Secret) -> SiteAddress { SiteAddress("wachtwoord", secret.text) }
}
