import Phrases
import PlanDomain
import Prose
import Workflow

/// How a document would be cut into a plan: every heading with what becomes of it, and the plan that makes.
struct ImportCutPage: SitePage {
    static let template = "import-cut"
    let heading: String
    let fileName: String
    let form: FormContent
    let rows: [Row]
    let outcome: [Chapter]
    let images: String?

    init(_ form: ImportForm, seal: FormSeal, phrases: Phrases) {
        let view = form.view
        heading = phrases.text("starting.cut.heading")
        fileName = view.pending.fileName
        self.form = FormContent(
            form.form, to: .importCut(view.pending.id), seal: seal, submit: phrases.text("editor.new.submit"),
            phrases: phrases
        ).step(2, of: 2, phrases)
        let fields = Dictionary(self.form.fields.map { ($0.field.name, $0) }) { first, _ in first }
        rows = view.preview.entries.map { entry in
            Row(
                entry, title: fields[ImportForm.titleName(entry)], role: fields[ImportForm.roleName(entry)],
                phrases: phrases)
        }
        outcome = view.cut?.chapters.map { Chapter($0, phrases: phrases) } ?? []
        images = Self.sentence(about: view.pending.images.map(\.annex), phrases)
    }

    private static func sentence(about images: [Annex], _ phrases: Phrases) -> String? {
        guard !images.isEmpty else { return nil }
        let bare = images.count(where: \.isBare)
        let count = phrases.text("starting.cut.images", ["count": .number(images.count)])
        guard bare > 0 else { return count }
        return count + " " + phrases.text("starting.cut.images-bare", ["count": .number(bare)])
    }

    static let fields: PageFields<ImportCutPage> = [
        .text("heading") { $0.heading },
        .text("fileName") { $0.fileName },
        .part("form") { $0.form },
        .list("rows") { $0.rows },
        .part("typeField") { $0.form.field("soort") },
        .part("planTitleField") { $0.form.field("titel") },
        .flag("hasOutcome") { !$0.outcome.isEmpty },
        .list("outcome") { $0.outcome },
        .text("images") { $0.images },
    ]

    /// A heading of the document, or the text before the first.
    struct Row: PageContent {
        let title: FieldContent?
        let role: FieldContent?
        let level: Int
        let legend: String
        let words: String
        let opening: String?

        init(
            _ entry: PlanImportPreview.Entry, title: FieldContent?, role: FieldContent?, phrases: Phrases
        ) {
            self.title = title
            self.role = role
            level = min(4, max(1, entry.level))
            legend = entry.id > 0 ? entry.title : phrases.text("starting.cut.before")
            words = phrases.text("editor.structure.words", ["count": .number(entry.words)])
            opening = entry.opening.isEmpty ? nil : entry.opening
        }

        static let fields: PageFields<Row> = [
            .part("rowTitle") { $0.title },
            .part("rowRole") { $0.role },
            .text("level") { String($0.level) },
            .text("legend") { $0.legend },
            .text("words") { $0.words },
            .text("opening") { $0.opening },
        ]
    }

    /// A chapter of the plan as it would be.
    struct Chapter: PageContent {
        let title: String
        let sections: [Part]

        init(_ chapter: PlanDomain.Chapter, phrases: Phrases) {
            title = chapter.heading?.plainTitle ?? phrases.text("editor.structure.untitled")
            sections = chapter.sections.map { section in
                let words = (try? MarkdownDocument(parsing: section.body)).map(WordCount.words(in:)) ?? 0
                return Part(
                    title: section.heading?.plainTitle ?? phrases.text("starting.cut.no-heading"),
                    words: phrases.text("editor.structure.words", ["count": .number(words)]))
            }
        }

        static let fields: PageFields<Chapter> = [
            .text("chapterTitle") { $0.title },
            .list("sections") { $0.sections },
        ]
    }

    struct Part: PageContent {
        let title: String
        let words: String

        static let fields: PageFields<Part> = [
            .text("sectionTitle") { $0.title },
            .text("sectionWords") { $0.words },
        ]
    }
}
