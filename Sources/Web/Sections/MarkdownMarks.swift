/// Takes the signs of Markdown out of a piece of a text, for readers who compare words and not marks.
///
/// A piece may hold one half of a pair, so it can't be parsed; what is taken out are the signs that only mark up: stars,
/// underscores at the edge of a word, backticks, backslashes, and the address of a link. A note keeps its number.
enum MarkdownMarks {
    static func removed(from markdown: String) -> String {
        var result = ""
        var rest = Substring(markdown)
        while let character = rest.first {
            let previous = result.last
            rest = rest.dropFirst()
            switch character {
            case "*", "`": continue
            case "~" where rest.first == "~": rest = rest.dropFirst()
            case "_" where isEdge(previous) || isEdge(rest.first): continue
            case "\\" where rest.first?.isPunctuation == true || rest.first?.isSymbol == true:
                result.append(rest.removeFirst())
            case "!" where rest.first == "[": continue
            case "[" where rest.first == "^":
                result += "[" + rest.dropFirst().prefix { $0 != "]" } + "]"
                rest = rest.drop { $0 != "]" }.dropFirst()
            case "[": continue
            case "]" where rest.first == "(":
                rest = rest.drop { $0 != ")" }.dropFirst()
            case "]": continue
            default: result.append(character)
            }
        }
        return result
    }

    private static func isEdge(_ character: Character?) -> Bool {
        character.map { $0.isWhitespace || $0.isPunctuation } ?? true
    }
}
