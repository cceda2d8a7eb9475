import Phrases
import PlanDomain

/// What the places of a map are called, and where more of them is to be found.
struct CoverageNames {
    let overview: CoverageOverview
    let plan: PlanID
    let phrases: Phrases

    func name(_ place: Coverage.Place) -> String {
        switch place {
        case .section(let id): section(id)?.printedTitle ?? id.rawValue
        case .wholePlan: phrases.text("coverage.whole-plan")
        case .submitter(let name): name
        case .residents: phrases.text("coverage.residents")
        case .theme(let id): overview.themes.first { $0.id == id }?.name ?? id.rawValue
        case .noTheme: phrases.text("coverage.no-theme")
        }
    }

    /// What stands above a column of squares: the number of a section, or the place of a theme in the list under the map.
    func short(_ place: Coverage.Place, at index: Int) -> String {
        switch place {
        case .section(let id): section(id)?.number ?? String(index + 1)
        case .wholePlan, .noTheme: "–"
        default: String(index + 1)
        }
    }

    /// The inputs of a place; nil where the list cannot be asked for it.
    func address(_ place: Coverage.Place) -> SiteAddress? {
        switch place {
        case .section(let id): .inputs(plan, [("sectie", id.rawValue)])
        case .submitter(let name): .inputs(plan, [("organisatie", name)])
        case .theme(let id): .inputs(plan, [("thema", id.rawValue)])
        case .wholePlan, .residents, .noTheme: nil
        }
    }

    private func section(_ id: SectionID) -> ProjectedSection? { overview.sections.first { $0.id == id } }
}
