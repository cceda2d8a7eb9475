/// A way through a questionnaire: which pages and questions somebody gets, by what they answered so far.
public struct Walk: Equatable, Sendable {
    /// With only those questions that are asked of them; pages without any are left out.
    public let pages: [Questionnaire.Page]
    /// The questions that decide whether somebody gets one page more, and that they have not answered yet.
    private let undecided: [Question.ID]

    /// Conditions are weighed from front to back: an answer to a question that is not asked decides nothing.
    public init(_ questionnaire: Questionnaire, _ sheet: AnswerSheet) {
        var given: [Question.ID: Set<String>] = [:]
        func holds(_ condition: Condition?) -> Bool {
            condition.map { !(given[$0.question] ?? []).isDisjoint(with: $0.answers) } ?? true
        }
        var undecided: [Question.ID] = []
        pages = questionnaire.pages.compactMap { page in
            guard holds(page.condition) else {
                if let deciding = page.condition?.question, given[deciding] == nil { undecided.append(deciding) }
                return nil
            }
            var asked = page
            asked.questions = []
            for question in page.questions where holds(question.condition) {
                asked.questions.append(question)
                given[question.id] = sheet[question.id]?.tokens
            }
            return asked.questions.isEmpty ? nil : asked
        }
        self.undecided = undecided
    }

    public var questions: [Question] { pages.flatMap(\.questions) }

    /// The page that comes after one; the first after nil. Nil at the end.
    public func page(after id: String?) -> Questionnaire.Page? {
        guard let id else { return pages.first }
        guard let index = pages.firstIndex(where: { $0.id == id }), index + 1 < pages.count else { return nil }
        return pages[index + 1]
    }

    public func page(before id: String) -> Questionnaire.Page? {
        guard let index = pages.firstIndex(where: { $0.id == id }), index > 0 else { return nil }
        return pages[index - 1]
    }

    /// "Stap n van m", as far as is known: a page that an answer from here on may still bring counts with the others.
    public func step(of id: String) -> (number: Int, count: Int)? {
        guard let index = pages.firstIndex(where: { $0.id == id }) else { return nil }
        let ahead = Set(pages[index...].flatMap(\.questions).map(\.id))
        return (index + 1, pages.count + undecided.count(where: ahead.contains))
    }

    /// By question, what is wrong with the answers on these pages.
    public func faults(in sheet: AnswerSheet, on page: String? = nil) -> [Question.ID: AnswerFault] {
        let asked = pages.filter { page == nil || $0.id == page }.flatMap(\.questions)
        return asked.reduce(into: [:]) { $0[$1.id] = $1.fault(in: sheet[$1.id]) }
    }

    /// Without answers to what is not asked, and without empty ones: what may be kept.
    public func kept(of sheet: AnswerSheet) -> AnswerSheet {
        questions.reduce(into: AnswerSheet()) { kept, question in
            if let answer = sheet[question.id], !answer.isEmpty { kept[question.id] = answer }
        }
    }
}
