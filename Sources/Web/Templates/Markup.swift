import Mustache

/// HTML that may stand in a page as it is: made by the renderer of Markdown or by code of this module, with every text
/// in it escaped.
struct Markup: Equatable, Sendable, MustacheCustomRenderable, MustacheParent {
    let bytes: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    init(_ html: String) {
        bytes = Array(html.utf8)
    }

    var renderText: String { String(decoding: bytes, as: UTF8.self) }
    var isNull: Bool { false }

    func child(named: String) -> Any? { nil }
}

/// Keeps the place of a rendered passage while Mustache works, so that the passage itself is never copied through it:
/// the template's output holds a mark, and the page is put together from bytes afterwards.
struct Passage: MustacheCustomRenderable, MustacheParent {
    let index: Int

    /// No text holds this mark: ``PageText`` and the renderer of Markdown let no control character through.
    var renderText: String { "\u{1}\(index)\u{1}" }
    var isNull: Bool { false }

    func child(named: String) -> Any? { nil }

    /// `text` with its marks replaced by the passages that they stand for.
    static func fill(_ text: String, with passages: [Markup]) -> [UInt8] {
        guard !passages.isEmpty else { return Array(text.utf8) }
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + passages.reduce(0) { $0 + $1.bytes.count })
        var isMark = false
        for part in text.utf8.split(separator: 1, omittingEmptySubsequences: false) {
            if isMark, let index = Int(String(decoding: part, as: UTF8.self)), passages.indices.contains(index) {
                result.append(contentsOf: passages[index].bytes)
            } else {
                result.append(contentsOf: part)
            }
            isMark.toggle()
        }
        return result
    }
}
