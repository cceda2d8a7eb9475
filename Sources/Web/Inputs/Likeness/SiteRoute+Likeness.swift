import PlanDomain

/// Inputs that say the same.
extension SiteRoute {
    static let families = SiteRoute(.get, "/plannen/:plan/inbreng/gelijk", access: .plan(.handleInputs))
    static let family = SiteRoute(.get, "/plannen/:plan/inbreng/:number/gelijk", access: .plan(.handleInputs))
    static let judgeFamily = SiteRoute(.post, "/plannen/:plan/inbreng/:number/gelijk", access: .plan(.handleInputs))
    static let answerFamily = SiteRoute(
        .post, "/plannen/:plan/inbreng/:number/gelijk/afdoening", access: .plan(.handleInputs))
}

extension SiteAddress {
    static func families(_ plan: PlanID, page: Int = 1) -> SiteAddress {
        SiteAddress(
            "plannen", plan.rawValue, "inbreng", "gelijk", query: [("pagina", page > 1 ? String(page) : nil)])
    }

    static func family(_ plan: PlanID, _ number: InputNumber) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "inbreng", number.description, "gelijk")
    }

    static func familyAnswer(_ plan: PlanID, _ number: InputNumber) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "inbreng", number.description, "gelijk", "afdoening")
    }

    /// The form on which somebody else adopts what was proposed of some inputs.
    static func bulkAdoption(_ plan: PlanID, _ numbers: [InputNumber]) -> SiteAddress {
        SiteAddress(
            "plannen", plan.rawValue, "inbreng", "tegelijk",
            query: [("doe", BulkForm.Kind.adopt.rawValue)] + numbers.map { ("n\($0.rawValue)", "1") })
    }
}
