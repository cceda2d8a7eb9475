/// Questions that many people answer without saying who they are (*enquête*), on pages that follow each other.
///
/// Ids name a thing for good: they are not given out again when a question or choice goes, so that answers keep their
/// meaning while the questionnaire is still being written.
public struct Questionnaire: Equatable, Codable, Sendable {
    public var title: String
    /// In Markdown, before the first question.
    public var introduction: String
    public var pages: [Page]
    /// In Markdown, after the answers were sent.
    public var thanks: String

    public init(title: String, introduction: String = "", pages: [Page] = [], thanks: String = "") {
        self.title = title
        self.introduction = introduction
        self.pages = pages
        self.thanks = thanks
    }

    public struct Page: Identifiable, Equatable, Codable, Sendable {
        public let id: String
        public var title: String
        /// In Markdown.
        public var explanation: String
        public var questions: [Question]
        /// Nil for a page that everybody gets.
        public var condition: Condition?

        public init(
            id: String, title: String, explanation: String = "", questions: [Question] = [], condition: Condition? = nil
        ) {
            self.id = id
            self.title = title
            self.explanation = explanation
            self.questions = questions
            self.condition = condition
        }
    }

    public var questions: [Question] { pages.flatMap(\.questions) }

    public func question(_ id: Question.ID) -> Question? { questions.first { $0.id == id } }
}

public struct Question: Identifiable, Equatable, Codable, Sendable {
    public let id: String
    public var text: String
    /// Under the question, for who needs it.
    public var hint: String
    public var kind: Kind
    public var isRequired: Bool
    /// The theme of the plan that it is about, by its id; nil for none.
    public var theme: String?
    /// Nil for a question that everybody gets who gets its page.
    public var condition: Condition?

    public init(
        id: String, text: String, hint: String = "", kind: Kind, isRequired: Bool = false, theme: String? = nil,
        condition: Condition? = nil
    ) {
        self.id = id
        self.text = text
        self.hint = hint
        self.kind = kind
        self.isRequired = isRequired
        self.theme = theme
        self.condition = condition
    }

    /// What kind of answer is asked.
    public enum Kind: Equatable, Codable, Sendable {
        /// One of some choices.
        case one([Choice])
        /// Any of some choices, up to a number; nil for as many as there are.
        case some([Choice], atMost: Int?)
        /// Choices in an order, the first being the most important; up to a number of them.
        case ranking([Choice], atMost: Int?)
        case scale(Scale)
        /// For each row one of the same columns.
        case matrix(rows: [Choice], columns: [Choice])
        /// Running text of at most so many characters.
        case open(limit: Int)
    }
}

/// Something that can be chosen.
public struct Choice: Identifiable, Equatable, Codable, Sendable {
    public let id: String
    public var text: String
    /// Asks for words besides ("Anders, namelijk").
    public var asksWords: Bool

    public init(id: String, text: String, asksWords: Bool = false) {
        self.id = id
        self.text = text
        self.asksWords = asksWords
    }
}

/// Whole numbers from one to another, with words at both ends.
public struct Scale: Equatable, Codable, Sendable {
    public var values: ClosedRange<Int>
    public var least: String
    public var most: String

    public init(_ values: ClosedRange<Int>, least: String, most: String) {
        self.values = values
        self.least = least
        self.most = most
    }
}

/// Asks something only of those who gave one of some answers to an earlier question.
public struct Condition: Equatable, Codable, Sendable {
    public var question: Question.ID
    /// Ids of choices, or values of a scale as text.
    public var answers: Set<String>

    public init(_ question: Question.ID, in answers: Set<String>) {
        self.question = question
        self.answers = answers
    }
}

extension Question {
    public var choices: [Choice] {
        switch kind {
        case .one(let choices), .some(let choices, _), .ranking(let choices, _): choices
        case .scale(let scale): scale.values.map { Choice(id: String($0), text: String($0)) }
        case .matrix, .open: []
        }
    }
}
