import Phrases
import PlanDomain
import Survey
import Workflow

/// The form in which one question is written: what every question has, and what its kind asks for.
struct QuestionForm {
    let question: Question
    let sort: QuestionSort
    let conditions: ConditionField
    /// Themes of the plan and of other questions, to choose from.
    let themes: [String]
    let phrases: Phrases

    init(_ question: Question, in questionnaire: Questionnaire, themes: [String], phrases: Phrases) {
        self.question = question
        sort = QuestionSort(question.kind)
        let isNew = questionnaire.question(question.id) == nil
        conditions = ConditionField(
            isNew ? questionnaire.questions.filter(\.decides) : questionnaire.deciding(about: question.id), phrases)
        self.themes = themes
        self.phrases = phrases
    }

    func form(typed: FormValues) -> SiteForm { SiteForm(fields, typed: typed) }

    /// With the question as it is.
    func form(version: Int, page: String) -> SiteForm {
        var values: [String: [String]] = [
            "versie": [String(version)], "pagina": [page], "soort": [sort.rawValue], "vraag": [question.text],
            "uitleg": [question.hint], "verplicht": question.isRequired ? ["ja"] : [],
            "thema": [question.theme ?? ""], ConditionField.name: conditions.values(of: question.condition),
        ]
        switch question.kind {
        case .one(let choices): values["antwoorden"] = [Self.lines(choices)]
        case .some(let choices, let limit), .ranking(let choices, let limit):
            values["antwoorden"] = [Self.lines(choices)]
            values["hoogstens"] = [limit.map(String.init) ?? ""]
        case .scale(let scale):
            values["van"] = [String(scale.values.lowerBound)]
            values["tot"] = [String(scale.values.upperBound)]
            values["laagst"] = [scale.least]
            values["hoogst"] = [scale.most]
        case .matrix(let rows, let columns):
            values["rijen"] = [Self.lines(rows)]
            values["antwoorden"] = [Self.lines(columns)]
        case .open(let limit): values["tekens"] = [String(limit)]
        }
        return SiteForm(fields, typed: FormValues(values))
    }

    /// The question as it was written; nil where something can't be, which is noted at the form.
    func written(_ form: inout SiteForm) -> Question? {
        var written = question
        written.text = form.text("vraag")
        written.hint = form.text("uitleg")
        written.isRequired = !form.choices("verplicht").isEmpty
        written.theme = form.optionalText("thema")
        written.condition = conditions.condition(&form)
        written.kind = kind(&form)
        return form.isSound ? written : nil
    }

    private func kind(_ form: inout SiteForm) -> Question.Kind {
        switch question.kind {
        case .one(let choices): return .one(choices.rewritten(Self.texts("antwoorden", &form)))
        case .some(let choices, _):
            return .some(choices.rewritten(Self.texts("antwoorden", &form)), atMost: form.number("hoogstens"))
        case .ranking(let choices, _):
            return .ranking(choices.rewritten(Self.texts("antwoorden", &form)), atMost: form.number("hoogstens"))
        case .scale:
            let (from, to) = (form.number("van") ?? 1, form.number("tot") ?? 10)
            if to <= from { form.refuse("tot", Reason("survey.builder.scale-backwards")) }
            return .scale(
                Scale(from...max(from, to), least: form.text("laagst"), most: form.text("hoogst")))
        case .matrix(let rows, let columns):
            return .matrix(
                rows: rows.rewritten(Self.texts("rijen", &form), prefix: "r"),
                columns: columns.rewritten(Self.texts("antwoorden", &form)))
        case .open: return .open(limit: form.number("tekens") ?? 1_000)
        }
    }

    private static func texts(_ name: String, _ form: inout SiteForm) -> [String] {
        form.text(name).split(separator: "\n").map { line in
            line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }.filter { !$0.isEmpty }
    }

    private static func lines(_ choices: [Choice]) -> String { choices.map(\.text).joined(separator: "\n") }

    private var fields: [FormField] {
        var theme = FormField(
            "thema", phrases.text("survey.builder.field.theme"), hint: phrases.text("survey.builder.field.theme-hint"),
            isRequired: false, limit: QuestionnaireLimits.line)
        theme.suggestions = themes
        let first = [
            FormField("versie", "", .hidden), FormField("pagina", "", .hidden), FormField("soort", "", .hidden),
            FormField("vraag", phrases.text("survey.builder.field.text"), limit: QuestionnaireLimits.line),
            FormField(
                "uitleg", phrases.text("survey.builder.field.hint"), isRequired: false, limit: QuestionnaireLimits.line),
        ]
        let yes = FormChoice("ja", phrases.text("survey.builder.field.required-yes"))
        let last = [
            FormField(
                "verplicht", phrases.text("survey.builder.field.required"), .checkboxes([yes]), isRequired: false,
                isMarkedOptional: false), theme,
        ]
        return first + ownFields + last + conditions.fields
    }

    private var ownFields: [FormField] {
        let answers = FormField(
            "antwoorden", phrases.text("survey.builder.field.answers"), .textarea(rows: 7),
            hint: phrases.text("survey.builder.field.answers-hint"))
        let most = FormField(
            "hoogstens", phrases.text("survey.builder.field.at-most"), .number(1...QuestionnaireLimits.choices),
            isRequired: false)
        switch sort {
        case .one: return [answers]
        case .some, .ranking: return [answers, most]
        case .matrix:
            let rows = FormField(
                "rijen", phrases.text("survey.builder.field.rows"), .textarea(rows: 6),
                hint: phrases.text("survey.builder.field.rows-hint"))
            return [rows, answers]
        case .scale:
            return [
                FormField("van", phrases.text("survey.builder.field.from"), .number(0...10)),
                FormField("tot", phrases.text("survey.builder.field.to"), .number(1...10)),
                FormField("laagst", phrases.text("survey.builder.field.least"), isRequired: false),
                FormField("hoogst", phrases.text("survey.builder.field.most"), isRequired: false),
            ]
        case .open:
            return [
                FormField(
                    "tekens", phrases.text("survey.builder.field.characters"), .number(1...QuestionnaireLimits.answer))
            ]
        }
    }
}

/// The boxes by which a page or question is asked of some alone: one for each answer to an earlier question.
struct ConditionField {
    static let name = "bij"
    let questions: [Question]
    private let phrases: Phrases

    init(_ questions: [Question], _ phrases: Phrases) {
        self.questions = questions
        self.phrases = phrases
    }

    /// None where there is no earlier question to depend on.
    var fields: [FormField] {
        let choices = questions.flatMap { question in
            question.choices.map { choice in
                FormChoice(
                    "\(question.id).\(choice.id)",
                    phrases.text(
                        "survey.builder.answer-of",
                        ["question": .text(question.text), "answer": .text(choice.text)]))
            }
        }
        guard !choices.isEmpty else { return [] }
        return [
            FormField(
                Self.name, phrases.text("survey.builder.field.condition"), .checkboxes(choices),
                hint: phrases.text("survey.builder.field.condition-hint"), isRequired: false, isMarkedOptional: false)
        ]
    }

    func values(of condition: Condition?) -> [String] {
        condition.map { condition in condition.answers.sorted().map { "\(condition.question).\($0)" } } ?? []
    }

    /// Nil for what everybody is asked. Answers to two questions at once are refused.
    func condition(_ form: inout SiteForm) -> Condition? {
        guard !fields.isEmpty else { return nil }
        let chosen = form.choices(Self.name).map { $0.split(separator: ".", maxSplits: 1).map(String.init) }
            .filter { $0.count == 2 }
        guard let question = chosen.first?[0] else { return nil }
        guard chosen.allSatisfy({ $0[0] == question }) else {
            form.refuse(Self.name, Reason("survey.builder.one-question"))
            return nil
        }
        return Condition(question, in: Set(chosen.map { $0[1] }))
    }
}
