import PlanDomain
import PlanRepositories
import Survey
import Workflow

/// A questionnaire of the demo, with how the people of an imaginary town answer it (`plannen/<key>/enquete.yml`).
///
/// Behind each answer stands how often it is given, against the others of its question; who answers what is by chance, the
/// same chance every time.
struct DemoSurvey {
    let questionnaire: Questionnaire
    /// How many people answer.
    let count: Int
    /// By question, how it is answered.
    private let habits: [Question.ID: Habit]

    /// How people answer one question.
    struct Habit {
        /// Of a hundred, how many answer it at all.
        var share = 100
        /// How often each choice, value or column is given, against the others.
        var weights: [Int] = []
        var texts: [String] = []
    }

    init(_ name: String, in folder: DemoFolder) throws {
        let fields = try folder.fields(name)
        try fields.allowOnly(["titel", "inleiding", "dank", "mensen", "paginas"])
        count = try fields.number("mensen") ?? 0
        var reading = DemoQuestions()
        var pages: [Questionnaire.Page] = []
        for (index, page) in try fields.list("paginas").enumerated() {
            try page.allowOnly(["titel", "toelichting", "bij", "vragen"])
            let condition = try reading.condition(page)
            let questions = try page.list("vragen").map { try reading.question($0) }
            pages.append(
                Questionnaire.Page(
                    id: "p\(index + 1)", title: try page.required("titel"),
                    explanation: try page.text("toelichting") ?? "", questions: questions, condition: condition))
        }
        habits = reading.habits
        questionnaire = Questionnaire(
            title: try fields.required("titel"), introduction: try fields.text("inleiding") ?? "", pages: pages,
            thanks: try fields.text("dank") ?? "")
    }

    /// What everybody answers, page by page: nobody answers what they are not asked.
    func sheets(_ chance: inout DemoChance) -> [AnswerSheet] {
        (0..<count).map { _ in
            var sheet = AnswerSheet()
            for question in questionnaire.questions
            where Walk(questionnaire, sheet).questions.contains(where: { $0.id == question.id }) {
                sheet[question.id] = answer(to: question, &chance)
            }
            return sheet
        }
    }

    private func answer(to question: Question, _ chance: inout DemoChance) -> Answer? {
        let habit = habits[question.id] ?? Habit()
        guard question.isRequired || chance.below(100) < habit.share else { return nil }
        switch question.kind {
        case .one(let choices):
            let choice = choices[chance.index(by: habit.weights)]
            return .chosen([choice.id], words: choice.asksWords ? chance.one(of: habit.texts) : nil)
        case .some(let choices, let limit):
            let wanted = 1 + chance.below(min(limit ?? 3, choices.count))
            return .chosen(choices.map(\.id).filter(Set(order(of: choices, habit, &chance).prefix(wanted)).contains))
        case .ranking(let choices, let limit):
            return .chosen(Array(order(of: choices, habit, &chance).prefix(limit ?? choices.count)))
        case .scale(let scale):
            return .value(scale.values.lowerBound + min(chance.index(by: habit.weights), scale.values.count - 1))
        case .matrix(let rows, let columns):
            return .cells(
                rows.enumerated().reduce(into: [:]) { cells, row in
                    // Each row a little further to one side than the one before it.
                    let place = chance.index(by: habit.weights) + (chance.below(3) == 0 ? row.offset % 2 : 0)
                    cells[row.element.id] = columns[min(place, columns.count - 1)].id
                })
        case .open: return chance.one(of: habit.texts).map { .text($0) }
        }
    }

    private func order(of choices: [Choice], _ habit: Habit, _ chance: inout DemoChance) -> [Choice.ID] {
        var (left, weights) = (choices.map(\.id), habit.weights)
        var order: [Choice.ID] = []
        while !left.isEmpty {
            let index = chance.index(by: weights)
            order.append(left.remove(at: index))
            weights.remove(at: index)
        }
        return order
    }
}

/// Chance that is the same every time (SplitMix64; Steele, Lea and Flood, 2014).
struct DemoChance {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }

    /// A place in a list of weights, the heavier the likelier.
    mutating func index(by weights: [Int]) -> Int {
        var left = below(weights.reduce(0, +))
        for (index, weight) in weights.enumerated() {
            if left < weight { return index }
            left -= weight
        }
        return 0
    }

    mutating func one(of texts: [String]) -> String? { texts.isEmpty ? nil : texts[below(texts.count)] }
}
