import Phrases
import PlanDomain
import Prose
import Workflow

/// The texts of one document, with what is still empty or missing on top.
struct PapersPage: SitePage {
    static let template = "papers"
    let plan: PlanID
    let heading: String
    let missing: [Line]
    let parts: [Line]

    init(_ document: DocumentText, of present: PlanAtHand, phrases: Phrases) {
        plan = present.plan.id
        heading = phrases.text("editor.papers.heading", ["document": .text(document.name)])
        parts = document.parts.map { part in
            Line(
                label: part.heading,
                address: .partEditor(present.plan.id, document.name, Slug.make(part.heading)),
                state: phrases.text(part.isFilled ? "editor.papers.written" : "editor.papers.empty"),
                isMissing: !part.isFilled)
        }
        missing = parts.filter(\.isMissing) + Self.missingFields(of: present, document.name, phrases)
    }

    /// Fields that the document prints and that nobody filled in.
    private static func missingFields(
        of present: PlanAtHand, _ document: String, _ phrases: Phrases
    ) -> [Line] {
        let fields = PlanFields(of: present.text)
        var asked: [PlanField] = [.number, .date, .portfolioHolder, .team]
        if document == "nota" { asked += [.decisionPoints, .disclosure] }
        return asked.filter { fields[$0].isEmpty }.map { field in
            Line(
                label: phrases.capitalized(phrases.text(field.name)),
                address: SiteAddress(
                    own: SiteAddress.planFields(present.plan.id).path + "#veld-" + FieldsScreen.anchor(of: field)),
                state: phrases.text("editor.papers.missing"), isMissing: true)
        }
    }

    static let fields: PageFields<PapersPage> = [
        .text("heading") { $0.heading },
        .flag("hasMissing") { !$0.missing.isEmpty },
        .list("missing") { $0.missing },
        .list("parts") { $0.parts },
        .text("fieldsAddress") { SiteAddress.planFields($0.plan).path },
    ]

    struct Line: PageContent {
        let label: String
        let address: SiteAddress
        let state: String
        let isMissing: Bool

        static let fields: PageFields<Line> = [
            .text("label") { $0.label },
            .text("address") { $0.address.path },
            .text("state") { $0.state },
            .flag("isMissing") { $0.isMissing },
        ]
    }
}
