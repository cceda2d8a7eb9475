import Foundation
import PlanDomain
import Survey

/// Results as files for other programs. What a page withholds, a file withholds too.
struct SurveyExport {
    let results: SurveyResults
    let isWeighted: Bool

    private var tables: [ResultTable] {
        let respondents = results.respondents(isWeighted: isWeighted)
        return results.survey.questionnaire.questions.map { ResultTable(QuestionResult($0, of: respondents)) }
    }

    /// A line for each answer; an empty cell where it is withheld.
    var csv: String {
        let header = ["vraag", "tekst", "regel", "antwoord", "aantal", "aandeel", "beantwoord door"]
        let lines = tables.flatMap { table in
            table.parts.flatMap { part in
                part.rows.map { row in
                    [
                        table.result.question.id, table.result.question.text, part.title ?? "", row.label,
                        row.count.map(String.init) ?? "", row.share.map(Self.decimal) ?? "",
                        table.result.base.map(String.init) ?? "",
                    ]
                }
            }
        }
        return SpreadsheetText.text(of: [header] + lines)
    }

    func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(
            Whole(
                title: results.survey.questionnaire.title, responses: results.count, isWeighted: isWeighted,
                questions: tables.map(Asked.init)))
    }

    /// What each of them chose, a column for each question; no words, and no day.
    static func choices(_ sheets: [AnswerSheet], of questionnaire: Questionnaire) -> String {
        let questions = questionnaire.questions.filter { question in
            if case .open = question.kind { false } else { true }
        }
        let lines = sheets.map { sheet in
            questions.map { question -> String in
                switch sheet[question.id] {
                case .chosen(let chosen, _):
                    chosen.map { id in question.choices.first { $0.id == id }?.text ?? id }.joined(separator: "; ")
                case .value(let value): String(value)
                case .cells(let cells): cells.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: "; ")
                case .text, nil: ""
                }
            }
        }
        return SpreadsheetText.text(of: [questions.map(\.text)] + lines)
    }

    private static func decimal(_ share: Double) -> String {
        let thousandths = Int((share * 1_000).rounded())
        return "\(thousandths / 1_000),"
            + String(repeating: "0", count: 3 - String(thousandths % 1_000).count) + "\(thousandths % 1_000)"
    }

    private struct Whole: Encodable {
        let title: String
        let responses: Int
        let isWeighted: Bool
        let questions: [Asked]
    }

    private struct Asked: Encodable {
        let id: String
        let text: String
        let theme: String?
        /// Absent where fewer than five answered.
        let answeredBy: Int?
        let mean: Double?
        let parts: [Part]

        init(_ table: ResultTable) {
            (id, text, theme) = (table.result.question.id, table.result.question.text, table.result.question.theme)
            (answeredBy, mean) = (table.result.base, table.mean)
            parts = table.parts.map { part in
                Part(
                    row: part.title,
                    answers: part.rows.map { Given(answer: $0.label, count: $0.count, share: $0.share) })
            }
        }
    }

    private struct Part: Encodable {
        let row: String?
        let answers: [Given]
    }

    private struct Given: Encodable {
        let answer: String
        let count: Int?
        let share: Double?
    }
}
