import Phrases

/// A page that asks one thing: what it is about, what helps, the form, and where else one can go.
struct FormPage: SitePage {
    static let template = "form-page"
    let heading: String
    var lead: String?
    var points: [TextLine] = []
    /// Nil on a page that only says something.
    var form: FormContent?
    var links: [PageLink] = []

    static let fields: PageFields<FormPage> = [
        .text("heading") { $0.heading },
        .text("lead") { $0.lead },
        .flag("hasPoints") { !$0.points.isEmpty },
        .list("points") { $0.points },
        .part("form") { $0.form },
        .flag("hasLinks") { !$0.links.isEmpty },
        .list("links") { $0.links },
    ]
}

/// A line of a list.
struct TextLine: PageContent {
    let line: String

    static let fields: PageFields<TextLine> = [.text("line") { $0.line }]
}
