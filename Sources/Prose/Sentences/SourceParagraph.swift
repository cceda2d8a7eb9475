/// A paragraph in its source: where its text stands, and what every following line of it must begin with.
struct SourceParagraph {
    /// From the first character of the text to the last, in bytes.
    let range: Range<Int>
    /// The white space and quote marks before a following line.
    private let prefix: String
    /// The lines without what stands before and behind them; a hard break keeps its spaces or backslash.
    private let lines: [Line]

    private struct Line {
        var text: String
        /// Two spaces or a backslash at its end.
        var isHardBreak: Bool
    }

    /// Nil when the paragraph must stay as it is: it begins with a link definition, or its place is not clear.
    init?(_ leaf: LeafBlock, in source: SourceLines, before nextLine: Int) {
        let first = leaf.range.start.line
        let last = min(leaf.range.end.line, nextLine - 1)
        guard first >= 1, last >= first, last <= source.ranges.count else { return nil }
        let firstLine = source.range(ofLine: first)
        let start = source.offset(of: leaf.range.start)
        guard start >= firstLine.lowerBound, start < firstLine.upperBound else { return nil }
        prefix = Self.prefix(source.bytes[firstLine.lowerBound..<start])
        var lines: [Line] = []
        var end = start
        for number in first...last {
            let line = source.range(ofLine: number)
            let textStart = number == first ? start : Self.textStart(source, line, quoteDepth: leaf.shape.quoteDepth)
            let text = source.bytes[textStart..<line.upperBound]
            let trimmedEnd = (text.lastIndex { !$0.isBlank } ?? textStart - 1) + 1
            guard trimmedEnd > textStart else { return nil }
            let isHard = text.last == UInt8(ascii: "\\") || text.suffix(2).elementsEqual([.space, .space])
            let isLast = number == last
            lines.append(
                Line(
                    text: source.text(textStart..<(isHard && !isLast ? line.upperBound : trimmedEnd)),
                    isHardBreak: isHard && !isLast))
            end = isLast ? line.upperBound : trimmedEnd
        }
        guard !Self.beginsWithDefinition(lines) else { return nil }
        self.lines = lines
        range = start..<end
    }

    func rewritten(_ style: ParagraphRewriting.Style) -> String {
        var result: [String] = []
        for text in piecesBetweenHardBreaks { result += ParagraphText(text).lines(style) }
        return result.joined(separator: "\n" + prefix)
    }

    private var piecesBetweenHardBreaks: [String] {
        var pieces: [String] = []
        var piece: [String] = []
        for line in lines {
            piece.append(line.text)
            guard line.isHardBreak else { continue }
            pieces.append(piece.joined(separator: "\n"))
            piece = []
        }
        return piece.isEmpty ? pieces : pieces + [piece.joined(separator: "\n")]
    }

    /// What stands before the text of the first line with every list mark as white space, so that columns stay.
    private static func prefix(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.map { $0 == UInt8(ascii: ">") || $0.isBlank ? $0 : .space }, as: UTF8.self)
    }

    private static func textStart(_ source: SourceLines, _ line: Range<Int>, quoteDepth: Int) -> Int {
        var marks = quoteDepth
        var start = line.lowerBound
        while start < line.upperBound {
            if source.bytes[start] == UInt8(ascii: ">"), marks > 0 {
                marks -= 1
            } else if !source.bytes[start].isBlank {
                break
            }
            start += 1
        }
        return start
    }

    /// `[label]:` at the very start, which cmark takes out of the paragraph.
    private static func beginsWithDefinition(_ lines: [Line]) -> Bool {
        guard lines[0].text.hasPrefix("[") else { return false }
        return lines.contains { $0.text.contains("]:") }
    }
}
