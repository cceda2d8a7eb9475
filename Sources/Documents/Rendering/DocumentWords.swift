import Foundation
import Phrases
import PlanDomain
import Workflow

/// The words of a document in one language and one house style: everything that turns a value into what is printed.
struct DocumentWords {
    let phrases: Phrases
    let fieldDates: HouseStyle.FieldDates

    /// The phrase `document.<key>`.
    func callAsFunction(_ key: String, _ arguments: [String: PhraseArgument] = [:]) -> String {
        phrases.text("document." + key, arguments)
    }

    /// A date in a field table, as the house style has it.
    func field(_ date: CalendarDate) -> String {
        switch fieldDates {
        case .numeric: phrases.numericDate(year: date.year, month: date.month, day: date.day)
        case .written: written(date)
        }
    }

    /// A date in running text: always in full.
    func written(_ date: CalendarDate) -> String {
        phrases.writtenDate(year: date.year, month: date.month, day: date.day)
    }

    /// The day in the Netherlands, in full.
    func written(_ moment: Date) -> String { phrases.writtenDate(of: moment) }

    func label(_ text: LocalizedText) -> String { text.text(in: phrases.language.rawValue) }

    func body(_ body: GoverningBody) -> String { phrases.text("the-body." + body.rawValue) }

    /// "Gemeente Deventer", also where the name already says so.
    func municipality(_ name: String) -> String {
        name.lowercased().hasPrefix("gemeente") ? name : self("municipality", ["name": .text(name)])
    }

    func verdict(_ verdict: SignOffVerdict) -> String { phrases.text("verdict." + verdict.rawValue) }

    func outcome(_ outcome: PointOutcome) -> String { phrases.text("outcome." + outcome.rawValue) }

    func nature(_ nature: ChangeNature) -> String { phrases.text("nature." + nature.rawValue) }

    /// A condition or another reason of the rules, in words; its key where the locale files have none for it.
    func text(of reason: Reason) -> String {
        guard phrases.has(reason.key) else { return reason.key }
        return phrases.text(reason.key, reason.arguments.mapValues(argument))
    }

    /// "Locoburgemeester, namens Burgemeester (besluit vervanging 2022)"
    func function(of line: FunctionLine) -> String {
        guard let substitution = line.onBehalfOf else { return line.function }
        return self(
            "on-behalf-of",
            [
                "function": .text(line.function), "other": .text(substitution.function),
                "ground": .text(substitution.ground),
            ])
    }

    func text(of reason: RecordedReason) -> String {
        switch reason {
        case .text(let text): text
        case .withheld: self("reason-withheld")
        }
    }

    func text(of condition: ConditionText) -> String {
        switch condition {
        case .statement(let reason): text(of: reason)
        case .clause(let text), .id(let text): text
        }
    }

    private func argument(_ argument: Reason.Argument) -> PhraseArgument {
        switch argument {
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        case .date(let date): .date(year: date.year, month: date.month, day: date.day)
        case .role(let role): .phrase("role." + role.rawValue)
        case .body(let body): .text(self.body(body))
        case .label(let label): .text(self.label(label))
        case .phrase(let reason): .text(text(of: reason))
        case .list(let items): .list(items.map(self.argument))
        }
    }
}
