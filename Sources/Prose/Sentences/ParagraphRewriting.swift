/// Rewrites the paragraphs of a document and keeps what does not change the rendering.
struct ParagraphRewriting {
    enum Style {
        case sentencePerLine, paragraphPerLine
    }

    /// A piece of the source and what takes its place.
    private struct Edit {
        let range: Range<Int>
        let text: String
    }

    let style: Style
    /// How much text is parsed, in bytes, in search of the paragraphs to leave alone.
    private static let checkedBytes = 32 << 20

    func apply(to markdown: String) -> String {
        guard let document = try? MarkdownDocument(parsing: markdown) else { return markdown }
        let source = SourceLines(markdown)
        let edits = edits(of: document, source)
        guard !edits.isEmpty else { return markdown }
        var checks = min(200, max(4, Self.checkedBytes / source.bytes.count))
        var accepted: [Edit] = []
        accept(edits[...], into: &accepted, source: source, rendering: document, &checks)
        return Self.applied(accepted, to: source)
    }

    private func edits(of document: MarkdownDocument, _ source: SourceLines) -> [Edit] {
        let leaves = LeafBlock.all(in: document)
        var edits: [Edit] = []
        for (index, leaf) in leaves.enumerated() where leaf.shape.isParagraph {
            let nextLine = index + 1 < leaves.count ? leaves[index + 1].range.start.line : .max
            guard let paragraph = SourceParagraph(leaf, in: source, before: nextLine) else { continue }
            let text = paragraph.rewritten(style)
            if text.utf8.elementsEqual(source.bytes[paragraph.range]) { continue }
            edits.append(Edit(range: paragraph.range, text: text))
        }
        return edits + finalLineEnd(source, after: edits.last?.range.upperBound ?? 0)
    }

    private func finalLineEnd(_ source: SourceLines, after floor: Int) -> [Edit] {
        var end = source.bytes.count
        while end > floor, source.bytes[end - 1].isLineEnd { end -= 1 }
        guard end > 0, source.bytes.count - end != 1 else { return [] }
        return [Edit(range: end..<source.bytes.count, text: "\n")]
    }

    /// Takes all edits when they leave the rendering as it was, otherwise each half by itself.
    private func accept(
        _ edits: ArraySlice<Edit>, into accepted: inout [Edit], source: SourceLines, rendering: MarkdownDocument,
        _ checks: inout Int
    ) {
        guard !edits.isEmpty, checks > 0 else { return }
        checks -= 1
        let result = Self.applied(accepted + edits, to: source)
        if let document = try? MarkdownDocument(parsing: result), document.rendersSame(as: rendering) {
            accepted += edits
        } else if edits.count > 1 {
            let middle = edits.startIndex + edits.count / 2
            accept(edits[..<middle], into: &accepted, source: source, rendering: rendering, &checks)
            accept(edits[middle...], into: &accepted, source: source, rendering: rendering, &checks)
        }
    }

    private static func applied(_ edits: [Edit], to source: SourceLines) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.bytes.count + edits.count)
        var cursor = 0
        for edit in edits {
            bytes += source.bytes[cursor..<edit.range.lowerBound]
            bytes += edit.text.utf8
            cursor = edit.range.upperBound
        }
        bytes += source.bytes[cursor...]
        return String(decoding: bytes, as: UTF8.self)
    }
}
