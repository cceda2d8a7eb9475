import Phrases
import PlanDomain
import Workflow

/// The fields of a plan's documents, with why they change.
struct FieldsPage: SitePage {
    static let template = "fields"
    let content: EditorContent
    let form: FormContent
    let surroundings: EditorSurroundings

    init(_ content: EditorContent) {
        self.content = content
        form = FormContent(
            content.form.form, to: content.place.address, seal: content.seal,
            submit: content.phrases.text("editor.save"), phrases: content.phrases)
        surroundings = EditorSurroundings(
            content.place, opened: content.opened, session: content.session, phrases: content.phrases)
    }

    private func fields(_ accepts: (String) -> Bool) -> [FieldContent] {
        form.fields.filter { accepts($0.field.name) }
    }

    private static let causes: Set = ["reden", "aard", "inbreng", EditorScreening.field]
    private static let proposal: Set = [
        "attachments", "disclosure", "disclosure-condition", "disclosure-ground", "disclosure-wording",
    ]

    static let fields: PageFields<FieldsPage> = [
        .text("heading") { $0.content.place.title },
        .part("surroundings") { $0.surroundings },
        .part("form") { $0.form },
        .list("general") { page in
            page.fields { name in
                !name.hasPrefix(PointBoxes.board.prefix) && !name.hasPrefix(PointBoxes.council.prefix)
                    && !name.hasPrefix("planning-") && !causes.contains(name)
                    && !proposal.contains(name)
            }
        },
        .list("points") { page in page.fields { $0.hasPrefix(PointBoxes.board.prefix) } },
        .flag("asksCouncil") { page in page.form.fields.contains { $0.field.name.hasPrefix(PointBoxes.council.prefix) }
        },
        .list("councilPoints") { page in page.fields { $0.hasPrefix(PointBoxes.council.prefix) } },
        .list("proposal") { page in page.fields { proposal.contains($0) } },
        .flag("hasPlanning") { page in page.form.fields.contains { $0.field.name.hasPrefix("planning-") } },
        .list("planning") { page in page.fields { $0.hasPrefix("planning-") } },
        .list("causes") { page in page.fields { causes.contains($0) } },
        .text("base") { $0.content.session.base.rawValue },
        .text("tab") { $0.content.session.tab.rawValue },
        .text("version") { String($0.content.session.version) },
        .text("cancelAddress") { $0.content.place.back.path },
    ]
}
