import Phrases
import PlanDomain
import Workflow

/// Which document a plan is made of, with those that its reader took in before and did not finish.
struct ImportDocumentPage: SitePage {
    static let template = "import-document"
    let heading: String
    let form: FormContent
    let pending: [PageLink]

    init(_ pending: [PendingImport], form: FormContent, phrases: Phrases) {
        heading = phrases.text("starting.document.heading")
        self.form = form
        self.pending = pending.map { document in
            let words: [String: PhraseArgument] = [
                "name": .text(document.fileName), "moment": .text(phrases.moment(document.madeAt)),
            ]
            return PageLink(label: phrases.text("starting.document.pending", words), address: .importCut(document.id))
        }
    }

    static let fields: PageFields<ImportDocumentPage> = [
        .text("heading") { $0.heading },
        .part("form") { $0.form },
        .flag("hasPending") { !$0.pending.isEmpty },
        .list("pending") { $0.pending },
    ]
}
