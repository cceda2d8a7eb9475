import Prose

/// The sections of one text as a search reads them.
///
/// It holds closed sections, too: who searches says which ones may be looked into, and no other is.
struct TextIndex: Sendable {
    /// In reading order.
    private let sections: [(id: SectionID, body: SearchableText)]

    init(_ text: PlanText) {
        sections = text.sections.map { section in
            let markdown = DraftText.withoutGuidance(section.body)
            let prose = try? MarkdownDocument(parsing: markdown)
            return (section.id, SearchableText(prose?.plainText ?? markdown))
        }
    }

    /// Those of `open` in which every word of the query occurs, in title or text; best first, then in reading order.
    func hits(_ query: SearchQuery, in open: [SectionText]) -> [SearchHit] {
        guard !query.words.isEmpty else { return [] }
        let bodies = Dictionary(sections.map { ($0.id, $0.body) }) { first, _ in first }
        let scored = open.compactMap { section -> (hit: SearchHit, score: Int)? in
            guard let body = bodies[section.id] else { return nil }
            let title = SearchableText(section.title)
            let (inTitle, inBody) = (title.matches(query), body.matches(query))
            guard inTitle.found.union(inBody.found).count == query.words.count else { return nil }
            let hit = SearchHit(
                section: section.id, title: title.passage(around: inTitle, length: .max), number: section.number,
                passage: body.passage(around: inBody, length: SearchHit.passageLength), count: inBody.places.count)
            return (hit, inTitle.score * 10 + inBody.score)
        }
        return scored.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
            .map(\.element.hit)
    }
}

/// A section in which a search found what it looked for.
public struct SearchHit: Equatable, Sendable {
    public let section: SectionID
    public let title: Passage
    public let number: String?
    /// A piece of the text around the first place.
    public let passage: Passage
    /// How often the words occur in the text.
    public let count: Int

    /// In characters.
    static let passageLength = 180

    /// A piece of text with what was found in it marked.
    public struct Passage: Equatable, Sendable {
        /// In order; together they are the text.
        public let pieces: [Piece]
        /// Whether text goes before it, or follows it.
        public let isCutBefore: Bool
        public let isCutAfter: Bool

        public struct Piece: Equatable, Sendable {
            public let text: String
            public let isFound: Bool
        }

        public var text: String { pieces.map(\.text).joined() }
    }
}

/// What somebody looks for: words, each of which must occur, whole or as the beginning of a word.
public struct SearchQuery: Equatable, Sendable {
    /// Folded, each once.
    let words: [String]

    /// More words or letters than anybody means are left out.
    public init(_ text: String) {
        let beginning = text.prefix(200)
        let read = SearchableText(String(beginning))
        let isCut = beginning.endIndex < text.endIndex && read.words.last?.range.upperBound == read.text.endIndex
        var words: [String] = []
        for word in isCut ? read.words.dropLast() : read.words[...] where !words.contains(word.folded) {
            words.append(word.folded)
        }
        self.words = Array(words.prefix(8))
    }
}
