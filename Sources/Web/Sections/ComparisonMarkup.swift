import Phrases
import Prose

/// A word diff as HTML that reads without colour: added words are underlined and bear a plus, removed words are struck
/// through and bear a minus, moved words say that they moved. Who does not see the page hears the same in words.
struct ComparisonMarkup {
    private let words: Words
    private var html = ""

    private init(_ phrases: Phrases) {
        words = Words(phrases)
    }

    /// Both versions in one text, in the order of the new one.
    static func inOneColumn(_ diff: WordDiff, _ phrases: Phrases) -> Markup {
        var writer = ComparisonMarkup(phrases)
        for block in diff.blocks where block.shape.kind != .definition {
            writer.write(block.parts.map(\.segments), as: block.shape, kind: block.kind)
        }
        return Markup(writer.html)
    }

    /// The old version beside the new one, row by row.
    static func sideBySide(_ diff: WordDiff, _ phrases: Phrases) -> Markup {
        var writer = ComparisonMarkup(phrases)
        let rows = SideBySide(diff).rows
        for row in rows where (row.new ?? row.old)?.shape.kind != .definition {
            writer.html += row.kind == .unchanged ? "<tr class=\"same\">\n" : "<tr>\n"
            for side in [row.old, row.new] {
                writer.html += "<td>\n"
                if let side { writer.write(side.parts, as: side.shape, kind: row.kind) }
                writer.html += "</td>\n"
            }
            writer.html += "</tr>\n"
        }
        return Markup(writer.html)
    }

    enum Version { case old, new }

    /// One passage in one of the two versions; nil where it has no text there.
    static func side(
        _ version: Version, of passage: WordDiff.Passage, in diff: WordDiff, _ phrases: Phrases
    ) -> Markup? {
        var writer = ComparisonMarkup(phrases)
        for block in passage.blocks.map({ diff.blocks[$0] }) {
            guard let shape = version == .old ? block.oldShape : block.newShape,
                shape.kind != .definition, shape.kind != .html
            else { continue }
            let parts = block.parts.map { $0.segments.filter { version == .old ? $0.isInOld : $0.isInNew } }
            writer.write(parts, as: shape, kind: block.kind)
        }
        return writer.html.isEmpty ? nil : Markup(writer.html)
    }

    private mutating func write(_ parts: [[BlockDiff.Segment]], as shape: BlockShape, kind: BlockDiff.Kind) {
        var classes = ["block"]
        if kind == .unchanged { classes.append("same") }
        if case .heading = shape.kind { classes.append("heading") }
        if case .code = shape.kind { classes.append("code") }
        if shape.containers.contains(.quote) { classes.append("quote") }
        let item = shape.containers.lazy.compactMap(Self.itemMark).last
        if item != nil { classes.append("item") }
        html += "<p class=\"\(classes.joined(separator: " "))\">"
        if let item { html += "<span class=\"bullet\">\(HTML.escape(item))</span> " }
        for (index, segments) in parts.enumerated() {
            if index > 0 { html += " <span class=\"cell\">|</span> " }
            for segment in segments { write(segment, isCode: shape.kind == .code) }
        }
        html += "</p>\n"
    }

    private mutating func write(_ segment: BlockDiff.Segment, isCode: Bool) {
        let plain = isCode ? segment.text : MarkdownMarks.removed(from: segment.text)
        let text = PageText(plain).renderText
        guard plain.contains(where: { !$0.isWhitespace }) else {
            html += text
            return
        }
        switch segment.kind {
        case .same: html += text
        case .inserted: mark("ins", "", "+", words.inserted, text)
        case .deleted: mark("del", "", "−", words.deleted, text)
        case .movedTo(let number): mark("ins", " class=\"moved\"", "⇥\(number) ", words.movedHere(number), text)
        case .movedFrom(let number): mark("del", " class=\"moved\"", "↦\(number) ", words.movedAway(number), text)
        }
    }

    private mutating func mark(
        _ element: String, _ attributes: String, _ sign: String, _ spoken: String, _ text: String
    ) {
        html += "<\(element)\(attributes)><span class=\"sign\" aria-hidden=\"true\">\(sign)</span>"
        html += "<span class=\"vh\">\(HTML.escape(spoken)) </span>\(text)"
        html += "<span class=\"vh\"> \(HTML.escape(words.end)) </span></\(element)>"
    }

    private static func itemMark(_ container: BlockShape.Container) -> String? {
        switch container {
        case .item(let number, let isFirst): isFirst ? number.map { "\($0)." } ?? "•" : nil
        case .footnote(let label, let isFirst): isFirst ? "[\(label)]" : nil
        case .quote: nil
        }
    }

    /// What is said where a sighted reader sees a sign.
    private struct Words {
        let inserted: String
        let deleted: String
        let end: String
        private let phrases: Phrases

        init(_ phrases: Phrases) {
            self.phrases = phrases
            inserted = phrases.text("web.diff.inserted")
            deleted = phrases.text("web.diff.deleted")
            end = phrases.text("web.diff.end")
        }

        func movedHere(_ number: Int) -> String { phrases.text("web.diff.moved-here", ["number": .number(number)]) }
        func movedAway(_ number: Int) -> String { phrases.text("web.diff.moved-away", ["number": .number(number)]) }
    }
}
