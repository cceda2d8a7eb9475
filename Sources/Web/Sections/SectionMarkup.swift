import Foundation
import Phrases
import PlanDomain
import Prose

/// The text of a section as HTML, with the headings in it.
///
/// Guidance that a template left (HTML comments) is no text and is taken out. A text that the Markdown parser refuses
/// shows letter for letter rather than not at all.
struct SectionMarkup {
    struct Heading: Equatable {
        /// As it stands in the HTML.
        let id: String
        /// In plain words.
        let title: String
        /// 0 for the outermost headings of this section.
        let depth: Int
    }

    let document: MarkdownDocument
    let headings: [Heading]
    private let renderer: HTMLRenderer

    /// - Parameters:
    ///   - topLevel: level of heading in the page that the outermost heading of the text gets.
    ///   - prefix: keeps ids apart where several sections stand on one page.
    ///   - annexes: what the text can show; an image that is not among them shows as its description.
    ///   - phrases: names what only assistive technology tells, such as the list of footnotes.
    init(_ body: String, topLevel: Int, prefix: String, annexes: AnnexShelf = .empty, phrases: Phrases) {
        let text = DraftText.withoutGuidance(body)
        document = (try? MarkdownDocument(parsing: text)) ?? MarkdownDocument(verbatim: text)
        let found = document.blocks.flatMap(\.headings)
        let highest = found.map(\.level).min() ?? 1
        var options = HTMLRenderer.Options()
        options.headingShift = topLevel - highest
        options.headingIDPrefix = prefix
        options.footnoteIDPrefix = prefix + "noot-"
        options.footnotesLabel = phrases.text("web.prose.footnotes")
        options.backLinkLabel = phrases.text("web.prose.back")
        options.tableLabel = phrases.text("web.prose.table")
        options.show(annexes.annexes, at: annexes.address)
        renderer = HTMLRenderer(options: options)
        var ids = HeadingIDs()
        headings = found.map { heading in
            Heading(
                id: ids.next(for: prefix + Slug.make(heading.title)), title: heading.title,
                depth: heading.level - highest)
        }
    }

    func render() -> Markup {
        Markup(renderer.render(document))
    }
}

/// Numbers repeated ids the way the renderer does, so that links in a table of contents arrive.
private struct HeadingIDs {
    private var used: Set<String> = []

    mutating func next(for wanted: String) -> String {
        var id = wanted
        var count = 1
        while !used.insert(id).inserted {
            count += 1
            id = "\(wanted)-\(count)"
        }
        return id
    }
}

extension MarkdownBlock {
    /// Headings in this block and in the blocks within it, in the order of the text; those of footnotes come last and are
    /// no part of a table of contents.
    fileprivate var headings: [(level: Int, title: String)] {
        switch kind {
        case .heading(let level, let inlines): [(level, inlines.plainText)]
        case .blockQuote(let blocks): blocks.flatMap(\.headings)
        case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.headings) }
        default: []
        }
    }
}

/// Guidance that a template left for who drafts, taken out of its comments.
enum Guidance {
    /// As Markdown of its own. A line behind a list begins anew: in a comment nobody leaves the empty line that
    /// Markdown wants there.
    static func markdown(in body: String) -> String {
        comments(in: body).map { comment in
            var text = ""
            var isInList = false
            for line in comment.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
                let isItem = line.hasPrefix("- ")
                text += (isInList && !isItem ? "\n" : "") + line + "\n"
                isInList = isItem
            }
            return text
        }.filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n")
    }

    private static func comments(in body: String) -> [Substring] {
        var comments: [Substring] = []
        var rest = body[...]
        while let start = rest.firstRange(of: "<!--") {
            let after = rest[start.upperBound...]
            let end = after.firstRange(of: "-->")
            comments.append(after[..<(end?.lowerBound ?? after.endIndex)])
            guard let end else { break }
            rest = rest[end.upperBound...]
        }
        return comments
    }
}
