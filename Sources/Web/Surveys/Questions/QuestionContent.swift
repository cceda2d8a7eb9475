import Phrases
import PlanDomain
import Survey
import Workflow

/// One question as it stands on a page: on the site to be answered, on paper to be ticked.
///
/// Without a script everything can be answered by keyboard. Rows of a matrix are groups of their own under each other, so
/// that nothing has to be scrolled sideways on a phone.
struct QuestionContent: PageContent {
    let question: Question
    let number: Int
    let label: String
    let note: String?
    let error: String?
    let values: FormValues
    let noAnswer: String
    let place: String

    init(_ question: Question, number: Int, values: FormValues, fault: Reason? = nil, phrases: Phrases) {
        self.question = question
        self.number = number
        self.values = values
        label = question.isRequired ? question.text : phrases.text("web.form.optional", ["label": .text(question.text)])
        note = Self.note(on: question, phrases)
        error = fault.map { phrases.sentence($0) }
        noAnswer = phrases.text("survey.no-answer")
        place = phrases.text("survey.place")
    }

    /// How many may be chosen, and how places are given.
    private static func note(on question: Question, _ phrases: Phrases) -> String? {
        switch question.kind {
        case .some(_, let limit?): phrases.text("survey.at-most", ["count": .number(limit)])
        case .some: phrases.text("survey.several")
        case .ranking(let choices, let limit):
            phrases.text("survey.rank", ["count": .number(limit ?? choices.count)])
        case .open(let limit): phrases.text("survey.characters", ["limit": .number(limit)])
        case .one, .scale, .matrix: nil
        }
    }

    private var id: String { "vraag-\(question.id)" }
    /// Where an error leads: to what is filled in first.
    var anchor: String {
        switch question.kind {
        case .open: "\(id)-tekst"
        case .ranking(let choices, _): choices.first.map { "\(id)-\($0.id)" } ?? id
        case .matrix: "\(id)-1-1"
        case .one, .some, .scale: "\(id)-1"
        }
    }

    private var describedBy: String? {
        let parts = [(question.hint.isEmpty ? nil : "uitleg"), note.map { _ in "hoe" }, error.map { _ in "fout" }]
        let ids = parts.compactMap { $0.map { "\(id)-\($0)" } }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    private var typed: [String] { values.all(SheetForm.name(question.id)) }

    static let fields: PageFields<QuestionContent> = [
        .text("questionID") { $0.id },
        .text("questionKey") { $0.question.id },
        .text("questionNumber") { String($0.number) },
        .text("questionName") { SheetForm.name($0.question.id) },
        .text("questionLabel") { $0.label },
        .text("questionHint") { $0.question.hint.isEmpty ? nil : $0.question.hint },
        .text("questionNote") { $0.note },
        .text("questionError") { $0.error },
        .text("questionDescribedBy") { $0.describedBy },
        .flag("isRequired") { $0.question.isRequired },
        .flag("isChoice") { $0.isChoice },
        .list("choices") { $0.choices },
        .flag("isScale") { $0.isScale },
        .text("least") { $0.scale?.least },
        .text("most") { $0.scale?.most },
        .flag("isRanking") { $0.isRanking },
        .list("places") { $0.places },
        .flag("isMatrix") { !$0.rows.isEmpty },
        .list("rows") { $0.rows },
        .flag("isOpen") { $0.isOpen },
        .text("answerText") { $0.typed.first ?? "" },
    ]
}

extension QuestionContent {
    private var scale: Scale? { if case .scale(let scale) = question.kind { scale } else { nil } }
    private var isScale: Bool { scale != nil }
    private var isRanking: Bool { if case .ranking = question.kind { true } else { false } }
    private var isOpen: Bool { if case .open = question.kind { true } else { false } }
    private var isSeveral: Bool { if case .some = question.kind { true } else { false } }
    private var isChoice: Bool { if case .one = question.kind { true } else { isSeveral } }

    /// What can be chosen, with "no answer" last: a button once chosen can't be left alone again.
    private var choices: [Option] {
        guard isChoice || isScale else { return [] }
        let name = SheetForm.name(question.id)
        let last = question.choices.last(where: \.asksWords)?.id
        var options = question.choices.enumerated().map { index, choice in
            Option(
                id: "\(id)-\(index + 1)", name: name, type: isSeveral ? "checkbox" : "radio", value: choice.id,
                label: choice.text, isChosen: typed.contains(choice.id),
                wordsName: choice.id == last ? SheetForm.wordsName(question.id) : nil,
                words: values.all(SheetForm.wordsName(question.id)).first ?? "")
        }
        if !isSeveral, !question.isRequired {
            options.append(
                Option(
                    id: "\(id)-geen", name: name, type: "radio", value: "", label: noAnswer,
                    isChosen: typed == [""], isNone: true))
        }
        return options
    }

    private var places: [Place] {
        guard case .ranking(let choices, let limit) = question.kind else { return [] }
        return choices.map { choice in
            let name = SheetForm.name(question.id, choice.id)
            let typed = values.all(name).first
            return Place(
                id: "\(id)-\(choice.id)", name: name, label: choice.text,
                options: (1...max(1, limit ?? choices.count)).map { number in
                    Option(
                        id: "", name: "", type: "", value: String(number), label: "\(place) \(number)",
                        isChosen: typed == String(number))
                })
        }
    }

    private var rows: [Row] {
        guard case .matrix(let rows, let columns) = question.kind else { return [] }
        return rows.enumerated().map { line, row in
            let name = SheetForm.name(question.id, row.id)
            let typed = values.all(name)
            return Row(
                label: row.text,
                options: columns.enumerated().map { index, column in
                    Option(
                        id: "\(id)-\(line + 1)-\(index + 1)", name: name, type: "radio", value: column.id,
                        label: column.text, isChosen: typed.contains(column.id))
                })
        }
    }

    struct Option: PageContent {
        let id: String
        let name: String
        let type: String
        let value: String
        let label: String
        let isChosen: Bool
        var wordsName: String?
        var words = ""
        var isNone = false

        static let fields: PageFields<Option> = [
            .text("optionID") { $0.id },
            .text("optionName") { $0.name },
            .text("optionType") { $0.type },
            .text("optionValue") { $0.value },
            .text("optionLabel") { $0.label },
            .flag("isChosen") { $0.isChosen },
            .text("wordsName") { $0.wordsName },
            .text("wordsID") { $0.id + "-woorden" },
            .text("words") { $0.words },
            .flag("isNone") { $0.isNone },
        ]
    }

    struct Place: PageContent {
        let id: String
        let name: String
        let label: String
        let options: [Option]

        static let fields: PageFields<Place> = [
            .text("placeID") { $0.id },
            .text("placeName") { $0.name },
            .text("placeLabel") { $0.label },
            .list("options") { $0.options },
        ]
    }

    struct Row: PageContent {
        let label: String
        let options: [Option]

        static let fields: PageFields<Row> = [
            .text("rowLabel") { $0.label },
            .list("options") { $0.options },
        ]
    }
}
