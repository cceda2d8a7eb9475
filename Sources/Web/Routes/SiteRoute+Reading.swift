/// The reading pages, and what belongs to no plan.
extension SiteRoute {
    static let plans = SiteRoute(.get, "/", access: .everyone)
    static let plan = SiteRoute(.get, "/plannen/:plan", access: .planReader)
    static let text = SiteRoute(.get, "/plannen/:plan/tekst", access: .plan(.readWorking))
    static let section = SiteRoute(.get, "/plannen/:plan/secties/:section", access: .plan(.readWorking))
    static let comparison = SiteRoute(
        .get, "/plannen/:plan/secties/:section/vergelijking", access: .plan(.readWorking))
    static let acts = SiteRoute(.get, "/plannen/:plan/handelingen", access: .plan(.readWorking))
    static let documents = SiteRoute(.get, "/plannen/:plan/stukken", access: .plan(.readWorking))
    static let document = SiteRoute(.get, "/plannen/:plan/stukken/:document", access: .plan(.readWorking))
    static let workflow = SiteRoute(.get, "/plannen/:plan/werkwijze", access: .plan(.readWorking))

    static let about = SiteRoute(.get, "/over", access: .everyone)
    static let language = SiteRoute(.post, "/taal", access: .everyone, needsToken: false)
    static let health = SiteRoute(.get, "/gezondheid", access: .everyone)
    static let asset = SiteRoute(.get, "/static/:hash/:file", access: .everyone)
    /// Browsers ask for it by this name beside a document that cannot name an icon of its own.
    static let icon = SiteRoute(.get, "/favicon.ico", access: .everyone)

    /// Answers that are the same for everybody, whoever asks: nobody is looked up for them.
    static let sameForAll: Set<SiteRoute> = [.health, .asset, .icon]
}
