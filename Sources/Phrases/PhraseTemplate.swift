/// A text with `{name}` placeholders, taken apart once.
struct PhraseTemplate: Equatable, Sendable {
    enum Piece: Equatable, Sendable {
        case text(String)
        case placeholder(String)
    }

    let pieces: [Piece]

    /// Nil where a brace belongs to no placeholder.
    init?(_ text: String) {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else { return nil }
            let name = rest[rest.index(after: open)..<close]
            guard Self.isName(name) else { return nil }
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            pieces.append(.placeholder(String(name)))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        self.pieces = pieces
    }

    var placeholders: Set<String> {
        Set(
            pieces.compactMap { piece in
                if case .placeholder(let name) = piece { name } else { nil }
            })
    }

    private static func isName(_ text: Substring) -> Bool {
        text.first?.isASCIILetter == true && text.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == "-" }
    }
}

extension Character {
    var isASCIILetter: Bool { isASCII && isLetter }
    var isASCIIDigit: Bool { isASCII && isNumber }
}

/// What stands under one key: a text, or two that are chosen from by the argument `count`.
enum PhraseEntry: Equatable, Sendable {
    case plain(PhraseTemplate)
    case counted(one: PhraseTemplate, other: PhraseTemplate)

    /// Names of the arguments that it asks for.
    var placeholders: Set<String> {
        switch self {
        case .plain(let template): template.placeholders
        case .counted(let one, let other): one.placeholders.union(other.placeholders).union([Self.countName])
        }
    }

    /// Whether both forms ask for the same arguments; the count itself may be written out in either.
    var formsAgree: Bool {
        guard case .counted(let one, let other) = self else { return true }
        return one.placeholders.subtracting([Self.countName]) == other.placeholders.subtracting([Self.countName])
    }

    static let countName = "count"
}
