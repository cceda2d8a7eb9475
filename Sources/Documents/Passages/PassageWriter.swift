import Phrases
import Prose

/// Sets passages as HTML for a file that stands on its own: links go to the web or to a place within the file, images
/// show as their description, and ids are unique over all passages of one document.
struct PassageWriter {
    let phrases: Phrases

    /// `name` sets the ids of this passage apart from those of others; `headingLevel` is that of the heading above it.
    func html(of passage: Passage, named name: String, below headingLevel: Int) -> String {
        var options = HTMLRenderer.Options()
        options.headingShift = headingLevel
        options.headingIDPrefix = nil
        options.footnoteIDPrefix = "noot-\(name)-"
        options.footnotesLabel = phrases.text("document.footnotes")
        options.backLinkLabel = phrases.text("document.back-to-text")
        options.tableLabel = phrases.text("document.table")
        options.links = LinkPolicy(resolveLink: { _ in nil }, resolveImage: { _ in nil })
        return HTMLRenderer(options: options).render(passage.body)
    }

    /// A heading's title: its emphasis, without links, which would not be one within a table of contents.
    func html(ofTitle title: String) -> String {
        var options = HTMLRenderer.Options()
        options.links = LinkPolicy(resolveLink: { _ in nil }, resolveImage: { _ in nil })
        guard case .paragraph(let inlines)? = (try? MarkdownDocument(parsing: title))?.blocks.first?.kind else {
            return HTMLRenderer(options: options).render([.text(title)])
        }
        return HTMLRenderer(options: options).render(inlines.flatMap(\.withoutLinks))
    }
}

extension MarkdownInline {
    /// The inline with every link replaced by what it shows, and without notes.
    fileprivate var withoutLinks: [MarkdownInline] {
        switch self {
        case .link(_, _, let children): children.flatMap(\.withoutLinks)
        case .emphasis(let children): [.emphasis(children.flatMap(\.withoutLinks))]
        case .strong(let children): [.strong(children.flatMap(\.withoutLinks))]
        case .strikethrough(let children): [.strikethrough(children.flatMap(\.withoutLinks))]
        case .footnoteReference: []
        case .text, .softBreak, .lineBreak, .code, .html, .image: [self]
        }
    }
}
