import Phrases
import PlanDomain
import Workflow

/// A list of reactions before it is taken in: its columns with what stands in them, and what would come of it.
struct IntakeSheetPage: SitePage {
    static let template = "intake-sheet"
    let view: IntakeView
    let title: String
    let form: FormContent
    let columns: [Column]
    let lead: String
    let trial: Trial?
    let isDone: Bool

    /// How many faults are listed; whoever has more, looks at the file first.
    private static let shownFaults = 100
    private static let examples = 3

    init(
        _ view: IntakeView, _ form: FormContent, columns: [String], rows: [[String]], trial: InputSheet.Trial?,
        phrases: Phrases
    ) {
        self.view = view
        self.form = form
        title = view.document.shownTitle(phrases)
        isDone = view.document.finishedAt != nil
        let count: [String: PhraseArgument] = ["count": .number(isDone ? view.cuts.count : rows.count)]
        lead = phrases.text(isDone ? "intake.sheet.was-taken" : "intake.sheet.rows", count)
        self.columns = columns.indices.compactMap { index in
            form.field(SheetColumns.field(index)).map { field in
                let cells = rows.map { $0[index] }.filter { !$0.isEmpty }.prefix(Self.examples)
                return Column(field: field, examples: cells.map { Line(text: String($0.prefix(80))) })
            }
        }
        self.trial = trial.map { Trial($0, shown: Self.shownFaults, phrases: phrases) }
    }

    static let fields: PageFields<IntakeSheetPage> = [
        .text("title") { $0.title },
        .text("lead") { $0.lead },
        .part("form") { $0.form },
        .list("columns") { $0.columns },
        .part("trial") { $0.trial },
        .flag("isDone") { $0.isDone },
        .text("original") { SiteAddress.intake($0.view.document, .original).path },
        .text("inputs") { SiteAddress.inputs($0.view.document.plan).path },
        .text("all") { SiteAddress.intake($0.view.document.plan).path },
    ]

    /// A column with the first of its cells.
    struct Column: PageContent {
        let field: FieldContent
        let examples: [Line]

        static let fields: PageFields<Column> = [
            .part("question") { $0.field },
            .list("examples") { $0.examples },
        ]
    }

    /// What would be taken in, and what is wrong with the rest.
    struct Trial: PageContent {
        let ready: String
        let faults: [FaultLine]
        let more: String?
        let submit: String?

        init(_ trial: InputSheet.Trial, shown limit: Int, phrases: Phrases) {
            let count = trial.rows.count
            ready = phrases.text("intake.sheet.ready", ["count": .number(count)])
            faults = trial.faults.prefix(limit).map { FaultLine($0, phrases: phrases) }
            more =
                trial.faults.count > limit
                ? phrases.text("intake.sheet.more-faults", ["count": .number(trial.faults.count - limit)]) : nil
            submit = count == 0 ? nil : phrases.text("intake.sheet.take", ["count": .number(count)])
        }

        static let fields: PageFields<Trial> = [
            .text("ready") { $0.ready },
            .flag("hasFaults") { !$0.faults.isEmpty },
            .list("faults") { $0.faults },
            .text("more") { $0.more },
            .text("take") { $0.submit },
        ]
    }

    struct FaultLine: PageContent {
        let line: String
        let column: String
        let what: String

        init(_ fault: InputSheet.Fault, phrases: Phrases) {
            line = String(fault.line)
            column = fault.column ?? "–"
            what = phrases.sentence(fault.reason)
        }

        static let fields: PageFields<FaultLine> = [
            .text("faultLine") { $0.line },
            .text("faultColumn") { $0.column },
            .text("what") { $0.what },
        ]
    }
}
