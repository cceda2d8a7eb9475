/// A run of text, or something that stands within a line of text.
public enum MarkdownInline: Equatable, Sendable {
    case text(String)
    /// The end of a source line within a paragraph: a reader sees a space.
    case softBreak
    /// A line end that the writer asked for (two spaces or a backslash before it).
    case lineBreak
    case code(String)
    case emphasis([MarkdownInline])
    case strong([MarkdownInline])
    case strikethrough([MarkdownInline])
    /// `title` is empty when there is none.
    case link(destination: String, title: String, [MarkdownInline])
    case image(source: String, title: String, alt: [MarkdownInline])
    /// A raw HTML tag or comment: its source, to be *shown*, never to be passed on.
    case html(String)
    case footnoteReference(number: Int, label: String)

    /// What stands within, empty for the inlines that hold plain text.
    public var children: [MarkdownInline] {
        switch self {
        case .emphasis(let children), .strong(let children), .strikethrough(let children): children
        case .link(_, _, let children), .image(_, _, let children): children
        case .text, .softBreak, .lineBreak, .code, .html, .footnoteReference: []
        }
    }
}
