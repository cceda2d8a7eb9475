import Foundation
import Phrases
import Survey

/// The result of one question as rows of numbers: what its table shows, its picture draws and an export holds.
struct ResultTable: Sendable {
    struct Row: Sendable {
        let label: String
        /// People; nil where it is withheld.
        let count: Int?
        /// From 0 to 1; nil where it is withheld.
        let share: Double?
    }

    /// A matrix has a part for each of its rows, every other question one.
    struct Part: Sendable {
        let title: String?
        let rows: [Row]
    }

    let result: QuestionResult
    let parts: [Part]

    init(_ result: QuestionResult) {
        self.result = result
        parts =
            switch result.content {
            case .bars(let bars), .ranking(let bars), .scale(let bars, _): [Part(title: nil, rows: bars.map(Row.init))]
            case .matrix(let rows): rows.map { Part(title: $0.choice.text, rows: $0.bars.map(Row.init)) }
            case .texts, .withheld: []
            }
    }

    var mean: Double? { if case .scale(_, let mean) = result.content { mean } else { nil } }
    var isRanking: Bool { if case .ranking = result.content { true } else { false } }
    /// How many texts there are, of an open question.
    var texts: Int? { if case .texts(let count) = result.content { count } else { nil } }
}

extension ResultTable.Row {
    fileprivate init(_ bar: Bar) { self.init(label: bar.choice.text, count: bar.count, share: bar.share) }
}

/// Numbers as they stand in tables.
struct ResultNumbers {
    let phrases: Phrases

    func count(_ count: Int?) -> String { count.map { phrases.number($0) } ?? phrases.text("survey.results.few") }

    func share(_ share: Double?) -> String {
        share.map { "\(Int(($0 * 100).rounded())) %" } ?? phrases.text("survey.results.few")
    }

    func mean(_ mean: Double) -> String {
        let tenths = Int((mean * 10).rounded())
        return "\(tenths / 10)" + phrases.text("survey.results.decimal") + "\(tenths % 10)"
    }
}
