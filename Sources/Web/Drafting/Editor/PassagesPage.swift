import Phrases
import PlanDomain
import Prose
import Workflow

/// What differs between two versions of a section, passage by passage, each to be ticked to bring it back.
struct PassagesPage: SitePage {
    static let template = "passages"
    /// What a ticked passage is called in the form; its value is its number.
    static let choice = "passage"

    let heading: String
    let form: FormContent
    let old: ComparisonPage.Version
    let new: ComparisonPage.Version
    let comparison: SectionComparison
    let rows: [Row]

    init(
        _ comparison: SectionComparison, _ diff: WordDiff, typed values: FormValues, refusal: PlanError?,
        seal: FormSeal, phrases: Phrases
    ) {
        self.comparison = comparison
        heading = phrases.text("editor.passages.heading", ["title": .text(comparison.title)])
        old = ComparisonPage.Version(comparison.old, phrases: phrases)
        new = ComparisonPage.Version(comparison.new, phrases: phrases)
        let passages = diff.passages
        let field = FormField(
            Self.choice, phrases.text("editor.passages.field"),
            .checkboxes(
                passages.indices.map { index in
                    FormChoice(
                        String(index + 1), phrases.text("editor.passages.choice", ["number": .number(index + 1)]))
                }))
        var form = SiteForm([field], typed: values)
        if let refusal { form.refuse(Self.choice, refusal) }
        let content = FormContent(
            form, to: .passages(comparison.plan.id, comparison.section, from: nil, to: nil), seal: seal,
            submit: phrases.text("editor.passages.submit"), phrases: phrases)
        self.form = content
        let options = content.field(Self.choice)?.options ?? []
        rows = zip(passages, options).map { Row($0, in: diff, option: $1, phrases: phrases) }
    }

    static let fields: PageFields<PassagesPage> = [
        .text("heading") { $0.heading },
        .part("form") { $0.form },
        .part("old") { $0.old },
        .part("new") { $0.new },
        .text("oldVersion") { $0.comparison.old.commit.rawValue },
        .text("newVersion") { $0.comparison.new.commit.rawValue },
        .flag("hasPassages") { !$0.rows.isEmpty },
        .list("passages") { $0.rows },
        .part("choiceField") { $0.form.field(Self.choice) },
        .text("comparison") {
            SiteAddress.comparison(
                $0.comparison.plan.id, $0.comparison.section, from: $0.comparison.old.commit,
                to: $0.comparison.new.commit
            ).path
        },
    ]

    /// One passage: how it was, and what stands there instead.
    struct Row: PageContent {
        let option: FieldContent.Option
        let was: Markup
        let becomes: Markup

        init(_ passage: WordDiff.Passage, in diff: WordDiff, option: FieldContent.Option, phrases: Phrases) {
            self.option = option
            was = Self.side(ComparisonMarkup.side(.old, of: passage, in: diff, phrases), phrases)
            becomes = Self.side(ComparisonMarkup.side(.new, of: passage, in: diff, phrases), phrases)
        }

        private static func side(_ markup: Markup?, _ phrases: Phrases) -> Markup {
            markup ?? Markup("<p>" + HTML.escape(phrases.text("editor.nothing")) + "</p>")
        }

        static let fields: PageFields<Row> = [
            .text("optionID") { $0.option.id },
            .text("optionValue") { $0.option.choice.value },
            .text("optionLabel") { $0.option.choice.label },
            .flag("isChosen") { $0.option.isChosen },
            .markup("was") { $0.was },
            .markup("becomes") { $0.becomes },
        ]
    }
}
