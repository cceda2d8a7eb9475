import Survey
import Workflow

/// How large a questionnaire may be: more than anybody answers, less than what a page can bear.
public enum QuestionnaireLimits {
    public static let pages = 30
    public static let questions = 100
    public static let choices = 40
    /// In characters.
    public static let line = 300
    public static let text = 5_000
    /// Of an open answer.
    public static let answer = 5_000
}

extension Questionnaire {
    /// With its texts trimmed. Throws `invalid` for what is too long or too much; a text that is missing is a fault that
    /// the builder shows, see ``Questionnaire/faults``.
    func checked() throws(PlanError) -> Questionnaire {
        guard pages.count <= QuestionnaireLimits.pages, questions.count <= QuestionnaireLimits.questions,
            questions.allSatisfy({ $0.partCount <= QuestionnaireLimits.choices })
        else { throw PlanError(.invalid, Reason("survey.too-much")) }
        var checked = self
        checked.title = try WrittenText.line(title, limit: 150, empty: "survey.title-empty")
        checked.introduction = try WrittenText.text(introduction, limit: QuestionnaireLimits.text)
        checked.thanks = try WrittenText.text(thanks, limit: QuestionnaireLimits.text)
        for index in pages.indices {
            checked.pages[index].title = try Self.line(pages[index].title)
            checked.pages[index].explanation = try WrittenText.text(
                pages[index].explanation, limit: QuestionnaireLimits.text)
            for place in pages[index].questions.indices {
                let question = pages[index].questions[place]
                checked.pages[index].questions[place].text = try Self.line(question.text)
                checked.pages[index].questions[place].hint = try Self.line(question.hint)
                checked.pages[index].questions[place].kind = try question.kind.checked()
                checked.pages[index].questions[place].theme = try question.theme.map(Self.line).nilIfEmpty
            }
        }
        return checked
    }

    /// One line with single spaces, which may be empty.
    fileprivate static func line(_ text: String) throws(PlanError) -> String {
        try WrittenText.text(
            text.split(whereSeparator: \.isWhitespace).joined(separator: " "), limit: QuestionnaireLimits.line)
    }
}

extension Question {
    fileprivate var partCount: Int {
        if case .matrix(let rows, let columns) = kind { max(rows.count, columns.count) } else { choices.count }
    }
}

extension Question.Kind {
    fileprivate func checked() throws(PlanError) -> Question.Kind {
        switch self {
        case .one(let choices): .one(try Self.checked(choices))
        case .some(let choices, let limit): .some(try Self.checked(choices), atMost: limit)
        case .ranking(let choices, let limit): .ranking(try Self.checked(choices), atMost: limit)
        case .matrix(let rows, let columns): .matrix(rows: try Self.checked(rows), columns: try Self.checked(columns))
        case .scale(let scale):
            .scale(
                Scale(
                    scale.values, least: try Questionnaire.line(scale.least), most: try Questionnaire.line(scale.most)))
        case .open(let limit): .open(limit: min(limit, QuestionnaireLimits.answer))
        }
    }

    private static func checked(_ choices: [Choice]) throws(PlanError) -> [Choice] {
        var checked = choices
        for index in choices.indices { checked[index].text = try Questionnaire.line(choices[index].text) }
        return checked
    }
}

extension String? {
    fileprivate var nilIfEmpty: String? { self?.isEmpty == true ? nil : self }
}
