import Phrases
import PlanDomain

/// The overview for the secretary: what is open, what deserves a look, and what the inputs cover.
struct CoveragePage: SitePage {
    static let template = "coverage"
    let facts: [QuestionPage.Fact]
    let warnings: [CoverageWarnings.Group]
    let maps: [PageLink]
    let map: CoverageFigure
    let figures: [CoverageFigure]
    let isEmpty: Bool
    let all: SiteAddress

    init(_ overview: CoverageOverview, map chosen: CoverageMap, of plan: PlanID, phrases: Phrases) {
        let total = overview.coverage.total
        facts = [("received", total.received), ("handled", total.handled), ("open", total.open)].map { name, count in
            .init(label: phrases.text("coverage.\(name)"), value: phrases.number(count))
        }
        warnings = CoverageWarnings(plan: plan, phrases: phrases).groups(overview)
        let figures = CoverageFigures(overview: overview, plan: plan, phrases: phrases)
        let offered = CoverageMap.allCases.filter { !overview.themes.isEmpty || $0 == .partnersBySections }
        maps = offered.map { map in
            let key = "coverage.map.\(map.rawValue)"
            return PageLink(
                label: phrases.text(key), address: .coverage(plan, map, fragment: "kaart"), isCurrent: map == chosen)
        }
        map = figures.map(chosen)
        isEmpty = total.received == 0
        self.figures = isEmpty ? [] : [figures.answers, figures.weeks, figures.channels]
        all = .inputs(plan)
    }

    static let fields: PageFields<CoveragePage> = [
        .list("facts") { $0.facts },
        .flag("hasWarnings") { !$0.warnings.isEmpty },
        .list("warnings") { $0.warnings },
        .list("maps") { $0.maps },
        .part("map") { $0.map },
        .list("figures") { $0.figures },
        .flag("isEmpty") { $0.isEmpty },
        .text("all") { $0.all.path },
    ]
}
