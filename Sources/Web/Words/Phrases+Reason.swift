import Phrases
import Workflow

/// Reasons and dates of the rules, in the reader's language.
extension Phrases {
    public func text(_ reason: Reason) -> String {
        text(reason.key, reason.arguments.mapValues(argument))
    }

    /// As a sentence: with a capital and a full stop. The name of a file keeps its letters: `feiten.yml` is not
    /// `Feiten.yml`.
    public func sentence(_ reason: Reason) -> String {
        let phrase = text(reason)
        let opensWithFile = phrase.prefixMatch(of: /[^\s:,]*[.\/]\w/) != nil
        let text = opensWithFile ? phrase : capitalized(phrase)
        return text.hasSuffix(".") || text.hasSuffix("?") ? text : text + "."
    }

    public func text(_ label: LocalizedText) -> String {
        label.text(in: language.rawValue)
    }

    public func text(_ role: Role) -> String {
        text("role.\(role.rawValue)")
    }

    /// With its article: "het college", "de raad".
    func text(_ body: GoverningBody) -> String {
        text("the-body.\(body.rawValue)")
    }

    public func writtenDate(_ date: CalendarDate) -> String {
        writtenDate(year: date.year, month: date.month, day: date.day)
    }

    private func argument(_ argument: Reason.Argument) -> PhraseArgument {
        switch argument {
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        case .date(let date): .date(year: date.year, month: date.month, day: date.day)
        case .role(let role): .text(text(role))
        case .body(let body): .text(text(body))
        case .label(let label): .text(text(label))
        case .phrase(let reason): .text(text(reason))
        case .list(let items): .list(items.map(self.argument))
        }
    }
}
