extension MarkdownBlock {
    /// The same block with each list of inlines that belongs to one line of text replaced, in the order of the text.
    func mapping(
        inlines: ([MarkdownInline]) -> [MarkdownInline], range: (SourceRange) -> SourceRange = { $0 }
    ) -> MarkdownBlock {
        withoutActuallyEscaping(inlines) { inlines in
            withoutActuallyEscaping(range) { BlockMapping(inlines: inlines, range: $0).apply(to: self) }
        }
    }
}

extension MarkdownInline {
    /// The same inline around other children; one that has no children stays as it is.
    func replacingChildren(_ children: [MarkdownInline]) -> MarkdownInline {
        switch self {
        case .emphasis: .emphasis(children)
        case .strong: .strong(children)
        case .strikethrough: .strikethrough(children)
        case .link(let destination, let title, _): .link(destination: destination, title: title, children)
        case .image(let source, let title, _): .image(source: source, title: title, alt: children)
        case .text, .softBreak, .lineBreak, .code, .html, .footnoteReference: self
        }
    }
}

private struct BlockMapping {
    let inlines: ([MarkdownInline]) -> [MarkdownInline]
    let range: (SourceRange) -> SourceRange

    func apply(to block: MarkdownBlock) -> MarkdownBlock {
        let kind: MarkdownBlock.Kind =
            switch block.kind {
            case .heading(let level, let text): .heading(level: level, inlines(text))
            case .paragraph(let text): .paragraph(inlines(text))
            case .blockQuote(let blocks): .blockQuote(blocks.map(apply))
            case .footnote(let number, let label, let blocks):
                .footnote(number: number, label: label, blocks.map(apply))
            case .list(let list): .list(apply(to: list))
            case .table(let table):
                .table(
                    MarkdownTable(
                        alignments: table.alignments, header: apply(to: table.header), rows: table.rows.map(apply)))
            case .codeBlock, .thematicBreak, .html: block.kind
            }
        return MarkdownBlock(kind, at: range(block.range))
    }

    private func apply(to list: MarkdownList) -> MarkdownList {
        MarkdownList(
            marker: list.marker, isTight: list.isTight,
            items: list.items.map { MarkdownList.Item($0.blocks.map(apply), at: range($0.range)) })
    }

    private func apply(to row: MarkdownTable.Row) -> MarkdownTable.Row {
        MarkdownTable.Row(row.cells.map { MarkdownTable.Cell(inlines($0.inlines)) }, at: range(row.range))
    }
}
