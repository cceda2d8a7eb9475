/// What partners, councillors and advisers do with a plan that they are asked about.
extension SiteRoute {
    static let contribute = SiteRoute(.get, "/plannen/:plan/meedoen", access: .contributor)
    static let contributeSection = SiteRoute(.get, "/plannen/:plan/meedoen/tekst/:section", access: .contributor)
    static let addRemark = SiteRoute(
        .post, "/plannen/:plan/meedoen/tekst/:section", access: .contributor, limits: .text)

    // Of the draft.
    static let newItem = SiteRoute(.get, "/plannen/:plan/meedoen/reactie", access: .contributor)
    static let addItem = SiteRoute(.post, "/plannen/:plan/meedoen/reactie", access: .contributor, limits: .text)
    static let item = SiteRoute(.get, "/plannen/:plan/meedoen/reactie/:item", access: .contributor)
    static let changeItem = SiteRoute(
        .post, "/plannen/:plan/meedoen/reactie/:item", access: .contributor, limits: .text)
    static let removeItem = SiteRoute(.post, "/plannen/:plan/meedoen/reactie/:item/weg", access: .contributor)
    static let attachFile = SiteRoute(
        .post, "/plannen/:plan/meedoen/reactie/:item/bijlagen", access: .contributor, limits: .files(megabytes: 11))
    static let draftFile = SiteRoute(
        .get, "/plannen/:plan/meedoen/reactie/:item/bijlagen/:file", access: .contributor)
    static let detachFile = SiteRoute(
        .post, "/plannen/:plan/meedoen/reactie/:item/bijlagen/:file/weg", access: .contributor)

    // Sending in.
    static let checkDraft = SiteRoute(.get, "/plannen/:plan/meedoen/controle", access: .contributor)
    static let sendIn = SiteRoute(.post, "/plannen/:plan/meedoen/controle", access: .contributor)
    static let receipt = SiteRoute(.get, "/plannen/:plan/meedoen/ontvangst/:receipt", access: .contributor)

    // What was sent in.
    static let ownInput = SiteRoute(.get, "/plannen/:plan/meedoen/inbreng/:number", access: .contributor)
    static let ownFile = SiteRoute(
        .get, "/plannen/:plan/meedoen/inbreng/:number/bijlagen/:file", access: .contributor)
    static let correctionForm = SiteRoute(
        .get, "/plannen/:plan/meedoen/inbreng/:number/wijzigen", access: .contributor)
    static let correctInput = SiteRoute(
        .post, "/plannen/:plan/meedoen/inbreng/:number/wijzigen", access: .contributor, limits: .text)
    static let withdrawalForm = SiteRoute(
        .get, "/plannen/:plan/meedoen/inbreng/:number/intrekken", access: .contributor)
    static let withdrawInput = SiteRoute(
        .post, "/plannen/:plan/meedoen/inbreng/:number/intrekken", access: .contributor)
}
