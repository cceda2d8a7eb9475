/// Why a questionnaire can't be answered as it is.
public enum QuestionnaireFault: Hashable, Sendable {
    case noQuestions
    /// A page without a question.
    case emptyPage(String)
    /// A question without words.
    case noText(Question.ID)
    /// Fewer than two choices, or a matrix without a row.
    case tooFewChoices(Question.ID)
    /// A choice without words, or the same words twice.
    case unclearChoice(Question.ID, Choice.ID)
    /// More may be chosen than there are, or fewer than one.
    case limitOutOfReach(Question.ID)
    /// A scale of more than eleven or fewer than two values.
    case scaleOutOfReach(Question.ID)
    /// Depends on a question that does not come before it.
    case dependsOnLater(String, Question.ID)
    /// Depends on an answer that nobody can give.
    case dependsOnNothing(String, Question.ID)
    /// The same id for two things.
    case idTwice(String)
}

extension Questionnaire {
    /// Everything that stands in the way of opening it, in the order of its pages; empty when nothing does.
    public var faults: [QuestionnaireFault] {
        guard !questions.isEmpty else { return [.noQuestions] }
        var faults = doubledIDs.map(QuestionnaireFault.idTwice)
        var earlier: [Question.ID: Question] = [:]
        for page in pages {
            if page.questions.isEmpty { faults.append(.emptyPage(page.id)) }
            faults += page.condition?.faults(of: page.id, earlier) ?? []
            for question in page.questions {
                faults += question.faults + (question.condition?.faults(of: question.id, earlier) ?? [])
                earlier[question.id] = question
            }
        }
        return faults
    }

    private var doubledIDs: [String] {
        var seen: Set<String> = []
        return (pages.map(\.id) + questions.map(\.id)).filter { !seen.insert($0).inserted }
    }
}

extension Question {
    fileprivate var faults: [QuestionnaireFault] {
        let words: [QuestionnaireFault] = text.isBlank ? [.noText(id)] : []
        switch kind {
        case .one(let choices): return words + faults(in: choices)
        case .some(let choices, let limit), .ranking(let choices, let limit):
            let isWithin = limit.map { (1...max(1, choices.count)).contains($0) } ?? true
            return words + faults(in: choices) + (isWithin ? [] : [.limitOutOfReach(id)])
        case .matrix(let rows, let columns):
            return words + faults(in: columns) + faults(in: rows, atLeast: 1)
        case .scale(let scale): return words + ((2...11).contains(scale.values.count) ? [] : [.scaleOutOfReach(id)])
        case .open(let limit): return words + (limit >= 1 ? [] : [.limitOutOfReach(id)])
        }
    }

    private func faults(in choices: [Choice], atLeast least: Int = 2) -> [QuestionnaireFault] {
        var (ids, texts): (Set<String>, Set<String>) = ([], [])
        let unclear = choices.filter { choice in
            let isNew = ids.insert(choice.id).inserted && texts.insert(choice.text.lowercased()).inserted
            return choice.text.isBlank || !isNew
        }
        return (choices.count < least ? [.tooFewChoices(id)] : []) + unclear.map { .unclearChoice(id, $0.id) }
    }

    /// What a condition can ask for.
    fileprivate var decidingAnswers: Set<String> {
        switch kind {
        case .one, .some, .scale: Set(choices.map(\.id))
        case .ranking, .matrix, .open: []
        }
    }
}

extension Condition {
    fileprivate func faults(of place: String, _ earlier: [Question.ID: Question]) -> [QuestionnaireFault] {
        guard let asked = earlier[question] else { return [.dependsOnLater(place, question)] }
        return answers.isEmpty || !answers.isSubset(of: asked.decidingAnswers)
            ? [.dependsOnNothing(place, question)] : []
    }
}

extension String {
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
