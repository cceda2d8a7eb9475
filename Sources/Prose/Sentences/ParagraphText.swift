/// The Markdown of a paragraph, or of a stretch of it between hard breaks, cut into lines.
struct ParagraphText {
    private let scalars: [Unicode.Scalar]
    private let scan: InlineScan

    /// `text` has its source lines separated by `\n`, without prefixes.
    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        scan = InlineScan(scalars)
    }

    func lines(_ style: ParagraphRewriting.Style) -> [String] {
        guard style == .sentencePerLine else { return [joined(0..<scalars.count)] }
        var lines: [String] = []
        for line in cutAtSentences().map(joined) {
            if lines.isEmpty || LineStart.isSafe(line) {
                lines.append(line)
            } else {
                lines[lines.count - 1] += " " + line
            }
        }
        return lines
    }

    /// The sentences of what a reader sees, as ranges of the Markdown. White space at a cut belongs to neither side.
    private func cutAtSentences() -> [Range<Int>] {
        let visible = scalars.indices.filter { !scan.roles[$0].contains(.hidden) && !isInsideOpaque($0) }
        let sentences = SentenceScanner(visible.map { appearance(of: $0) }).sentences()
        var ranges: [Range<Int>] = []
        var start = 0
        for next in sentences.dropFirst() {
            guard let cut = cut(before: visible[next.lowerBound]) else { continue }
            ranges.append(start..<cut.lowerBound)
            start = cut.upperBound
        }
        return ranges + [start..<scalars.count]
    }

    /// Code, tags and addresses count as one symbol that is no letter; a line end within a paragraph is a space.
    private func appearance(of index: Int) -> Unicode.Scalar {
        let role = scan.roles[index]
        if role.contains(.opaque), role.contains(.unbreakable) { return "\u{FFFC}" }
        return scalars[index] == "\n" ? " " : scalars[index]
    }

    private func isInsideOpaque(_ index: Int) -> Bool {
        let role = scan.roles[index]
        guard role.contains(.opaque), role.contains(.unbreakable), index > 0 else { return false }
        let before = scan.roles[index - 1]
        return before.contains(.opaque) && before.contains(.unbreakable) && !before.contains(.hidden)
    }

    /// The white space nearest before `position`, with only marks between; nil when a line may not end there.
    private func cut(before position: Int) -> Range<Int>? {
        var end = position
        while end > 0, scan.roles[end - 1].contains(.hidden) { end -= 1 }
        var start = end
        while start > 0, scalars[start - 1].isMarkdownBlank { start -= 1 }
        guard start < end, start > 0, !(start..<end).contains(where: { scan.roles[$0].contains(.unbreakable) }) else {
            return nil
        }
        return start..<end
    }

    /// One line: source line ends become spaces, but for those that belong to a tag or a title.
    private func joined(_ range: Range<Int>) -> String {
        var line = String.UnicodeScalarView()
        for index in range {
            let isLineEnd = scalars[index] == "\n"
            line.append(isLineEnd && !scan.roles[index].contains(.keepsLineEnds) ? " " : scalars[index])
        }
        return String(line)
    }
}

extension Unicode.Scalar {
    fileprivate var isMarkdownBlank: Bool { self == " " || self == "\t" || self == "\n" }
}
