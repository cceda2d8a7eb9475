import Phrases
import PlanDomain

/// All plans of the municipality, as the front page lists them.
struct PlanListPage: SitePage {
    static let template = "plans"
    let heading: String
    let rows: [Row]

    init(_ plans: [PlanSummary], municipality: String, phrases: Phrases) {
        heading = phrases.text("web.plans.heading", ["municipality": .text(municipality)])
        rows = plans.map { Row($0, phrases: phrases) }
    }

    static let fields: PageFields<PlanListPage> = [
        .text("heading") { $0.heading },
        .flag("isEmpty") { $0.rows.isEmpty },
        .list("plans") { $0.rows },
    ]

    struct Row: PageContent {
        let title: String
        /// Of the plan's own page.
        let address: SiteAddress
        let type: String
        let stage: String
        let period: String?
        let size: String
        /// The day of the last change of its text; nil where there was none.
        let changed: String?

        init(_ plan: PlanSummary, phrases: Phrases) {
            title = plan.title
            address = .plan(plan.id)
            type = phrases.text(plan.typeLabel)
            stage = phrases.text(plan.stageLabel)
            period = plan.period
            size = phrases.text("web.sections", ["count": .number(plan.sectionCount)])
            changed = plan.changedAt.map { phrases.writtenDate(of: $0) }
        }

        static let fields: PageFields<Row> = [
            .text("title") { $0.title },
            .text("address") { $0.address.path },
            .text("type") { $0.type },
            .text("stage") { $0.stage },
            .text("period") { $0.period },
            .text("size") { $0.size },
            .text("changed") { $0.changed },
        ]
    }
}
