/// A Markdown text as a tree of plain values: CommonMark with tables, `~~struck~~` text and footnotes.
///
/// The tree says what was *written*: raw HTML is kept as text, link destinations are kept as they are, whether safe or
/// not. What may reach a reader is decided by the renderer. Link reference definitions leave no node of their own; the
/// links that use them carry their destination.
///
/// `==` on `String` compares by canonical equivalence, so two documents that differ only in Unicode normal form are
/// equal.
public struct MarkdownDocument: Equatable, Sendable {
    /// From top to bottom; footnotes last, in the order of their numbers.
    public let blocks: [MarkdownBlock]

    public init(blocks: [MarkdownBlock]) {
        self.blocks = blocks
    }

    /// Parses `source` within `limits`; both time and memory stay in proportion to the length of an accepted text.
    public init(parsing source: String, limits: MarkdownLimits = .standard) throws(MarkdownError) {
        try limits.check(source)
        self.init(blocks: try CommonMarkParser(limits: limits).blocks(of: source))
    }

    /// A document that shows `source` letter for letter, for a text that `init(parsing:)` refused and that must still
    /// be seen.
    public init(verbatim source: String) {
        self.init(blocks: [MarkdownBlock(.codeBlock(info: "", text: source), at: SourceRange(lines: 1...1))])
    }
}

/// Why a text was not accepted as Markdown.
///
/// All reasons are limits: every sequence of characters is *some* Markdown. They keep a hostile text from costing more
/// than it is worth, see ``MarkdownLimits``.
public enum MarkdownError: Error, Equatable, Sendable {
    /// The text as a whole.
    case tooLarge(bytes: Int, limit: Int)
    /// Quotes, lists or inlines within each other. The line is known where it shows before parsing.
    case nestedTooDeeply(line: Int?, limit: Int)
    /// Pipes on one line, or columns times rows.
    case tableTooLarge(line: Int, limit: Int)
    /// `[` in the lines from `line` to the next empty one.
    case tooManyBrackets(line: Int, limit: Int)
    /// Lines from `line` on without an empty one between.
    case paragraphTooLong(line: Int, limit: Int)
    /// Different labels that look like the definition of a note.
    case tooManyFootnotes(count: Int, limit: Int)
    /// One long link definition that many brackets might use.
    case referencesTooLarge(limit: Int)
    /// The parser could not get memory.
    case outOfMemory
}
