/// What belongs to whoever is signed in.
extension SiteRoute {
    static let signIn = SiteRoute(.get, "/inloggen", access: .everyone)
    static let signOut = SiteRoute(.post, "/uitloggen", access: .everyone)
    /// Everything that waits for this person.
    static let desk = SiteRoute(.get, "/mijn-werk", access: .signedIn)
    static let account = SiteRoute(.get, "/mijn-account", access: .signedIn)
    static let administration = SiteRoute(.get, "/beheer", access: .administrators)
}
