import Prose

/// A plain text with its words apart, folded so that case and accents do not matter.
struct SearchableText: Sendable {
    let text: String
    let words: [Word]

    struct Word: Sendable {
        let folded: String
        let range: Range<String.Index>
    }

    /// Where a query was found.
    struct Matches {
        /// Words of the query that occur.
        var found: Set<String> = []
        var places: [Range<String.Index>] = []
        /// A whole word weighs twice what the beginning of one does.
        var score = 0
    }

    init(_ text: String) {
        self.text = text
        var words: [Word] = []
        var index = text.startIndex
        while let start = text[index...].firstIndex(where: Self.isPartOfWord) {
            let end = text[start...].firstIndex { !Self.isPartOfWord($0) } ?? text.endIndex
            words.append(Word(folded: FoldedText.fold(text[start..<end]), range: start..<end))
            index = end
        }
        self.words = words
    }

    func matches(_ query: SearchQuery) -> Matches {
        var matches = Matches()
        for word in words {
            let wanted = query.words.filter { word.folded.hasPrefix($0) }
            guard !wanted.isEmpty else { continue }
            matches.found.formUnion(wanted)
            matches.places.append(word.range)
            matches.score += wanted.contains(word.folded) ? 2 : 1
        }
        return matches
    }

    /// About `length` characters around the first place, cut between words; from the beginning where nothing was found.
    func passage(around matches: Matches, length: Int) -> SearchHit.Passage {
        let first = matches.places.first?.lowerBound ?? text.startIndex
        let lead = text.index(first, offsetBy: -(length / 3), limitedBy: text.startIndex) ?? text.startIndex
        let start =
            lead == text.startIndex ? lead : words.first { $0.range.lowerBound >= lead }?.range.lowerBound ?? first
        let limit = text.index(start, offsetBy: length, limitedBy: text.endIndex) ?? text.endIndex
        let lastWord = words.last { $0.range.upperBound <= limit }?.range.upperBound
        let end = limit == text.endIndex ? limit : max(lastWord ?? limit, matches.places.first?.upperBound ?? start)
        return SearchHit.Passage(
            pieces: pieces(of: start..<end, matches.places), isCutBefore: start > text.startIndex,
            isCutAfter: end < text.endIndex)
    }

    private func pieces(
        of range: Range<String.Index>, _ places: [Range<String.Index>]
    ) -> [SearchHit.Passage.Piece] {
        var pieces: [SearchHit.Passage.Piece] = []
        var index = range.lowerBound
        func add(upTo end: String.Index, isFound: Bool) {
            guard index < end else { return }
            let line = text[index..<end].map { $0.isWhitespace ? " " : $0 }
            pieces.append(.init(text: String(line), isFound: isFound))
            index = end
        }
        for place in places where place.lowerBound >= range.lowerBound && place.upperBound <= range.upperBound {
            add(upTo: place.lowerBound, isFound: false)
            add(upTo: place.upperBound, isFound: true)
        }
        add(upTo: range.upperBound, isFound: false)
        return pieces
    }

    private static func isPartOfWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
