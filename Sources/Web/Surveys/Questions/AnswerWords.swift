import Phrases
import PlanDomain
import Survey

/// Answers and conditions in the words of the questionnaire.
struct AnswerWords: Sendable {
    let questionnaire: Questionnaire
    let phrases: Phrases

    /// One line for each thing that was said; empty where nothing was.
    func lines(of answer: Answer?, to question: Question) -> [String] {
        switch (answer, question.kind) {
        case (.chosen(let chosen, _), .ranking(let choices, _)):
            chosen.enumerated().map { index, id in "\(index + 1). \(Self.text(id, in: choices))" }
        case (.chosen(let chosen, let words), _):
            chosen.map { id in
                let choice = question.choices.first { $0.id == id }
                let text = choice?.text ?? id
                return choice?.asksWords == true ? [text, words].compactMap { $0 }.joined(separator: " ") : text
            }
        case (.value(let value), _): [String(value)]
        case (.cells(let cells), .matrix(let rows, let columns)):
            rows.compactMap { row in
                cells[row.id].map { "\(row.text): \(Self.text($0, in: columns))" }
            }
        case (.text(let text), _): [text]
        case (.cells, _), (nil, _): []
        }
    }

    /// "Alleen als u bij ‘Woont u hier?’ kiest: Ja of Soms"; nil for what everybody is asked.
    func condition(_ condition: Condition?) -> String? {
        guard let condition, let question = questionnaire.question(condition.question) else { return nil }
        let answers = question.choices.filter { condition.answers.contains($0.id) }.map(\.text)
        return phrases.text(
            "survey.only-if",
            [
                "question": .text(question.text),
                "answers": .text(answers.joined(separator: " \(phrases.text("survey.or")) ")),
            ])
    }

    private static func text(_ id: Choice.ID, in choices: [Choice]) -> String {
        choices.first { $0.id == id }?.text ?? id
    }
}
