/// What belongs to whoever is signed in.
extension SiteAddress {
    static let signIn = SiteAddress("inloggen")
    static let signOut = SiteAddress("uitloggen")
    static let desk = SiteAddress("mijn-werk")
    static let account = SiteAddress("mijn-account")
    static let administration = SiteAddress("beheer")

    /// Signing in, and on to where the reader was going.
    static func signIn(returningTo address: String) -> SiteAddress {
        SiteAddress("inloggen", query: [("terug", address)])
    }
}
