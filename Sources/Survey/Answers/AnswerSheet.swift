/// What one person answered, by question.
public struct AnswerSheet: Equatable, Codable, Sendable {
    public private(set) var answers: [Question.ID: Answer]

    public init(_ answers: [Question.ID: Answer] = [:]) {
        self.answers = answers
    }

    public subscript(question: Question.ID) -> Answer? {
        get { answers[question] }
        set { answers[question] = newValue }
    }

    public var isEmpty: Bool { answers.isEmpty }
}

public enum Answer: Equatable, Codable, Sendable {
    /// Chosen, in the order of a ranking where that was asked; with the words of a choice that asks for them.
    case chosen([Choice.ID], words: String? = nil)
    case value(Int)
    /// A column for each row.
    case cells([Choice.ID: Choice.ID])
    case text(String)

    /// What a condition is held against.
    var tokens: Set<String> {
        switch self {
        case .chosen(let choices, _): Set(choices)
        case .value(let value): [String(value)]
        case .cells, .text: []
        }
    }

    var isEmpty: Bool {
        switch self {
        case .chosen(let choices, _): choices.isEmpty
        case .value: false
        case .cells(let cells): cells.isEmpty
        case .text(let text): text.isBlank
        }
    }
}

/// Why an answer can't be taken.
public enum AnswerFault: Hashable, Sendable {
    /// The question must be answered.
    case missing
    /// Not one of the choices or values, or another kind of answer.
    case unknown
    /// More than one where one is asked, or one twice.
    case tooMany(limit: Int)
    /// Longer than so many characters.
    case tooLong(limit: Int)
    /// A row of a matrix that must be answered was passed over.
    case incomplete
}

extension Question {
    /// How long words besides a choice may be, in characters.
    public static let wordsLimit = 200

    /// Nil where the answer can be taken. An answer that is empty counts as none.
    public func fault(in answer: Answer?) -> AnswerFault? {
        guard let answer, !answer.isEmpty else { return isRequired ? .missing : nil }
        switch (kind, answer) {
        case (.one(let choices), .chosen(let chosen, let words)):
            return Self.fault(in: chosen, of: choices, atMost: 1) ?? Self.fault(inWords: words)
        case (.some(let choices, let limit), .chosen(let chosen, let words)),
            (.ranking(let choices, let limit), .chosen(let chosen, let words)):
            return Self.fault(in: chosen, of: choices, atMost: limit ?? choices.count) ?? Self.fault(inWords: words)
        case (.scale(let scale), .value(let value)): return scale.values.contains(value) ? nil : .unknown
        case (.matrix(let rows, let columns), .cells(let cells)):
            let (known, possible) = (Set(rows.map(\.id)), Set(columns.map(\.id)))
            guard cells.allSatisfy({ known.contains($0) && possible.contains($1) }) else { return .unknown }
            return isRequired && cells.count < rows.count ? .incomplete : nil
        case (.open(let limit), .text(let text)): return text.count <= limit ? nil : .tooLong(limit: limit)
        default: return .unknown
        }
    }

    private static func fault(in chosen: [Choice.ID], of choices: [Choice], atMost limit: Int) -> AnswerFault? {
        guard Set(chosen).isSubset(of: choices.map(\.id)) else { return .unknown }
        return chosen.count <= limit && Set(chosen).count == chosen.count ? nil : .tooMany(limit: limit)
    }

    private static func fault(inWords words: String?) -> AnswerFault? {
        (words?.count ?? 0) <= wordsLimit ? nil : .tooLong(limit: wordsLimit)
    }
}
