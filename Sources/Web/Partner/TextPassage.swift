import Phrases
import PlanDomain
import Prose

/// A piece of a section that can be reacted to by itself: a paragraph, a list, a table.
struct TextPassage: Sendable {
    /// From 1.
    let number: Int
    /// As a reader reads it.
    let words: String
    /// Its sentences, items or rows; empty where there is only one.
    let parts: [String]
    let markup: Markup
    /// Nil for what nobody reacts to by itself, such as a heading.
    let isTarget: Bool
}

/// A section cut into its passages, each with the words around it.
struct TextPassages: Sendable {
    let all: [TextPassage]
    private let title: String

    /// - Parameter topLevel: the level of heading that the outermost heading of the text gets.
    init(_ section: ContributionText.Section, topLevel: Int, phrases: Phrases) {
        title = section.plainTitle
        let document = (try? MarkdownDocument(parsing: section.body)) ?? MarkdownDocument(verbatim: section.body)
        var options = HTMLRenderer.Options()
        let highest = document.blocks.compactMap(\.headingLevel).min() ?? 1
        options.headingShift = topLevel - highest
        options.footnotesLabel = phrases.text("web.prose.footnotes")
        options.backLinkLabel = phrases.text("web.prose.back")
        options.tableLabel = phrases.text("web.prose.table")
        let renderer = HTMLRenderer(options: options)
        let body = document.blocks.filter { !$0.isFootnote }
        let notes = document.blocks.filter(\.isFootnote)
        var passages = body.enumerated().map { index, block in
            TextPassage(
                number: index + 1, words: Self.plain(block.plainText), parts: block.parts.map(Self.plain),
                markup: Markup(renderer.render(MarkdownDocument(blocks: [block]))),
                isTarget: block.headingLevel == nil && !Self.plain(block.plainText).isEmpty)
        }
        if !notes.isEmpty {
            passages.append(
                TextPassage(
                    number: passages.count + 1, words: notes.map { Self.plain($0.plainText) }.joined(separator: " "),
                    parts: [], markup: Markup(renderer.render(MarkdownDocument(blocks: notes))), isTarget: false))
        }
        all = passages
    }

    /// The words of a passage, or of one part of it, with what stands around them; nil where there is no such passage.
    func passage(_ number: Int, part: Int?) -> PlanDomain.Passage? {
        guard let index = all.firstIndex(where: { $0.number == number && $0.isTarget }) else { return nil }
        let chosen = all[index]
        var before = [title] + all[..<index].map(\.words)
        var after = all[(index + 1)...].map(\.words)
        var quote = chosen.words
        if let part {
            guard chosen.parts.indices.contains(part - 1) else { return nil }
            quote = chosen.parts[part - 1]
            before += chosen.parts[..<(part - 1)]
            after = chosen.parts[part...] + after
        }
        let (prefix, suffix) = (before.joined(separator: " "), after.joined(separator: " "))
        return PlanDomain.Passage(
            quote: quote, prefix: String(prefix.suffix(Self.context)), suffix: String(suffix.prefix(Self.context)))
    }

    /// How much of what stands around a passage goes along, in characters.
    private static let context = 64

    static func plain(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension MarkdownBlock {
    fileprivate var headingLevel: Int? {
        if case .heading(let level, _) = kind { level } else { nil }
    }

    fileprivate var isFootnote: Bool {
        if case .footnote = kind { true } else { false }
    }

    /// What a passage is made of, where that is more than one thing.
    fileprivate var parts: [String] {
        let parts: [String]
        switch kind {
        case .paragraph(let inlines): parts = Sentences.split(inlines.plainText).map(String.init)
        case .list(let list): parts = list.items.map(\.plainText)
        case .table(let table):
            parts = ([table.header] + table.rows).map { $0.cells.map(\.inlines.plainText).joined(separator: " ") }
        default: parts = []
        }
        return parts.count > 1 ? parts : []
    }
}
