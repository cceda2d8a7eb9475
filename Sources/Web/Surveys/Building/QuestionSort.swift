import Phrases
import Survey

/// The kinds of questions, as the builder names them.
enum QuestionSort: String, CaseIterable, Sendable {
    case one = "een"
    case some = "meer"
    case ranking = "volgorde"
    case scale = "schaal"
    case matrix = "tabel"
    case open = "open"

    init(_ kind: Question.Kind) {
        self =
            switch kind {
            case .one: .one
            case .some: .some
            case .ranking: .ranking
            case .scale: .scale
            case .matrix: .matrix
            case .open: .open
            }
    }

    func label(_ phrases: Phrases) -> String { phrases.text("survey.builder.sort.\(rawValue)") }

    /// What a question of this kind looks like before anything was written.
    var blank: Question.Kind {
        switch self {
        case .one: .one([])
        case .some: .some([], atMost: nil)
        case .ranking: .ranking([], atMost: nil)
        case .scale: .scale(Scale(1...10, least: "", most: ""))
        case .matrix: .matrix(rows: [], columns: [])
        case .open: .open(limit: 1_000)
        }
    }
}
