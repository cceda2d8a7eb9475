/// What people answered to one question, as it may be shown.
public struct QuestionResult: Equatable, Sendable {
    public let question: Question
    /// How many people answered it; nil where fewer than five did, and nothing else is shown.
    public let base: Int?
    public let content: Content

    public enum Content: Equatable, Sendable {
        case bars([Bar])
        /// Each with its place, the most important first: the share of all points, n for a first place down to 1.
        case ranking([Bar])
        case scale([Bar], mean: Double?)
        case matrix([Row])
        /// Texts are not counted; they are read.
        case texts(Int)
        /// Too few people to show anything.
        case withheld
    }

    public struct Row: Equatable, Sendable {
        public let choice: Choice
        public let bars: [Bar]
    }

    public init(_ question: Question, of respondents: [Respondent]) {
        let answered = respondents.filter { $0.sheet[question.id]?.isEmpty == false }
        self.question = question
        guard answered.count >= Confidentiality.least else {
            (base, content) = (nil, .withheld)
            return
        }
        base = answered.count
        let answers = answered.compactMap { one in
            one.sheet[question.id].map { Weighed(answer: $0, weight: one.weight) }
        }
        content = Self.content(question, answers)
    }

    private static func content(_ question: Question, _ answers: [Weighed]) -> Content {
        switch question.kind {
        case .one(let choices): .bars(Bar.bars(choices, answers.map(\.tokens), addsUp: true))
        case .some(let choices, _): .bars(Bar.bars(choices, answers.map(\.tokens), addsUp: false))
        case .ranking(let choices, let limit): .ranking(Bar.points(choices, answers, places: limit ?? choices.count))
        case .scale: scale(question.choices, answers)
        case .matrix(let rows, let columns):
            .matrix(
                rows.map { row in
                    let cells = answers.compactMap { $0.cell(row.id) }
                    let isShown = cells.count >= Confidentiality.least
                    let bars = Bar.bars(columns, cells, addsUp: true)
                    return Row(choice: row, bars: isShown ? bars : bars.map(\.withheld))
                })
        case .open: .texts(answers.count)
        }
    }

    /// With the number of answers, a mean is an equation more: where only one or two bars are withheld it would tell them.
    private static func scale(_ choices: [Choice], _ answers: [Weighed]) -> Content {
        let bars = Bar.bars(choices, answers.map(\.tokens), addsUp: true)
        guard !(1...2).contains(bars.count { $0.count == nil }) else { return .scale(bars, mean: nil) }
        let weight = answers.reduce(0) { $0 + $1.weight }
        let sum = answers.reduce(0) { $0 + $1.weight * Double($1.value ?? 0) }
        return .scale(bars, mean: weight > 0 ? (sum / weight * 10).rounded() / 10 : nil)
    }
}

/// How many people gave one answer.
public struct Bar: Equatable, Sendable {
    public let choice: Choice
    /// Nil where it is withheld.
    public let count: Int?
    /// Of everybody who answered, with weights, from 0 to 1; nil where it is withheld.
    public let share: Double?

    var withheld: Bar { Bar(choice: choice, count: nil, share: nil) }

    /// - Parameter addsUp: everybody chose exactly one.
    static func bars(_ choices: [Choice], _ answers: [(tokens: Set<String>, weight: Double)], addsUp: Bool) -> [Bar] {
        let counts = choices.map { choice in answers.count { $0.tokens.contains(choice.id) } }
        let shown = Confidentiality.shown(counts, addsUp: addsUp)
        let whole = answers.reduce(0) { $0 + $1.weight }
        return choices.indices.map { index in
            let weight = answers.filter { $0.tokens.contains(choices[index].id) }.reduce(0) { $0 + $1.weight }
            let share = whole > 0 ? weight / whole : nil
            return Bar(
                choice: choices[index], count: shown[index] ? counts[index] : nil, share: shown[index] ? share : nil)
        }
    }

    static func points(_ choices: [Choice], _ answers: [Weighed], places: Int) -> [Bar] {
        var points: [Choice.ID: Double] = [:]
        var counts: [Choice.ID: Int] = [:]
        for answer in answers {
            for (place, choice) in answer.order.enumerated() {
                points[choice, default: 0] += answer.weight * Double(places - place)
                counts[choice, default: 0] += 1
            }
        }
        let whole = points.values.reduce(0, +)
        let times = choices.map { counts[$0.id] ?? 0 }
        // Shares add up to all points, so that the last one could be worked out.
        let shown = Confidentiality.shown(times, addsUp: true)
        let bars = choices.indices.map { index -> Bar in
            let share = whole > 0 ? (points[choices[index].id] ?? 0) / whole : nil
            return Bar(
                choice: choices[index], count: shown[index] ? times[index] : nil, share: shown[index] ? share : nil)
        }
        return bars.enumerated().sorted { ($1.element.share ?? -1, $0.offset) < ($0.element.share ?? -1, $1.offset) }
            .map(\.element)
    }
}

/// One answer with how much it counts for.
struct Weighed {
    let answer: Answer
    let weight: Double

    var tokens: (tokens: Set<String>, weight: Double) { (answer.tokens, weight) }

    var value: Int? { if case .value(let value) = answer { value } else { nil } }

    var order: [Choice.ID] { if case .chosen(let chosen, _) = answer { chosen } else { [] } }

    func cell(_ row: Choice.ID) -> (tokens: Set<String>, weight: Double)? {
        guard case .cells(let cells) = answer, let column = cells[row] else { return nil }
        return ([column], weight)
    }
}
