import Foundation

/// What a reader of an HTML file reads, in order, with white space evened out: tags and style taken away.
struct ReadableText {
    let text: String

    init(_ html: String) {
        var result = ""
        var rest = html[...]
        while let open = rest.firstIndex(of: "<") {
            result += rest[..<open]
            let tag = rest[open...].prefix { $0 != ">" }
            let name = tag.dropFirst().drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
            rest = rest[tag.endIndex...].dropFirst()
            if !Self.inline.contains(String(name)) { result += " " }
            if ["style", "title"].contains(name), !tag.hasPrefix("</") { rest = rest.drop { $0 != "<" } }
        }
        text = Self.evened(Self.decoded(result + rest))
    }

    init(_ html: Data) { self.init(String(decoding: html, as: UTF8.self)) }

    /// The first of `pieces` that does not follow the ones before it, or nil when all stand there in this order.
    func firstOutOfOrder(_ pieces: [String]) -> String? {
        var rest = text[...]
        for piece in pieces {
            guard let range = rest.firstRange(of: Self.evened(piece)) else { return piece }
            rest = rest[range.upperBound...]
        }
        return nil
    }

    func contains(_ piece: String) -> Bool { text.contains(Self.evened(piece)) }

    static func evened(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static let inline: Set<String> = ["em", "strong", "s", "a", "span", "code", "sup"]

    private static func decoded(_ text: String) -> String {
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        return entities.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    }
}
