/// A Markdown source cut into blocks without losing a byte: what stands before the text of a block (line ends, list
/// marks, `## `) is its lead, what follows the last block is the tail.
struct SourceBlocks {
    struct Part {
        let lead: Range<Int>
        let content: Range<Int>
        let tokens: [WordToken]
    }

    struct Block {
        let shape: BlockShape
        /// One part, but for a table row: one for each cell.
        let parts: [Part]

        var wordCount: Int { parts.reduce(0) { $0 + $1.tokens.count(where: \.isWord) } }
    }

    let source: SourceLines
    private(set) var blocks: [Block] = []
    private(set) var tail: Range<Int>

    init(_ markdown: String, index: inout WordIndex) {
        source = SourceLines(markdown)
        tail = 0..<source.bytes.count
        let leaves = (try? MarkdownDocument(parsing: markdown)).map(LeafBlock.all) ?? Self.paragraphs(of: source)
        var cursor = 0
        for (position, leaf) in leaves.enumerated() {
            let next = position + 1 < leaves.count ? start(of: leaves[position + 1]) : source.bytes.count
            let content = content(of: leaf, after: cursor, before: next)
            addDefinitions(from: &cursor, to: content.lowerBound, containers: leaf.shape.containers, index: &index)
            add(leaf.shape, lead: cursor, content: content, index: &index)
            cursor = blocks.last?.parts.last?.content.upperBound ?? cursor
        }
        addDefinitions(from: &cursor, to: source.bytes.count, containers: [], index: &index)
        tail = cursor..<source.bytes.count
    }

    /// For a text that the Markdown parser refuses: whatever stands between empty lines.
    private static func paragraphs(of source: SourceLines) -> [LeafBlock] {
        var leaves: [LeafBlock] = []
        var first: Int?
        for (index, line) in source.contents.enumerated() {
            let isBlank = line.allSatisfy(\.isBlank)
            if !isBlank, first == nil { first = index + 1 }
            if isBlank, let start = first {
                leaves.append(LeafBlock(shape: BlockShape(.paragraph), range: SourceRange(lines: start...index)))
                first = nil
            }
        }
        if let first {
            leaves.append(
                LeafBlock(shape: BlockShape(.paragraph), range: SourceRange(lines: first...source.ranges.count)))
        }
        return leaves
    }

    private func start(of leaf: LeafBlock) -> Int {
        source.offset(of: leaf.range.start)
    }

    /// The text of a leaf without its own marks; within `low..<high` whatever cmark says about its place.
    private func content(of leaf: LeafBlock, after low: Int, before high: Int) -> Range<Int> {
        let high = max(low, high)
        var start = min(max(start(of: leaf), low), high)
        var end = min(max(source.range(ofLine: leaf.range.lines.upperBound).upperBound, start), high)
        while end > start, source.bytes[end - 1].isBlank || source.bytes[end - 1].isLineEnd { end -= 1 }
        if case .heading = leaf.shape.kind { (start, end) = headingText(start, end) }
        while start < end, source.bytes[start].isBlank || source.bytes[start].isLineEnd { start += 1 }
        return start..<end
    }

    /// Without the marks of either kind of heading: `#` before and after, or the underline.
    private func headingText(_ start: Int, _ end: Int) -> (Int, Int) {
        var (start, end) = (start, end)
        if source.bytes[start..<end].first == UInt8(ascii: "#") {
            while start < end, source.bytes[start] == UInt8(ascii: "#") { start += 1 }
            var close = end
            while close > start, source.bytes[close - 1] == UInt8(ascii: "#") { close -= 1 }
            if close == start || source.bytes[close - 1].isBlank { end = close }
        } else if let line = source.bytes[start..<end].lastIndex(where: \.isLineEnd) {
            end = line
        }
        while end > start, source.bytes[end - 1].isBlank || source.bytes[end - 1].isLineEnd { end -= 1 }
        return (start, end)
    }

    private mutating func add(_ shape: BlockShape, lead: Int, content: Range<Int>, index: inout WordIndex) {
        let tokenizer = WordTokenizer(quoteDepth: shape.quoteDepth)
        var cursor = lead
        var parts: [Part] = []
        var cells = [content]
        if case .tableRow = shape.kind { cells = self.cells(of: content) }
        for cell in cells {
            let tokens = tokenizer.tokens(of: source, in: cell, index: &index)
            parts.append(Part(lead: cursor..<cell.lowerBound, content: cell, tokens: tokens))
            cursor = cell.upperBound
        }
        blocks.append(Block(shape: shape, parts: parts))
    }

    /// The cells of a row: what stands between pipes that no backslash escapes.
    private func cells(of row: Range<Int>) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = row.lowerBound
        if start < row.upperBound, source.bytes[start] == UInt8(ascii: "|") { start += 1 }
        var isEscaped = false
        for position in start..<max(start, row.upperBound) {
            if source.bytes[position] == UInt8(ascii: "|"), !isEscaped {
                cells.append(trimmed(start..<position))
                start = position + 1
            }
            isEscaped = source.bytes[position] == UInt8(ascii: "\\") && !isEscaped
        }
        if start < row.upperBound || cells.isEmpty { cells.append(trimmed(start..<max(start, row.upperBound))) }
        return cells
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while end > start, source.bytes[end - 1].isBlank { end -= 1 }
        while start < end, source.bytes[start].isBlank { start += 1 }
        return start..<end
    }

    /// Whole lines between two blocks that hold letters: link definitions.
    private mutating func addDefinitions(
        from cursor: inout Int, to end: Int, containers: [BlockShape.Container], index: inout WordIndex
    ) {
        guard cursor < end, source.bytes[cursor..<end].contains(where: { $0 == UInt8(ascii: "]") }) else { return }
        var start = cursor
        while let lineEnd = source.bytes[start..<end].firstIndex(where: \.isLineEnd) {
            let line = trimmed(start..<lineEnd)
            if source.bytes[line].contains(where: \.isASCIILetter), source.bytes[line].contains(UInt8(ascii: "]")) {
                add(BlockShape(.definition, in: containers), lead: cursor, content: line, index: &index)
                cursor = line.upperBound
            }
            start = lineEnd + 1
        }
        let line = trimmed(start..<end)
        guard end == source.bytes.count, source.bytes[line].contains(where: \.isASCIILetter) else { return }
        add(BlockShape(.definition, in: containers), lead: cursor, content: line, index: &index)
        cursor = line.upperBound
    }
}
