import PlanDomain

/// The overview of what was heard.
extension SiteRoute {
    static let coverage = SiteRoute(.get, "/plannen/:plan/inbreng/overzicht", access: .plan(.handleInputs))
    static let coverageCSV = SiteRoute(.get, "/plannen/:plan/inbreng/overzicht.csv", access: .plan(.handleInputs))
}

extension SiteAddress {
    static func coverage(_ plan: PlanID, _ map: CoverageMap = .partnersBySections, fragment: String? = nil)
        -> SiteAddress
    {
        SiteAddress(
            "plannen", plan.rawValue, "inbreng", "overzicht",
            query: [("kaart", map == .partnersBySections ? nil : map.rawValue)], fragment: fragment)
    }

    static func coverageCSV(_ plan: PlanID, _ table: String) -> SiteAddress {
        SiteAddress("plannen", plan.rawValue, "inbreng", "overzicht.csv", query: [("tabel", table)])
    }
}

/// What a map has on its two sides, as addresses name it.
enum CoverageMap: String, CaseIterable {
    case partnersBySections = "partners-secties"
    case themesBySections = "themas-secties"
    case partnersByThemes = "partners-themas"

    var rows: Coverage.Axis {
        switch self {
        case .partnersBySections, .partnersByThemes: .submitter
        case .themesBySections: .theme
        }
    }

    var columns: Coverage.Axis { self == .partnersByThemes ? .theme : .section }
}
