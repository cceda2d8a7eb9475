/// What the administrator looks after, and who may see who did what.
extension SiteRoute {
    static let people = SiteRoute(.get, "/beheer/mensen", access: .administrators)
    static let newPerson = SiteRoute(.get, "/beheer/mensen/nieuw", access: .administrators)
    static let addPerson = SiteRoute(.post, "/beheer/mensen/nieuw", access: .administrators)
    static let onePerson = SiteRoute(.get, "/beheer/mensen/:person", access: .administrators)
    static let savePerson = SiteRoute(.post, "/beheer/mensen/:person", access: .administrators)
    static let linkPerson = SiteRoute(.post, "/beheer/mensen/:person/link", access: .administrators)
    static let resetPerson = SiteRoute(.post, "/beheer/mensen/:person/opnieuw", access: .administrators)
    static let switchPerson = SiteRoute(.post, "/beheer/mensen/:person/toegang", access: .administrators)
    static let newAppointment = SiteRoute(.get, "/beheer/mensen/:person/aanstellingen/nieuw", access: .administrators)
    static let appoint = SiteRoute(.post, "/beheer/mensen/:person/aanstellingen/nieuw", access: .administrators)
    static let oneAppointment = SiteRoute(
        .get, "/beheer/mensen/:person/aanstellingen/:appointment", access: .administrators)
    static let endAppointment = SiteRoute(
        .post, "/beheer/mensen/:person/aanstellingen/:appointment", access: .administrators)

    static let contacts = SiteRoute(.get, "/beheer/organisaties", access: .administrators)
    static let newContact = SiteRoute(.get, "/beheer/organisaties/nieuw", access: .administrators)
    static let addContact = SiteRoute(.post, "/beheer/organisaties/nieuw", access: .administrators)
    static let oneContact = SiteRoute(.get, "/beheer/contactpersonen/:contact", access: .administrators)
    static let saveContact = SiteRoute(.post, "/beheer/contactpersonen/:contact", access: .administrators)
    static let switchContact = SiteRoute(.post, "/beheer/contactpersonen/:contact/toegang", access: .administrators)
    static let inviteContact = SiteRoute(.post, "/beheer/contactpersonen/:contact/uitnodigen", access: .administrators)
    static let withdrawContact = SiteRoute(
        .post, "/beheer/contactpersonen/:contact/plannen/:invited", access: .administrators)

    static let substitutions = SiteRoute(.get, "/beheer/vervanging", access: .administrators)
    static let substitute = SiteRoute(.post, "/beheer/vervanging", access: .administrators)
    static let withdrawSubstitution = SiteRoute(
        .post, "/beheer/vervanging/:substitution/intrekken", access: .administrators)

    static let planTypes = SiteRoute(.get, "/beheer/plantypen", access: .administrators)
    static let planType = SiteRoute(.get, "/beheer/plantypen/:type", access: .administrators)
    static let houseStyle = SiteRoute(.get, "/beheer/huisstijl", access: .administrators)
    static let saveHouseStyle = SiteRoute(
        .post, "/beheer/huisstijl", access: .administrators, limits: .files(megabytes: 1))
    static let oversight = SiteRoute(.get, "/beheer/toezicht", access: .administrators)

    static let deeds = SiteRoute(.get, "/beheer/toezicht/handelingen", access: .administrators)

    static let audit = SiteRoute(.get, "/plannen/:plan/toezicht", access: .plan(.audit))
    static let accessList = SiteRoute(.get, "/plannen/:plan/toegang", access: .plan(.audit))
}
