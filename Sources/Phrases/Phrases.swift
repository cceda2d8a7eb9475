/// The phrases of one language; small enough to pass along by value.
public struct Phrases: Sendable {
    public let language: Language
    private let entries: [String: PhraseEntry]

    init(language: Language, entries: [String: PhraseEntry]) {
        self.language = language
        self.entries = entries
    }

    public func has(_ key: String) -> Bool {
        entries[key] != nil
    }

    /// The phrase with its placeholders filled. An unknown key shows as `⟦key⟧`, a missing argument as `⟦name⟧`: never
    /// an error while somebody reads, always one in a test.
    public func text(_ key: String, _ arguments: [String: PhraseArgument] = [:]) -> String {
        guard let entry = entries[key] else { return Self.marked(key) }
        return template(of: entry, arguments).pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .placeholder(let name): arguments[name].map(printed) ?? Self.marked(name)
            }
        }.joined()
    }

    /// The phrase as the beginning of a sentence: the first letter is a capital.
    public func sentence(_ key: String, _ arguments: [String: PhraseArgument] = [:]) -> String {
        capitalized(text(key, arguments))
    }

    /// `text` with a capital first letter; a Dutch "ij" at the start becomes "IJ".
    public func capitalized(_ text: String) -> String {
        let length = language == .nl && text.hasPrefix("ij") ? 2 : 1
        return text.prefix(length).uppercased() + text.dropFirst(length)
    }

    /// One argument as it stands in a phrase.
    public func printed(_ argument: PhraseArgument) -> String {
        switch argument {
        case .text(let text): text
        case .number(let number): self.number(number)
        case .date(let year, let month, let day): writtenDate(year: year, month: month, day: day)
        case .list(let items): list(items.map(printed))
        case .phrase(let key): text(key)
        }
    }

    private func template(of entry: PhraseEntry, _ arguments: [String: PhraseArgument]) -> PhraseTemplate {
        switch entry {
        case .plain(let template): template
        case .counted(let one, let other): arguments[PhraseEntry.countName] == .number(1) ? one : other
        }
    }

    private static func marked(_ name: String) -> String { "⟦\(name)⟧" }
}
