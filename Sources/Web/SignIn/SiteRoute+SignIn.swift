/// Signing in; everybody may come there, and who is where in it the session says.
extension SiteRoute {
    static let sendSignIn = SiteRoute(.post, "/inloggen", access: .everyone)
    static let code = SiteRoute(.get, "/inloggen/code", access: .everyone)
    static let sendCode = SiteRoute(.post, "/inloggen/code", access: .everyone)
    static let recovery = SiteRoute(.get, "/inloggen/herstelcode", access: .everyone)
    static let sendRecovery = SiteRoute(.post, "/inloggen/herstelcode", access: .everyone)
    static let codeSetup = SiteRoute(.get, "/inloggen/code-instellen", access: .everyone)
    static let sendCodeSetup = SiteRoute(.post, "/inloggen/code-instellen", access: .everyone)
    static let password = SiteRoute(.get, "/wachtwoord/:secret", access: .everyone)
    static let sendPassword = SiteRoute(.post, "/wachtwoord/:secret", access: .everyone)

    static let partner = SiteRoute(.get, "/meedoen/:secret", access: .everyone)
    static let sendPartner = SiteRoute(.post, "/meedoen/:secret", access: .everyone)
    static let newLink = SiteRoute(.get, "/nieuwe-link", access: .everyone)
    static let sendNewLink = SiteRoute(.post, "/nieuwe-link", access: .everyone)

    /// Whether the address lets somebody in, so that it is written in no log.
    var holdsSecret: Bool { template.contains("/:secret") }
}
