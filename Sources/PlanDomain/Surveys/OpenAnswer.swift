import Survey
import Workflow

/// What somebody wrote in their own words on a questionnaire, of which the office may make an input.
public struct OpenAnswer: Identifiable, Equatable, Sendable {
    /// The response that it stands in; nothing else of that response is told with it.
    public let id: ResponseID
    public let words: String
    /// Whether something in it looks like personal data, such as a name with a telephone number.
    public let looksPersonal: Bool
    /// The input that was made of it; nil where none was.
    public let input: InputNumber?
}

extension Question {
    /// Whether people answer it in their own words, or may add some to a choice.
    public var takesWords: Bool {
        if case .open = kind { true } else { choices.contains(where: \.asksWords) }
    }
}

extension Answer {
    /// What was written by hand; nil where nothing was.
    var ownWords: String? {
        let words: String? =
            switch self {
            case .text(let text): text
            case .chosen(_, let words): words
            case .value, .cells: nil
            }
        return words.flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
    }
}

extension SurveyResponse {
    /// Names the request by which an answer becomes an input, so that it becomes one once.
    func requestName(of question: Question.ID) -> String { "antwoord-\(id.rawValue)-\(question)" }
}
