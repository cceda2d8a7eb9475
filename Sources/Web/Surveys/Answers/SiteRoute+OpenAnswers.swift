import PlanDomain

/// What people wrote in their own words.
extension SiteRoute {
    private static let address = "/plannen/:plan/rondes/:round/enquete/vraag/:question/antwoorden"

    static let openAnswers = SiteRoute(.get, address, access: .plan(.handleInputs))
    static let takeAnswers = SiteRoute(.post, address, access: .plan(.handleInputs))
}

extension BuilderPlace {
    func answers(to question: String, page: Int = 1) -> SiteAddress {
        SiteAddress(
            "plannen", plan.rawValue, "rondes", round.rawValue, "enquete", "vraag", question, "antwoorden",
            query: [("pagina", page == 1 ? nil : String(page))])
    }
}
