/// The blocks of a document that hold text themselves, in the order of the source, each with what it stands in.
struct LeafBlock {
    let shape: BlockShape
    let range: SourceRange

    static func all(in document: MarkdownDocument) -> [LeafBlock] {
        var collector = LeafCollector()
        collector.visit(document.blocks, in: [])
        // cmark moves footnotes to the end of the document.
        return collector.leaves.enumerated().sorted {
            ($0.element.range.start.line, $0.element.range.start.column, $0.offset)
                < ($1.element.range.start.line, $1.element.range.start.column, $1.offset)
        }.map(\.element)
    }
}

private struct LeafCollector {
    var leaves: [LeafBlock] = []

    mutating func visit(_ blocks: [MarkdownBlock], in containers: [BlockShape.Container]) {
        for (index, block) in blocks.enumerated() {
            visit(block, in: index == 0 ? containers : containers.afterFirst)
        }
    }

    private mutating func visit(_ block: MarkdownBlock, in containers: [BlockShape.Container]) {
        switch block.kind {
        case .paragraph: add(.paragraph, block.range, containers)
        case .heading(let level, _): add(.heading(level: level), block.range, containers)
        case .codeBlock: add(.code, block.range, containers)
        case .html: add(.html, block.range, containers)
        case .thematicBreak: add(.thematicBreak, block.range, containers)
        case .blockQuote(let blocks): visit(blocks, in: containers + [.quote])
        case .footnote(_, let label, let blocks):
            visit(blocks, in: containers + [.footnote(label: label, isFirst: true)])
        case .list(let list): visit(list, in: containers)
        case .table(let table):
            add(.tableRow(isHeader: true), table.header.range, containers)
            for row in table.rows { add(.tableRow(isHeader: false), row.range, containers.afterFirst) }
        }
    }

    private mutating func visit(_ list: MarkdownList, in containers: [BlockShape.Container]) {
        for (index, item) in list.items.enumerated() {
            let number: Int? = if case .ordered(let start) = list.marker { start + index } else { nil }
            let outer = index == 0 ? containers : containers.afterFirst
            visit(item.blocks, in: outer + [.item(number: number, isFirst: true)])
        }
    }

    private mutating func add(_ kind: BlockShape.Kind, _ range: SourceRange, _ containers: [BlockShape.Container]) {
        leaves.append(LeafBlock(shape: BlockShape(kind, in: containers), range: range))
    }
}

extension [BlockShape.Container] {
    /// For a block that is not the first in them.
    fileprivate var afterFirst: Self {
        map { container in
            switch container {
            case .quote: .quote
            case .item(let number, _): .item(number: number, isFirst: false)
            case .footnote(let label, _): .footnote(label: label, isFirst: false)
            }
        }
    }
}
