/// What visitors, partners in a round and the council read of a plan. The handlers load what is theirs; see
/// ``ReadingRoutes``.
extension SiteRoute {
    static let reading = SiteRoute(.get, "/plannen/:plan/lezen", access: .planReader)
    static let readingSection = SiteRoute(.get, "/plannen/:plan/lezen/:section", access: .planReader)
    static let readingComparison = SiteRoute(
        .get, "/plannen/:plan/lezen/:section/vergelijking", access: .planReader)
    static let readingSearch = SiteRoute(.get, "/plannen/:plan/zoeken", access: .planReader)
    static let origin = SiteRoute(.get, "/plannen/:plan/totstandkoming", access: .planReader)
    static let readingDocument = SiteRoute(.get, "/plannen/:plan/bijgevoegd/:document", access: .planReader)
    /// An image or annex that the version shows.
    static let readingAnnex = SiteRoute(.get, "/plannen/:plan/bestanden/:annex", access: .planReader)
    static let withheldDecisions = SiteRoute(.get, "/besluiten", access: .everyone)
}
