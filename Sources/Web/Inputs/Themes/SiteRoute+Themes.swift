import PlanDomain

/// What inputs are about.
extension SiteRoute {
    static let themes = SiteRoute(.get, "/plannen/:plan/inbreng/themas", access: .plan(.handleInputs))
    static let addTheme = SiteRoute(.post, "/plannen/:plan/inbreng/themas", access: .plan(.handleInputs))
    static let proposeThemes = SiteRoute(
        .post, "/plannen/:plan/inbreng/themas/voorstellen", access: .plan(.handleInputs))
    static let decideTheme = SiteRoute(.post, "/plannen/:plan/inbreng/thema/:theme", access: .plan(.handleInputs))
    static let putUnderTheme = SiteRoute(.post, "/plannen/:plan/inbreng/:number/thema", access: .plan(.handleInputs))
}

extension SiteAddress {
    static func themes(_ plan: PlanID) -> SiteAddress { SiteAddress("plannen", plan.rawValue, "inbreng", "themas") }

    static func themeProposals(_ plan: PlanID) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "inbreng", "themas", "voorstellen")
    }

    static func theme(_ plan: PlanID, _ theme: ThemeID) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "inbreng", "thema", theme.rawValue)
    }

    static func inputTheme(_ plan: PlanID, _ number: InputNumber) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "inbreng", number.description, "thema")
    }
}
