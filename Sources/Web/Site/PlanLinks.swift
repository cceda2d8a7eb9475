import Phrases
import PlanDomain

/// The pages of one plan that this participant may come to, with the present one marked.
struct PlanLinks: PageContent {
    let title: String
    let links: [PageLink]

    /// `current` is the page among these that the reader is on, or that the present page lies under.
    init(_ plan: PlanID, title: String, current: SiteRoute, context: SiteContext, phrases: Phrases) {
        self.title = title
        links = Self.pages.filter { page in
            context.routes.has(page.route) && page.route.access.admits(context.participant, plan: plan)
        }.map { page in
            PageLink(label: phrases.text(page.label), address: page.address(plan), isCurrent: page.route == current)
        }
    }

    /// For who reads a version: the pages of that version, and the others that they may come to.
    init(
        _ plan: PlanID, title: String, reading: [PageLink], isReadingAlong: Bool, context: SiteContext,
        phrases: Phrases
    ) {
        let others = Self(plan, title: title, current: .plan, context: context, phrases: phrases).links
        self.title = title
        links = reading + (isReadingAlong ? [] : others.filter { $0.address != .plan(plan) })
    }

    /// A page that the navigation of a plan leads to.
    struct Page: Sendable {
        let route: SiteRoute
        let address: @Sendable (PlanID) -> SiteAddress
        /// A key of the locale files.
        let label: String
    }

    static let fields: PageFields<PlanLinks> = [
        .text("planTitle") { $0.title },
        .list("links") { $0.links },
    ]
}

extension PlanLinks {
    /// In the order in which they stand; a new area is one line here. A page shows for whom its route admits.
    static let pages: [Page] = [
        Page(route: .plan, address: SiteAddress.plan, label: "web.nav.overview"),
        Page(route: .text, address: SiteAddress.text, label: "web.nav.text"),
        Page(route: .structure, address: SiteAddress.structure, label: "editor.nav.structure"),
        Page(route: .gate, address: { .gate($0) }, label: "secretary.nav.gate"),
        Page(route: .progress, address: SiteAddress.progress, label: "secretary.nav.progress"),
        Page(route: .decisions, address: SiteAddress.decisions, label: "secretary.nav.decisions"),
        Page(route: .contribute, address: { ContributionPlace(plan: $0, round: nil).overview() }, label: "partner.nav"),
        Page(route: .rounds, address: { .rounds($0) }, label: "rounds.nav"),
        Page(route: .sittings, address: { .sittings($0) }, label: "sessions.nav"),
        Page(route: .intake, address: { .intake($0) }, label: "intake.nav"),
        Page(route: .inputs, address: SiteAddress.inputs, label: "inputs.nav"),
        Page(route: .coverage, address: { .coverage($0) }, label: "coverage.nav"),
        Page(route: .acts, address: SiteAddress.acts, label: "web.nav.acts"),
        Page(route: .documents, address: { .documents($0) }, label: "web.nav.documents"),
        Page(route: .workflow, address: SiteAddress.workflow, label: "web.nav.workflow"),
        Page(route: .audit, address: { .audit($0) }, label: "admin.oversight.heading"),
    ]
}

/// A link in a list of links.
struct PageLink: PageContent {
    let label: String
    let address: SiteAddress
    var isCurrent = false

    static let fields: PageFields<PageLink> = [
        .text("label") { $0.label },
        .text("address") { $0.address.path },
        .flag("isCurrent") { $0.isCurrent },
    ]
}
