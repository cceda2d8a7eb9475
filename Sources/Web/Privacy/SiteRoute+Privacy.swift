/// Erasing, how long things are kept, and what is kept of somebody.
extension SiteRoute {
    static let privacy = SiteRoute(.get, "/beheer/privacy", access: .administrators)
    static let retention = SiteRoute(.get, "/beheer/privacy/bewaren", access: .administrators)
    static let saveRetention = SiteRoute(.post, "/beheer/privacy/bewaren", access: .administrators)
    static let disposeExpired = SiteRoute(.post, "/beheer/privacy/bewaren/opruimen", access: .administrators)
    static let personalFile = SiteRoute(.get, "/beheer/privacy/inzage", access: .administrators)
    static let givePersonalFile = SiteRoute(.post, "/beheer/privacy/inzage", access: .administrators)
    static let personErasure = SiteRoute(.get, "/beheer/mensen/:person/wissen", access: .administrators)
    static let erasePerson = SiteRoute(.post, "/beheer/mensen/:person/wissen", access: .administrators)
    static let contactErasure = SiteRoute(.get, "/beheer/contactpersonen/:contact/wissen", access: .administrators)
    static let eraseContact = SiteRoute(.post, "/beheer/contactpersonen/:contact/wissen", access: .administrators)
    static let inputErasure = SiteRoute(.get, "/plannen/:plan/inbreng/:number/wissen", access: .plan(.erase))
    static let eraseInput = SiteRoute(.post, "/plannen/:plan/inbreng/:number/wissen", access: .plan(.erase))
    static let letterErasure = SiteRoute(.get, "/plannen/:plan/inname/stuk/:letter/wissen", access: .plan(.erase))
    static let eraseLetter = SiteRoute(.post, "/plannen/:plan/inname/stuk/:letter/wissen", access: .plan(.erase))
}
