extension MarkdownDocument {
    /// What a reader reads, without markup: blocks apart by an empty line, items and rows by a line end, cells by a
    /// tab.
    public var plainText: String { blocks.map(\.plainText).filter { !$0.isEmpty }.joined(separator: "\n\n") }
}

extension MarkdownBlock {
    public var plainText: String {
        switch kind {
        case .heading(_, let inlines), .paragraph(let inlines): inlines.plainText
        case .list(let list): list.items.map(\.plainText).joined(separator: "\n")
        case .blockQuote(let blocks), .footnote(_, _, let blocks):
            blocks.map(\.plainText).joined(separator: "\n\n")
        case .codeBlock(_, let text), .html(let text): String(text.droppingLastLineEnd)
        case .thematicBreak: ""
        case .table(let table):
            ([table.header] + table.rows).map { row in
                row.cells.map(\.inlines.plainText).joined(separator: "\t")
            }.joined(separator: "\n")
        }
    }
}

extension MarkdownList.Item {
    public var plainText: String { blocks.map(\.plainText).joined(separator: "\n") }
}

extension MarkdownInline {
    /// A hard line break is a newline, a footnote reference is left out.
    public var plainText: String {
        switch self {
        case .text(let text), .code(let text), .html(let text): text
        case .softBreak: " "
        case .lineBreak: "\n"
        case .emphasis, .strong, .strikethrough, .link, .image: children.plainText
        case .footnoteReference: ""
        }
    }
}

extension [MarkdownInline] {
    public var plainText: String { map(\.plainText).joined() }
}

extension String {
    var droppingLastLineEnd: Substring { last?.isNewline == true ? dropLast() : self[...] }
}
