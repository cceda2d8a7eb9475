import Phrases

/// The whole document: head, navigation, content, footer.
struct LayoutPage: SitePage {
    static let template = "layout"
    let frame: PageFrame
    let title: String
    /// The rendered template of the page.
    let main: Markup
    let scripts: [ScriptLink]

    var passages: [Markup] { [main] }

    static let fields: PageFields<LayoutPage> = [
        .text("title") { $0.title },
        .text("language") { $0.frame.language.rawValue },
        .text("otherLanguage") { ($0.frame.language == .nl ? Language.en : .nl).rawValue },
        .text("here") { $0.frame.address },
        .text("styleSheet") { $0.frame.styleSheet },
        .list("scripts") { $0.scripts },
        .text("icon") { $0.frame.icon },
        .text("municipality") { $0.frame.look.municipality },
        .text("houseSheet") { $0.frame.look.sheet?.address },
        .text("logo") { $0.frame.look.logo?.address },
        .flag("isDemo") { $0.frame.isDemo },
        .text("demo") { _ in SiteAddress.demo.path },
        .flag("hasCrumbs") { !$0.frame.crumbs.isEmpty },
        .list("crumbs") { $0.frame.crumbs },
        .part("plan") { $0.frame.plan },
        .part("reader") { $0.frame.reader },
        .text("notice") { $0.frame.notice },
        .text("home") { _ in SiteAddress.plans.path },
        .text("about") { _ in SiteAddress.about.path },
        .text("signIn") { _ in SiteAddress.signIn.path },
        .text("languageForm") { _ in SiteAddress.language.path },
        .passage("main") { _ in 0 },
    ]
}

/// A module of JavaScript that makes a page better; every page works without it.
struct ScriptLink: PageContent {
    let address: String

    static let fields: PageFields<ScriptLink> = [.text("scriptAddress") { $0.address }]
}
