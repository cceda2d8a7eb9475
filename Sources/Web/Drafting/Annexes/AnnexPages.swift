import Phrases
import PlanDomain
import Workflow

/// The images and annexes of a plan, with a form that adds one.
struct AnnexListPage: SitePage {
    static let template = "annexes"
    let heading: String
    let rows: [AnnexRow]
    let form: FormContent
    /// The text that its reader came from.
    let back: SiteAddress?

    static let fields: PageFields<AnnexListPage> = [
        .text("heading") { $0.heading },
        .text("back") { $0.back?.path },
        .flag("hasAnnexes") { !$0.rows.isEmpty },
        .list("annexes") { $0.rows },
        .part("form") { $0.form },
    ]
}

/// One image or annex: what is said of it, and taking it out.
struct AnnexPage: SitePage {
    static let template = "annex"
    let heading: String
    let row: AnnexRow
    let describe: FormContent
    let remove: FormContent
    let list: SiteAddress

    static let fields: PageFields<AnnexPage> = [
        .text("heading") { $0.heading },
        .part("annex") { $0.row },
        .part("describe") { $0.describe },
        .part("remove") { $0.remove },
        .text("list") { $0.list.path },
    ]
}

/// An image or annex as it stands in a list.
struct AnnexRow: PageContent {
    let annex: Annex
    let description: String
    let size: String
    /// The titles of the texts that show or name it.
    let places: String?
    let address: SiteAddress
    let file: SiteAddress

    /// - Parameter text: in which to look where it is used; nil says nothing of that.
    init(_ annex: Annex, of plan: PlanID, at commit: CommitID, in text: PlanText? = nil, phrases: Phrases) {
        self.annex = annex
        description = annex.label
        size = phrases.text("annexes.size", ["count": .number(max(1, annex.size >> 10))])
        let titles = text.map { text in text.places(of: annex).map { text.title(of: $0) } }
        places = titles.map { $0.isEmpty ? phrases.text("annexes.nowhere") : phrases.list($0) }
        address = .annex(plan, annex.name)
        file = .annexFile(plan, annex.name, at: commit)
    }

    static let fields: PageFields<AnnexRow> = [
        .text("annexName") { $0.annex.name },
        .text("annexDescription") { $0.description },
        .flag("isBare") { $0.annex.isBare },
        .flag("isDecorative") { $0.annex.isDecorative },
        .flag("isImage") { $0.annex.kind.isImage },
        .text("annexSize") { $0.size },
        .text("annexPlaces") { $0.places },
        .text("annexAddress") { $0.address.path },
        .text("annexFile") { $0.file.path },
        .text("annexMarkdown") { $0.annex.markdown },
    ]
}

extension Annex {
    /// What it goes by: what is said of it, or its name while nothing is.
    var label: String { description.isEmpty ? name : description }
}
