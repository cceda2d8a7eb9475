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
    let look: HouseLook
    let isDemo: Bool
    /// Nil on pages that belong to no plan.
    let plan: PlanLinks?
    /// Nil for a visitor.
    let reader: ReaderLinks?
    /// What was just done.
    let notice: String?
    /// Whether this very reader is on it, so that no copy may be kept for another.
    var isPersonal: Bool { reader != nil || notice != nil }

    init(
        title: String, address: SiteAddress, crumbs: [Crumb] = [], plan: PlanLinks? = nil, services: SiteServices,
        context: SiteContext
    ) {
        let phrases = services.phrasebook.phrases(in: context.language)
        self.title = title
        language = context.language
        self.address = address.path
        self.crumbs = crumbs
        self.plan = plan
        reader = ReaderLinks(context, phrases: phrases)
        notice = context.notice?.text(phrases)
        styleSheet = services.files.address(of: StaticFiles.styleSheet) ?? ""
        icon = services.files.address(of: "paraaf.svg") ?? ""
        look = services.look.now
        isDemo = services.settings.isDemo
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
