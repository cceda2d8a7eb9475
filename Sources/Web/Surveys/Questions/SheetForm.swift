import Foundation
import PlanDomain
import Survey
import Workflow

/// Questions as fields of a form: how each is named, what a form holds for an answer, and how that is read back.
struct SheetForm: Sendable {
    let questions: [Question]
    /// Whether a question may be passed over that must be answered: on the way back, and on paper.
    var isLenient = false

    /// What was read, and by question what is wrong.
    struct Reading: Sendable {
        var sheet = AnswerSheet()
        var faults: [Question.ID: Reason] = [:]
    }

    /// Parts are the rows of a matrix and the choices of a ranking.
    static func name(_ question: Question.ID, _ part: Choice.ID? = nil) -> String {
        "vraag-\(question)" + (part.map { "-\($0)" } ?? "")
    }

    static func wordsName(_ question: Question.ID) -> String { "woorden-\(question)" }

    // MARK: Reading

    func reading(of values: FormValues) -> Reading {
        var reading = Reading()
        for question in questions {
            do {
                let answer = try answer(to: question, in: values)
                var asked = question
                if isLenient { asked.isRequired = false }
                if let fault = asked.fault(in: answer) {
                    reading.faults[question.id] = Self.reason(fault, question)
                } else if let answer {
                    reading.sheet[question.id] = answer
                }
            } catch {
                reading.faults[question.id] = error.reason
            }
        }
        return reading
    }

    private func answer(to question: Question, in values: FormValues) throws(PlanError) -> Answer? {
        let name = Self.name(question.id)
        switch question.kind {
        case .one:
            guard let chosen = try values.value(name), !chosen.isEmpty else { return nil }
            return .chosen([chosen], words: try words(of: question, [chosen], in: values))
        case .some:
            let chosen = values.all(name).filter { !$0.isEmpty }
            return chosen.isEmpty ? nil : .chosen(chosen, words: try words(of: question, chosen, in: values))
        case .scale:
            guard let value = try values.value(name), !value.isEmpty else { return nil }
            guard let number = Int(value) else { throw PlanError(.invalid, Reason("web.form.choice")) }
            return .value(number)
        case .ranking(let choices, _): return try ranking(of: choices, question, in: values)
        case .matrix(let rows, _):
            var cells: [Choice.ID: Choice.ID] = [:]
            for row in rows {
                guard let column = try values.value(Self.name(question.id, row.id)), !column.isEmpty else { continue }
                cells[row.id] = column
            }
            return cells.isEmpty ? nil : .cells(cells)
        case .open:
            let text = try Self.text(try values.value(name))
            return text.isEmpty ? nil : .text(text)
        }
    }

    /// Places in order; a place that is left free does no harm, one that is given twice says nothing.
    private func ranking(
        of choices: [Choice], _ question: Question, in values: FormValues
    ) throws(PlanError) -> Answer? {
        var places: [(place: Int, choice: Choice.ID)] = []
        for choice in choices {
            guard let typed = try values.value(Self.name(question.id, choice.id)), !typed.isEmpty else { continue }
            guard let place = Int(typed), (1...choices.count).contains(place) else {
                throw PlanError(.invalid, Reason("web.form.choice"))
            }
            guard !places.contains(where: { $0.place == place }) else {
                throw PlanError(.invalid, Reason("survey.fault.place-twice", ["place": .number(place)]))
            }
            places.append((place, choice.id))
        }
        return places.isEmpty ? nil : .chosen(places.sorted { $0.place < $1.place }.map(\.choice))
    }

    /// Nil unless a choice was made that asks for words.
    private func words(
        of question: Question, _ chosen: [Choice.ID], in values: FormValues
    ) throws(PlanError) -> String? {
        guard question.choices.contains(where: { $0.asksWords && chosen.contains($0.id) }) else { return nil }
        let text = try Self.text(try values.value(Self.wordsName(question.id)))
        return text.isEmpty ? nil : text
    }

    private static func text(_ typed: String?) throws(PlanError) -> String {
        let text = (typed ?? "").replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
        let isText = text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.generalCategory != .control || scalar == "\n" || scalar == "\t"
        }
        guard isText else { throw PlanError(.invalid, Reason("web.form.not-text")) }
        return text
    }

    /// - Parameter question: nil where nobody is asked to answer it.
    static func reason(_ fault: AnswerFault, _ question: Question? = nil) -> Reason {
        switch fault {
        case .missing:
            if case .open? = question?.kind { return Reason("web.form.missing") }
            return Reason("web.form.choice-missing")
        case .unknown: return Reason("web.form.choice")
        case .tooMany(let limit): return Reason("survey.fault.too-many", ["limit": .number(limit)])
        case .tooLong(let limit): return Reason("survey.fault.too-long", ["limit": .number(limit)])
        case .incomplete: return Reason("survey.fault.incomplete")
        }
    }

    // MARK: Showing

    /// What a form holds where these answers were given.
    static func values(of sheet: AnswerSheet) -> FormValues {
        var values: [String: [String]] = [:]
        for (question, answer) in sheet.answers {
            switch answer {
            case .chosen(let chosen, let words):
                values[name(question)] = chosen
                // Of a ranking, too: each choice with its place.
                for (index, choice) in chosen.enumerated() { values[name(question, choice)] = [String(index + 1)] }
                if let words { values[wordsName(question)] = [words] }
            case .value(let value): values[name(question)] = [String(value)]
            case .cells(let cells): for (row, column) in cells { values[name(question, row)] = [column] }
            case .text(let text): values[name(question)] = [text]
            }
        }
        return FormValues(values)
    }
}
