import Prose

extension MarkdownDocument {
    /// The same text with headings that start at level 1 and go down one level at a time.
    ///
    /// Drafters skip levels and imports keep those of their source; a screen reader and PDF/UA count every one.
    var withEvenHeadings: MarkdownDocument {
        var levels = HeadingLevels()
        return MarkdownDocument(blocks: levels.evened(blocks))
    }
}

/// The headings that are open at one point of the text, by the level that their writer gave them.
private struct HeadingLevels {
    private var open: [Int] = []

    mutating func evened(_ blocks: [MarkdownBlock]) -> [MarkdownBlock] {
        var result: [MarkdownBlock] = []
        for block in blocks { result.append(MarkdownBlock(evened(block.kind), at: block.range)) }
        return result
    }

    private mutating func evened(_ kind: MarkdownBlock.Kind) -> MarkdownBlock.Kind {
        switch kind {
        case .heading(let level, let inlines):
            while let last = open.last, last >= level { open.removeLast() }
            open.append(level)
            return .heading(level: min(6, open.count), inlines)
        case .blockQuote(let blocks): return .blockQuote(evened(blocks))
        case .footnote(let number, let label, let blocks):
            return .footnote(number: number, label: label, evened(blocks))
        case .list(let list):
            var items: [MarkdownList.Item] = []
            for item in list.items { items.append(.init(evened(item.blocks), at: item.range)) }
            return .list(MarkdownList(marker: list.marker, isTight: list.isTight, items: items))
        case .paragraph, .codeBlock, .thematicBreak, .table, .html: return kind
        }
    }
}
