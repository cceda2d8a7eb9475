import Phrases
import PlanDomain

/// What stands around the content of a page.
struct PageFrame: Sendable {
    let title: String
    let language: Language
    /// Where the reader is, for the form that changes the language.
    let address: String
    /// From the front page to this page; empty on the front page itself.
    let crumbs: [Crumb]
    /// Addresses with a hash in them; empty where the file is not there, which only a broken installation has.
    let styleSheet: String
    let icon: String
    let municipality: String
    /// Nil on pages that belong to no plan.
    let plan: PlanLinks?

    init(
        title: String, address: SiteAddress, crumbs: [Crumb] = [], plan: PlanLinks? = nil, services: SiteServices,
        language: Language
    ) {
        self.title = title
        self.language = language
        self.address = address.path
        self.crumbs = crumbs
        self.plan = plan
        styleSheet = services.files.address(of: "paraaf.css") ?? ""
        icon = services.files.address(of: "paraaf.svg") ?? ""
        municipality = services.settings.municipality
    }
}

/// One step on the way to a page; the page itself is the last and has no address.
struct Crumb: PageContent {
    let label: String
    var address: SiteAddress?

    static let fields: PageFields<Crumb> = [
        .text("label") { $0.label },
        .text("address") { $0.address?.path },
    ]
}

/// The pages of one plan, with the present one marked.
struct PlanLinks: PageContent {
    let title: String
    let links: [Link]

    /// `current` is the page among these that the reader is on, or that the present page lies under.
    init(_ plan: PlanID, title: String, current: SiteRoute, phrases: Phrases) {
        self.title = title
        let pages: [(SiteRoute, SiteAddress, String)] = [
            (.plan, .plan(plan), "web.nav.overview"), (.text, .text(plan), "web.nav.text"),
            (.acts, .acts(plan), "web.nav.acts"), (.documents, .documents(plan), "web.nav.documents"),
            (.workflow, .workflow(plan), "web.nav.workflow"),
        ]
        links = pages.map { Link(label: phrases.text($0.2), address: $0.1, isCurrent: $0.0 == current) }
    }

    static let fields: PageFields<PlanLinks> = [
        .text("planTitle") { $0.title },
        .list("links") { $0.links },
    ]

    struct Link: PageContent {
        let label: String
        let address: SiteAddress
        let isCurrent: Bool

        static let fields: PageFields<Link> = [
            .text("label") { $0.label },
            .text("address") { $0.address.path },
            .flag("isCurrent") { $0.isCurrent },
        ]
    }
}

/// The whole document: head, navigation, content, footer.
struct LayoutPage: SitePage {
    static let template = "layout"
    let frame: PageFrame
    /// The rendered template of the page.
    let main: Markup

    var passages: [Markup] { [main] }

    static let fields: PageFields<LayoutPage> = [
        .text("title") { $0.frame.title },
        .text("language") { $0.frame.language.rawValue },
        .text("otherLanguage") { ($0.frame.language == .nl ? Language.en : .nl).rawValue },
        .text("here") { $0.frame.address },
        .text("styleSheet") { $0.frame.styleSheet },
        .text("icon") { $0.frame.icon },
        .text("municipality") { $0.frame.municipality },
        .flag("hasCrumbs") { !$0.frame.crumbs.isEmpty },
        .list("crumbs") { $0.frame.crumbs },
        .part("plan") { $0.frame.plan },
        .text("home") { _ in SiteAddress.plans.path },
        .text("about") { _ in SiteAddress.about.path },
        .text("languageForm") { _ in SiteAddress.language.path },
        .passage("main") { _ in 0 },
    ]
}
