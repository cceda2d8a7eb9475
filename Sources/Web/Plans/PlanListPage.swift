import Phrases
import PlanDomain

/// All plans that somebody may read, as the front page lists them: those that they work on, and those of which a
/// version is theirs.
struct PlanListPage: SitePage {
    static let template = "plans"
    let heading: String
    let isVisitor: Bool
    /// Plans that the reader works on.
    let rows: [Row]
    /// Plans of which they may read a version.
    let shelf: [ShelfRow]

    init(
        _ plans: [PlanSummary], _ shelf: [PlanOnShelf] = [], isVisitor: Bool = false, municipality: String,
        phrases: Phrases
    ) {
        heading = phrases.text("web.plans.heading", ["municipality": .text(municipality)])
        self.isVisitor = isVisitor
        rows = plans.map { Row($0, phrases: phrases) }
        self.shelf = shelf.compactMap { ShelfRow($0, phrases: phrases) }
    }

    static let fields: PageFields<PlanListPage> = [
        .text("heading") { $0.heading },
        .flag("isVisitor") { $0.isVisitor },
        .flag("isEmpty") { $0.rows.isEmpty && $0.shelf.isEmpty },
        .flag("hasBoth") { !$0.rows.isEmpty && !$0.shelf.isEmpty },
        .flag("hasPlans") { !$0.rows.isEmpty },
        .list("plans") { $0.rows },
        .flag("hasShelf") { !$0.shelf.isEmpty },
        .list("shelf") { $0.shelf },
        .text("signIn") { _ in SiteAddress.signIn.path },
        .text("follow") { _ in SiteAddress.follow().path },
        .text("withheld") { _ in SiteAddress.withheldDecisions.path },
    ]

    /// All that may differ at another time.
    var version: [String] {
        [isVisitor ? "visitor" : "reader"]
            + rows.map {
                "\($0.address.path) \($0.title) \($0.type) \($0.stage) \($0.period ?? "") \($0.size) \($0.changed ?? "")"
            }
            + shelf.map { "\($0.address.path) \($0.title) \($0.type) \($0.period ?? "") \($0.status) \($0.since)" }
    }

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

    /// A plan at the version that the reader may read.
    struct ShelfRow: PageContent {
        let title: String
        let address: SiteAddress
        let type: String
        let period: String?
        let status: String
        let since: String

        /// Nil where there is no version, which only who works on the plan has.
        init?(_ plan: PlanOnShelf, phrases: Phrases) {
            guard let version = plan.version else { return nil }
            title = plan.title
            address = .plan(plan.id)
            type = phrases.text(plan.typeLabel)
            period = plan.period
            status = phrases.status(of: version)
            since = phrases.writtenDate(version.settledOn)
        }

        static let fields: PageFields<ShelfRow> = [
            .text("title") { $0.title },
            .text("address") { $0.address.path },
            .text("type") { $0.type },
            .text("period") { $0.period },
            .text("status") { $0.status },
            .text("since") { $0.since },
        ]
    }
}
