import Foundation

/// What a reader of an HTML file reads, piece by piece in order: headings, paragraphs, items and cells.
///
/// Numbers of ordered lists are counted, because a browser counts them; white space is evened out. The caption of a table
/// and the colon after a label are left out: they stand for lines that the layout draws.
struct ReadableHTML {
    /// A piece of text with what it is: `h2`, `p`, `li`, `th`, `td`.
    struct Piece: Equatable, CustomStringConvertible {
        let kind: String
        let text: String

        var isHeading: Bool { kind.first == "h" && kind.count == 2 && kind != "hr" }
        var description: String { "<\(kind)> \(text)" }
    }

    private(set) var pieces: [Piece] = []
    private var text = ""
    private var kind = ""
    /// Of each list that is open, the number of its last item; nil for one without numbers.
    private var lists: [Int?] = []

    init(_ html: String) {
        var rest = html[...]
        while let open = rest.firstIndex(of: "<") {
            text += Self.decoded(rest[..<open])
            let tag = rest[open...].prefix { $0 != ">" }
            rest = rest[tag.endIndex...].dropFirst()
            let name = String(tag.dropFirst().drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
            guard !Self.unread.contains(name) || tag.hasPrefix("</") else {
                rest = rest.firstRange(of: "</\(name)").map { rest[$0.lowerBound...] } ?? ""
                continue
            }
            if !Self.inline.contains(name) { pass(name, isEnd: tag.hasPrefix("</"), tag: tag) }
        }
        close()
    }

    init(_ html: Data) { self.init(String(decoding: html, as: UTF8.self)) }

    /// The part between the tags of one element that a file has once.
    static func part(_ element: String, of html: Data) -> ReadableHTML? {
        let html = String(decoding: html, as: UTF8.self)
        guard let open = html.firstRange(of: "<\(element)"), let close = html.firstRange(of: "</\(element)>") else {
            return nil
        }
        return ReadableHTML(String(html[open.lowerBound..<close.upperBound]))
    }

    var texts: [String] { pieces.map(\.text) }
    var headings: [String] { pieces.filter(\.isHeading).map(\.text) }

    /// The first of `wanted` that does not follow the ones before it; nil when all are read in this order.
    func firstOutOfOrder(_ wanted: [String]) -> String? {
        var rest = texts[...]
        for text in wanted {
            guard let place = rest.firstIndex(of: Self.evened(text)) else { return text }
            rest = rest[(place + 1)...]
        }
        return nil
    }

    static func evened(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private mutating func pass(_ name: String, isEnd: Bool, tag: Substring) {
        close()
        kind = isEnd ? "" : name
        switch (name, isEnd) {
        case ("ol", false): lists.append(0)
        case ("ul", false): lists.append(nil)
        case ("ol", true), ("ul", true): _ = lists.popLast()
        case ("li", false):
            guard let last = lists.last, let last else { return }
            let named = tag.firstMatch(of: /value="(\d+)"/).flatMap { Int($0.1) }
            lists[lists.count - 1] = named ?? last + 1
            text = "\(named ?? last + 1). "
        default: break
        }
    }

    private mutating func close() {
        var read = Self.evened(text)
        if kind == "th", read.hasSuffix(" :") { read.removeLast(2) }
        if !read.isEmpty, kind != "caption" { pieces.append(Piece(kind: kind, text: read)) }
        text = ""
    }

    private static let unread: Set<String> = ["style", "script", "title"]
    private static let inline: Set<String> = ["em", "strong", "s", "del", "ins", "a", "span", "code", "sup", "br"]

    private static func decoded(_ text: Substring) -> String {
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        return entities.reduce(String(text)) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    }
}
