import Phrases
import PlanDomain
import Survey
import Workflow

/// The form in which the office says what each column of a file means.
struct ColumnForm {
    let header: [String]
    let questionnaire: Questionnaire
    let phrases: Phrases

    func form(holding columns: SheetImport) -> SiteForm {
        let values = header.enumerated().reduce(into: [String: String]()) { values, column in
            values[Self.name(column.offset)] = columns.columns[column.element].map(Self.value) ?? ""
        }
        return SiteForm(fields, holding: values)
    }

    func form(typed: FormValues) -> SiteForm { SiteForm(fields, typed: typed) }

    /// By name of a column; those that mean nothing are left out.
    func columns(_ form: inout SiteForm) -> [String: SheetImport.Target] {
        let targets = Dictionary(offers.map { ($0.value, $0.target) }) { first, _ in first }
        return header.enumerated().reduce(into: [:]) { columns, column in
            columns[column.element] = form.choice(Self.name(column.offset)).flatMap { targets[$0] }
        }
    }

    private static func name(_ index: Int) -> String { "kolom-\(index + 1)" }

    private static func value(_ target: SheetImport.Target) -> String {
        switch target {
        case .question(let id): id
        case .choice(let id, let choice): "\(id).keuze.\(choice)"
        case .rank(let id, let choice): "\(id).plaats.\(choice)"
        case .row(let id, let row): "\(id).regel.\(row)"
        }
    }

    private var fields: [FormField] {
        let choices = offers.map { FormChoice($0.value, $0.label) }
        return header.enumerated().map { index, column in
            FormField(
                Self.name(index), phrases.text("survey.file.column", ["name": .text(String(column.prefix(120)))]),
                .select(choices), isRequired: false, isMarkedOptional: false)
        }
    }

    /// Whatever a column can answer: a question as a whole, or a part of it that has a column of its own.
    private var offers: [(value: String, label: String, target: SheetImport.Target)] {
        questionnaire.questions.flatMap { question -> [(String, String, SheetImport.Target)] in
            func part(_ choice: Choice, _ target: SheetImport.Target) -> (String, String, SheetImport.Target) {
                (Self.value(target), "\(question.text) – \(choice.text)", target)
            }
            let whole: (String, String, SheetImport.Target) = (question.id, question.text, .question(question.id))
            return switch question.kind {
            case .one, .scale, .open: [whole]
            case .some(let choices, _): [whole] + choices.map { part($0, .choice(question.id, $0.id)) }
            case .ranking(let choices, _): [whole] + choices.map { part($0, .rank(question.id, $0.id)) }
            case .matrix(let rows, _): rows.map { part($0, .row(question.id, $0.id)) }
            }
        }.map { (value: $0.0, label: $0.1, target: $0.2) }
    }
}
