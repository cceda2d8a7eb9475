/// Where inputs are read and handled. What of them a reader sees is asked of `InputAccess`, by every handler.
extension SiteRoute {
    static let inputs = SiteRoute(.get, "/plannen/:plan/inbreng", access: .plan(.readInputs))
    static let input = SiteRoute(.get, "/plannen/:plan/inbreng/:number", access: .plan(.readInputs))
    static let bulk = SiteRoute(.get, "/plannen/:plan/inbreng/tegelijk", access: .plan(.handleInputs))
    static let doBulk = SiteRoute(.post, "/plannen/:plan/inbreng/tegelijk", access: .plan(.handleInputs))
    static let keepFilter = SiteRoute(.post, "/plannen/:plan/inbreng/filters", access: .plan(.readInputs))
    static let forgetFilter = SiteRoute(.post, "/plannen/:plan/inbreng/filters/weg", access: .plan(.readInputs))
    static let inputFile = SiteRoute(
        .get, "/plannen/:plan/inbreng/:number/bijlagen/:file", access: .plan(.readInputs))
    static let assignInput = SiteRoute(
        .post, "/plannen/:plan/inbreng/:number/behandelaar", access: .plan(.handleInputs))
    static let anchor = SiteRoute(.get, "/plannen/:plan/inbreng/:number/plaats", access: .plan(.handleInputs))
    static let placeAnchor = SiteRoute(.post, "/plannen/:plan/inbreng/:number/plaats", access: .plan(.handleInputs))
    static let judgement = SiteRoute(
        .get, "/plannen/:plan/inbreng/:number/beoordeling", access: .plan(.handleInputs))
    static let judge = SiteRoute(.post, "/plannen/:plan/inbreng/:number/beoordeling", access: .plan(.handleInputs))
    static let moderationRule = SiteRoute(.get, "/plannen/:plan/inbreng/toelating", access: .plan(.handleInputs))
    static let chooseModerationRule = SiteRoute(.post, "/plannen/:plan/inbreng/toelating", access: .plan(.handleInputs))
    static let proposal = SiteRoute(.get, "/plannen/:plan/inbreng/:number/afdoening", access: .plan(.handleInputs))
    static let propose = SiteRoute(.post, "/plannen/:plan/inbreng/:number/afdoening", access: .plan(.handleInputs))
    static let adoption = SiteRoute(
        .get, "/plannen/:plan/inbreng/:number/vaststelling", access: .plan(.adoptDispositions))
    static let adopt = SiteRoute(
        .post, "/plannen/:plan/inbreng/:number/vaststelling", access: .plan(.adoptDispositions))
}
