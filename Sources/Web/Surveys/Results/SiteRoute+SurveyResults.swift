/// What a questionnaire brought.
extension SiteRoute {
    private static let base = "/plannen/:plan/rondes/:round/enquete"

    static let surveyResults = SiteRoute(.get, base + "/uitkomsten", access: .plan(.readInputs))
    static let crossTable = SiteRoute(.get, base + "/kruistabel", access: .plan(.readInputs))
    static let resultsCSV = SiteRoute(.get, base + "/uitkomsten.csv", access: .plan(.readInputs))
    static let resultsJSON = SiteRoute(.get, base + "/uitkomsten.json", access: .plan(.readInputs))
    static let choicesCSV = SiteRoute(.get, base + "/antwoorden.csv", access: .plan(.handleInputs))
    static let weighting = SiteRoute(.get, base + "/weging", access: .plan(.consult))
    static let saveWeighting = SiteRoute(.post, base + "/weging", access: .plan(.consult))
}

extension BuilderPlace {
    var results: SiteAddress { result("uitkomsten") }
    var cross: SiteAddress { result("kruistabel") }
    var csv: SiteAddress { result("uitkomsten.csv") }
    var json: SiteAddress { result("uitkomsten.json") }
    var choices: SiteAddress { result("antwoorden.csv") }
    func weighting(_ question: String? = nil) -> SiteAddress { result("weging", query: [("vraag", question)]) }

    func results(theme: String? = nil, isWeighted: Bool = true) -> SiteAddress {
        result("uitkomsten", query: [("thema", theme), ("weging", isWeighted ? nil : "nee")])
    }

    private func result(_ name: String, query: [(String, String?)] = []) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "rondes", round.rawValue, "enquete", name, query: query)
    }
}
