/// A block of a Markdown document, with the place in the source where it stands.
public struct MarkdownBlock: Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
        /// `level` is 1 to 6.
        case heading(level: Int, [MarkdownInline])
        case paragraph([MarkdownInline])
        case list(MarkdownList)
        case blockQuote([MarkdownBlock])
        /// `info` is what follows the opening fence, empty for an indented block; `text` ends with a newline.
        case codeBlock(info: String, text: String)
        case thematicBreak
        case table(MarkdownTable)
        /// Raw HTML: its source, to be *shown*, never to be passed on.
        case html(String)
        /// `number` counts from 1 in the order in which the text refers to the notes; notes that nothing refers to
        /// follow.
        case footnote(number: Int, label: String, [MarkdownBlock])
    }

    public let kind: Kind
    /// Where it stands in the text that was parsed.
    public let range: SourceRange

    public init(_ kind: Kind, at range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}

/// A list; a tight list shows its items without space between them.
public struct MarkdownList: Equatable, Sendable {
    public enum Marker: Equatable, Sendable {
        case bullet
        /// The number of the first item; later numbers in the source do not count.
        case ordered(start: Int)
    }

    public struct Item: Equatable, Sendable {
        public let blocks: [MarkdownBlock]
        public let range: SourceRange

        public init(_ blocks: [MarkdownBlock], at range: SourceRange) {
            self.blocks = blocks
            self.range = range
        }
    }

    public let marker: Marker
    public let isTight: Bool
    public let items: [Item]

    public init(marker: Marker, isTight: Bool, items: [Item]) {
        self.marker = marker
        self.isTight = isTight
        self.items = items
    }
}

/// A table: one header row and any number of body rows, all as wide as the header.
public struct MarkdownTable: Equatable, Sendable {
    /// `natural` is what the writing direction gives, when the source asks for nothing.
    public enum Alignment: Equatable, Sendable {
        case natural, left, center, right
    }

    /// One line of text; a cell holds no blocks.
    public struct Cell: Equatable, Sendable {
        public let inlines: [MarkdownInline]

        public init(_ inlines: [MarkdownInline]) {
            self.inlines = inlines
        }
    }

    public struct Row: Equatable, Sendable {
        public let cells: [Cell]
        public let range: SourceRange

        public init(_ cells: [Cell], at range: SourceRange) {
            self.cells = cells
            self.range = range
        }
    }

    /// One for each column.
    public let alignments: [Alignment]
    public let header: Row
    public let rows: [Row]

    public init(alignments: [Alignment], header: Row, rows: [Row]) {
        self.alignments = alignments
        self.header = header
        self.rows = rows
    }
}

/// Where a block stands: lines and columns count from 1, columns in UTF-8 bytes, the end is inclusive.
///
/// Lines are exact. The end column is what cmark gives, which for some blocks (tables, lists that end in blank lines)
/// is an approximation: cut a text by lines.
public struct SourceRange: Equatable, Sendable {
    public struct Position: Equatable, Sendable {
        public let line: Int
        public let column: Int

        public init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }
    }

    public let start: Position
    public let end: Position

    public init(start: Position, end: Position) {
        self.start = start
        self.end = end
    }

    public init(lines: ClosedRange<Int>) {
        self.init(
            start: Position(line: lines.lowerBound, column: 1), end: Position(line: lines.upperBound, column: 1))
    }

    public var lines: ClosedRange<Int> { start.line...max(start.line, end.line) }
}
