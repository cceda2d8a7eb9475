extension MarkdownDocument {
    /// An image that the text asks for.
    public struct Image: Equatable, Sendable {
        /// As written.
        public let path: String
        /// What it shows, in plain words; empty where nobody said it.
        public let description: String
    }

    /// All images in the order of the text, those in tables and notes too.
    public var images: [Image] { blocks.flatMap(\.images) }
}

extension MarkdownBlock {
    fileprivate var images: [MarkdownDocument.Image] {
        switch kind {
        case .heading(_, let inlines), .paragraph(let inlines): inlines.flatMap(\.images)
        case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.images) }
        case .blockQuote(let blocks), .footnote(_, _, let blocks): blocks.flatMap(\.images)
        case .table(let table):
            ([table.header] + table.rows).flatMap { $0.cells.flatMap { $0.inlines.flatMap(\.images) } }
        case .codeBlock, .html, .thematicBreak: []
        }
    }
}

extension MarkdownInline {
    fileprivate var images: [MarkdownDocument.Image] {
        if case .image(let source, _, let alt) = self { return [.init(path: source, description: alt.plainText)] }
        return children.flatMap(\.images)
    }
}
