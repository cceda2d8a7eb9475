import Phrases
import PlanDomain
import Workflow

/// The front page of one plan: where it stands, what is next, and everything that belongs to it.
struct PlanPage: SitePage {
    static let template = "plan"
    let title: String
    let standing: String
    let facts: [PlanFact]
    let board: StageGrid
    /// Nil where there is no gate ahead any more.
    let gate: GateSummary?
    let deadlines: [DeadlineRow]
    let tracks: [TrackSummary]
    let partners: [String]
    let documents: [DocumentLine]
    let related: [RelatedPlan]
    /// The last few, newest first.
    let acts: [ActLine]
    let actsAddress: SiteAddress
    let documentsAddress: SiteAddress
    let planning: SiteAddress
    /// To what others may read of it.
    let readings: [PageLink]

    /// - Parameters:
    ///   - documents: what can be made of the plan now.
    ///   - acts: the last few of its register, newest first.
    ///   - readings: as whom the reader may read along.
    init(
        _ view: PlanView, documents: [DocumentListing], acts: [ActLine], readings: [ReadingAudience] = [],
        phrases: Phrases
    ) {
        let plan = view.projected
        title = plan.metadata.title
        standing = StandingSentence(view, phrases: phrases).text
        facts = PlanFact.all(of: plan, phrases: phrases)
        board = StageGrid(plan, definition: view.definition, phrases: phrases)
        gate = view.gate.map { GateSummary($0, in: view, phrases: phrases) }
        deadlines = DeadlineRow.all(of: view, phrases: phrases)
        tracks = view.standing.tracks.map { TrackSummary($0, phrases: phrases) }
        partners = view.organisations.map(\.name)
        self.documents = documents.map { DocumentLine($0, of: plan.id) }
        related = RelatedPlan.all(of: view, phrases: phrases)
        self.acts = acts
        actsAddress = .acts(plan.id)
        documentsAddress = .documents(plan.id)
        planning = .planning(plan.id)
        self.readings = readings.map { audience in
            PageLink(
                label: phrases.text(as: audience), address: ReadingPlace(plan: plan.id, audience: audience).overview)
        }
    }

    static let fields: PageFields<PlanPage> = [
        .text("title") { $0.title },
        .text("standing") { $0.standing },
        .list("facts") { $0.facts },
        .part("board") { $0.board },
        .part("gate") { $0.gate },
        .flag("hasDeadlines") { !$0.deadlines.isEmpty },
        .text("planning") { $0.planning.path },
        .list("deadlines") { $0.deadlines },
        .flag("hasTracks") { !$0.tracks.isEmpty },
        .list("tracks") { $0.tracks },
        .flag("hasPartners") { !$0.partners.isEmpty },
        .list("partners") { $0.partners.map(Partner.init) },
        .flag("hasDocuments") { !$0.documents.isEmpty },
        .list("documents") { $0.documents },
        .flag("hasRelated") { !$0.related.isEmpty },
        .list("related") { $0.related },
        .flag("hasActs") { !$0.acts.isEmpty },
        .list("acts") { $0.acts },
        .text("actsAddress") { $0.actsAddress.path },
        .flag("hasReadings") { !$0.readings.isEmpty },
        .list("readings") { $0.readings },
    ]

    struct Partner: PageContent {
        let name: String

        static let fields: PageFields<Partner> = [.text("name") { $0.name }]
    }
}

/// Where a plan stands, in one sentence.
///
/// A plan that is not all in one place is said to stand where its least advanced section does, because that is what its
/// gates go by.
struct StandingSentence {
    let text: String

    init(_ view: PlanView, phrases: Phrases) {
        let stage = phrases.text(view.projected.stageLabel)
        let sections = view.projected.sections
        let ahead = sections.count { $0.stage != view.projected.stage }
        let key =
            if !view.standing.isStarted {
                "web.standing.not-started"
            } else if view.definition.stage(view.projected.stage)?.isEnd == true {
                "web.standing.finished"
            } else if ahead > 0 {
                "web.standing.mixed"
            } else {
                "web.standing.together"
            }
        text = phrases.text(
            key,
            [
                "stage": .text(stage), "count": .number(ahead),
                "total": .text(phrases.text("web.sections", ["count": .number(sections.count)])),
            ])
    }
}

/// One field of what is known of a plan.
struct PlanFact: PageContent {
    let label: String
    let value: String

    static let fields: PageFields<PlanFact> = [
        .text("label") { $0.label },
        .text("value") { $0.value },
    ]

    /// Fields without a value are left out.
    static func all(of plan: ProjectedPlan, phrases: Phrases) -> [PlanFact] {
        let metadata = plan.metadata
        let fields: [(String, String?)] = [
            ("web.plan.type", phrases.text(plan.typeLabel)), ("web.plan.municipality", metadata.municipality),
            ("web.plan.period", metadata.period), ("web.plan.programme", metadata.programme),
            ("web.plan.team", metadata.team), ("web.plan.portfolio-holder", metadata.portfolioHolder),
            ("web.plan.number", metadata.number),
        ]
        return fields.compactMap { key, value in value.map { PlanFact(label: phrases.text(key), value: $0) } }
    }
}

/// A plan that this one continues, or that continues this one.
struct RelatedPlan: PageContent {
    /// In words, such as "Vervolg op:".
    let relation: String
    let title: String
    let address: SiteAddress
    let stage: String

    static let fields: PageFields<RelatedPlan> = [
        .text("relation") { $0.relation },
        .text("title") { $0.title },
        .text("address") { $0.address.path },
        .text("stage") { $0.stage },
    ]

    static func all(of view: PlanView, phrases: Phrases) -> [RelatedPlan] {
        let before = view.predecessor.map { [("web.plan.follows", $0)] } ?? []
        let after = view.successors.map { ("web.plan.followed-by", $0) }
        return (before + after).map { key, plan in
            RelatedPlan(
                relation: phrases.text(key), title: plan.title, address: .plan(plan.id),
                stage: phrases.text(plan.stageLabel))
        }
    }
}
