import Phrases
import PlanDomain
import Workflow

/// One section to read, at one version, with how it came about.
struct SectionPage: SitePage {
    static let template = "section"
    let view: SectionView
    let heading: String
    /// Nil where nobody has written it yet.
    let body: Markup?
    /// What the template says to who will write it; only shown while there is no text.
    let guidance: Markup?
    let contents: [ContentsLine]
    let stage: String
    /// The moment of the change that made this version.
    let version: String
    let owner: String?
    let previous: Neighbour?
    let next: Neighbour?
    let history: SectionHistory
    /// Nil for whoever may not write in the plan.
    let writing: SectionWriting?

    var passages: [Markup] { body.map { [$0] } ?? [] }

    init(
        _ view: SectionView, body: Markup?, headings: [SectionMarkup.Heading], writing: SectionWriting? = nil,
        phrases: Phrases
    ) {
        self.view = view
        self.writing = writing
        self.body = body
        heading = view.printedTitle
        let hints = Guidance.markdown(in: view.section.body)
        guidance =
            body == nil && !hints.isEmpty
            ? SectionMarkup(hints, topLevel: 3, prefix: "aanwijzing-", phrases: phrases).render() : nil
        contents = headings.filter { $0.depth <= 1 }.map {
            ContentsLine(title: $0.title, anchor: $0.id, depth: $0.depth)
        }
        stage = phrases.text(view.stageLabel)
        let made = view.changes.first { $0.id == view.commit }?.madeAt ?? view.changes.first?.madeAt
        version = made.map { phrases.moment($0) } ?? phrases.text("web.section.version-unknown")
        owner = view.section.owner
        previous = view.previous.map { Neighbour($0, of: view.plan.id) }
        next = view.next.map { Neighbour($0, of: view.plan.id) }
        history = SectionHistory(view, phrases: phrases)
    }

    static let fields: PageFields<SectionPage> = [
        .text("heading") { $0.heading },
        .flag("isOld") { !$0.view.isCurrent },
        .text("currentAddress") { SiteAddress.section($0.view.plan.id, $0.view.section.id).path },
        .text("version") { $0.version },
        .text("commit") { $0.view.commit.short },
        .text("stage") { $0.stage },
        .text("owner") { $0.owner },
        .flag("hasText") { $0.body != nil },
        .passage("body") { $0.body == nil ? nil : 0 },
        .flag("hasGuidance") { $0.guidance != nil },
        .markup("guidance") { $0.guidance },
        .flag("hasContents") { $0.contents.count > 1 },
        .list("contents") { $0.contents },
        .part("previous") { $0.previous },
        .part("next") { $0.next },
        .part("history") { $0.history },
        .part("writing") { $0.writing },
    ]

    /// A heading within the section, down to the second level of the text.
    struct ContentsLine: PageContent {
        let title: String
        let anchor: String
        let depth: Int

        static let fields: PageFields<ContentsLine> = [
            .text("title") { $0.title },
            .text("anchor") { $0.anchor },
            .flag("isDeeper") { $0.depth > 0 },
        ]
    }

    /// The section before or after this one in the order of the plan.
    struct Neighbour: PageContent {
        let title: String
        let address: SiteAddress

        init(_ section: ProjectedSection, of plan: PlanID) {
            title = section.printedTitle
            address = .section(plan, section.id)
        }

        static let fields: PageFields<Neighbour> = [
            .text("title") { $0.title },
            .text("address") { $0.address.path },
        ]
    }
}

/// What a drafter can do from the page of a section: write on, or lay an older version on the desk.
struct SectionWriting: PageContent {
    let plan: PlanID
    let section: SectionID
    /// The older version that is read; nil for the present one.
    let older: CommitID?
    let seal: FormSeal

    static let fields: PageFields<SectionWriting> = [
        .text("editAddress") { SiteAddress.sectionEditor($0.plan, $0.section).path },
        .text("divideAddress") { SiteAddress.sectionStructure($0.plan, $0.section).path },
        .text("restoreAddress") { SiteAddress.restoreSection($0.plan, $0.section).path },
        .text("older") { $0.older?.rawValue },
        .text("formToken") { $0.seal.token },
        .text("requestID") { $0.seal.requestID },
    ]
}

extension SectionView {
    /// As it was called in this version. An older one bears no number: the sections around it were others then.
    var printedTitle: String {
        if isCurrent, let place { return place.printedTitle }
        return section.heading?.plainTitle ?? place?.title ?? section.id.rawValue
    }
}
