import Phrases
import PlanDomain
import Survey

/// The answers to one question by those to another.
struct CrossTablePage: SitePage {
    static let template = "survey-cross"
    let rowField: FieldContent
    let columnField: FieldContent
    let caption: String?
    let columns: [TextLine]
    let rows: [Row]
    let action: SiteAddress
    let back: SiteAddress

    /// - Parameter table: nil until two questions were chosen.
    init(
        _ table: CrossTable?, row: Question?, column: Question?, of questionnaire: Questionnaire, place: BuilderPlace,
        phrases: Phrases
    ) {
        let numbers = ResultNumbers(phrases: phrases)
        let choices = questionnaire.questions.filter(\.isCountable).map { FormChoice($0.id, $0.text) }
        func field(_ name: String, _ label: String, _ chosen: Question?) -> FieldContent {
            FieldContent(
                FormField(name, label, .select(choices)), values: FormValues([name: [chosen?.id ?? ""]]), fault: nil,
                phrases: phrases)
        }
        rowField = field("rij", phrases.text("survey.results.rows"), row)
        columnField = field("kolom", phrases.text("survey.results.columns"), column)
        caption = table.flatMap { _ in
            guard let row, let column else { return nil }
            return phrases.text(
                "survey.results.cross-caption", ["row": .text(row.text), "column": .text(column.text)])
        }
        columns = (table?.columns ?? []).map { TextLine(line: $0.text) }
        rows = (table?.rows ?? []).enumerated().map { index, choice in
            Row(
                label: choice.text, base: numbers.count(table?.bases[index]),
                cells: (table?.shares[index] ?? []).map { TextLine(line: numbers.share($0)) })
        }
        action = place.cross
        back = place.results
    }

    static let fields: PageFields<CrossTablePage> = [
        .part("rowField") { $0.rowField },
        .part("columnField") { $0.columnField },
        .text("caption") { $0.caption },
        .list("columns") { $0.columns },
        .list("rows") { $0.rows },
        .text("formAction") { $0.action.path },
        .text("results") { $0.back.path },
    ]

    struct Row: PageContent {
        let label: String
        let base: String
        let cells: [TextLine]

        static let fields: PageFields<Row> = [
            .text("rowLabel") { $0.label },
            .text("rowBase") { $0.base },
            .list("cells") { $0.cells },
        ]
    }
}
