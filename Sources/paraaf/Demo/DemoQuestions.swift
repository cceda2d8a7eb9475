import PlanDomain
import PlanRepositories
import Survey
import Workflow

/// Reads the questions of a demo's questionnaire, in order: a later one may depend on an earlier one, by its short name.
struct DemoQuestions {
    private(set) var habits: [Question.ID: DemoSurvey.Habit] = [:]
    private var named: [String: Question] = [:]
    private var count = 0

    private enum Kind: String, CaseIterable {
        case one = "een"
        case some = "meer"
        case ranking = "volgorde"
        case scale = "schaal"
        case matrix = "tabel"
        case open = "open"
    }

    mutating func question(_ fields: YAMLFields) throws(PlanError) -> Question {
        try fields.allowOnly([
            "vraag", "uitleg", "soort", "sleutel", "verplicht", "thema", "bij", "antwoorden", "rijen", "kolommen",
            "hoogstens", "van", "tot", "cijfers", "laagst", "hoogst", "deel", "teksten",
        ])
        count += 1
        var habit = DemoSurvey.Habit(share: try fields.number("deel") ?? 95, texts: try fields.texts("teksten"))
        let kind = try kind(fields, &habit)
        let question = Question(
            id: "v\(count)", text: try fields.required("vraag"), hint: try fields.text("uitleg") ?? "", kind: kind,
            isRequired: try fields.flag("verplicht"), theme: try fields.text("thema"), condition: try condition(fields))
        habits[question.id] = habit
        if let key = try fields.text("sleutel") { named[key] = question }
        return question
    }

    /// `bij: { sleutel: [antwoord, antwoord] }`; nil where everybody is asked.
    func condition(_ fields: YAMLFields) throws(PlanError) -> Condition? {
        guard let (key, answers) = try fields.lists("bij").first else { return nil }
        guard let question = named[key] else {
            throw fields.place.fault("demo.unknown-question", ["question": .text(key)])
        }
        return Condition(question.id, in: Set(question.choices.filter { answers.contains($0.text) }.map(\.id)))
    }

    private func kind(_ fields: YAMLFields, _ habit: inout DemoSurvey.Habit) throws(PlanError) -> Question.Kind {
        switch try fields.requiredValue("soort", Kind.init(rawValue:)) {
        case .one: return .one(try choices("antwoorden", fields, &habit))
        case .some:
            return .some(try choices("antwoorden", fields, &habit), atMost: try fields.number("hoogstens"))
        case .ranking:
            return .ranking(try choices("antwoorden", fields, &habit), atMost: try fields.number("hoogstens"))
        case .scale:
            habit.weights = try fields.texts("cijfers").compactMap { Int($0) }
            let (least, most) = (try fields.number("van") ?? 1, try fields.number("tot") ?? 10)
            return .scale(
                Scale(
                    least...max(least, most), least: try fields.required("laagst"), most: try fields.required("hoogst"))
            )
        case .matrix:
            let rows = try fields.texts("rijen").enumerated().map { Choice(id: "r\($0.offset + 1)", text: $0.element) }
            return .matrix(rows: rows, columns: try choices("kolommen", fields, &habit))
        case .open: return .open(limit: try fields.number("hoogstens") ?? 1_000)
        }
    }

    /// Each answer with how often it is given.
    private func choices(
        _ key: String, _ fields: YAMLFields, _ habit: inout DemoSurvey.Habit
    ) throws(PlanError) -> [Choice] {
        let named = try fields.namedTexts(key)
        habit.weights = named.map { Int($0.text) ?? 1 }
        return named.enumerated().map { index, answer in
            Choice(id: "a\(index + 1)", text: answer.name, asksWords: answer.name.hasSuffix(":"))
        }
    }
}
