/// Writes a Markdown document as HTML that is safe to put in a page: well-formed, the same bytes for the same tree.
///
/// - Raw HTML is shown as escaped text. Nothing that a drafter wrote disappears silently.
/// - A link whose destination is not allowed (see ``LinkPolicy``) is written as its text, an image as its alt text.
/// - Bare `https://…` addresses in text become links.
public struct HTMLRenderer: Sendable {
    public struct Options: Sendable {
        /// Added to the level of each heading: 2 puts a section's `#` below the page's `<h2>`. The result stays within
        /// 1–6.
        public var headingShift = 0
        /// Headings get an id made of this and the slug of their text; nil leaves the ids out.
        public var headingIDPrefix: String?
        /// Put before the ids of footnotes, so that two documents fit on one page.
        public var footnoteIDPrefix = "noot-"
        /// The name of the list of footnotes for those who do not see it; nil leaves it out.
        public var footnotesLabel: String?
        /// The name of the link from a footnote back to the text; nil leaves an arrow.
        public var backLinkLabel: String?
        /// What a table is called to who reaches it by keyboard; then a table wider than its page can be moved within a
        /// frame of its own. Nil leaves the frame out.
        public var tableLabel: String?
        /// Which links and images are let through, and where paths lead.
        public var links = LinkPolicy()
        /// What is known of an image besides, by its path as written; nil for one that is not known.
        public var describeImage: @Sendable (String) -> ImageDescription? = { _ in nil }

        public init() {}
    }

    /// What a page can say of an image that the text leaves out.
    public struct ImageDescription: Equatable, Sendable {
        /// Serves where the text has no description of its own.
        public let text: String
        /// Nothing is read out for it, whatever the text says.
        public let isDecorative: Bool
        /// In pixels: with them the page keeps its place while the image is fetched.
        public let width: Int?
        public let height: Int?

        public init(text: String, isDecorative: Bool = false, width: Int? = nil, height: Int? = nil) {
            self.text = text
            self.isDecorative = isDecorative
            self.width = width
            self.height = height
        }
    }

    public let options: Options

    public init(options: Options = Options()) {
        self.options = options
    }

    /// The blocks as HTML, each ending with a line end, without a surrounding element.
    public func render(_ document: MarkdownDocument) -> String {
        var writer = HTMLWriter(options: options)
        writer.write(document.blocks)
        return writer.html
    }

    /// The inlines alone, for a heading in a table of contents or a cell of a page's own table.
    public func render(_ inlines: [MarkdownInline]) -> String {
        var writer = HTMLWriter(options: options)
        writer.write(inlines)
        return writer.html
    }
}
