/// What somebody looks after for themselves.
extension SiteRoute {
    static let saveAccount = SiteRoute(.post, "/mijn-account", access: .signedIn)
    static let savePassword = SiteRoute(.post, "/mijn-account/wachtwoord", access: .signedIn)
    static let endSessions = SiteRoute(.post, "/mijn-account/sessies", access: .signedIn)
    static let endSession = SiteRoute(.post, "/mijn-account/sessies/:session", access: .signedIn)
}

extension SiteAddress {
    static let ownPassword = SiteAddress("mijn-account", "wachtwoord")
    static let ownSessions = SiteAddress("mijn-account", "sessies")

    static func ownSession(_ id: String) -> SiteAddress { SiteAddress("mijn-account", "sessies", id) }
}
