/// What became of a passage when its text changed.
public enum CarriedQuote: Equatable, Sendable {
    /// It stands where the change of the text leaves it, with the same words or nearly so.
    case placed(TextQuote)
    /// Its words, all of them, stand somewhere else.
    case moved(TextQuote)
    /// Something like it stands there; a person must say whether it is the same.
    case uncertain(TextQuote)
    /// Nothing in the text is like it.
    case orphaned
}

/// Carries passages from one text to the one that took its place: by the difference between the two first, by its words
/// and then by likeness second.
///
/// Both texts are as a reader reads them. The work is done once for all passages of a text. Where there is doubt the
/// answer says so: no passage lands on another one unmarked.
public struct QuoteCarrier: Sendable {
    private let old: WordRow
    private let new: WordRow
    /// For each word of the old text where it stands in the new one; nil where it is gone.
    private let kept: [Int?]

    public init(from old: String, to new: String) {
        var index = FoldedWordIndex()
        self.old = WordRow(old, index: &index)
        self.new = WordRow(new, index: &index)
        var kept = [Int?](repeating: nil, count: self.old.ids.count)
        var steps = StepBudget(limit: WordDiff.Options().steps)
        for match in SequenceDiff.matches(self.old.ids, self.new.ids, steps: &steps) { kept[match.old] = match.new }
        self.kept = kept
    }

    public func carry(_ quote: TextQuote) -> CarriedQuote {
        guard let words = words(of: quote) else { return QuoteSearch(quote, [], in: new).found }
        let candidate = candidate(for: words)
        if let candidate, candidate.likeness >= (candidate.isFramed ? Likeness.framed : Likeness.loose) {
            return .placed(self.quote(candidate, for: quote))
        }
        let search = QuoteSearch(quote, Array(old.ids[words]), in: new)
        if case .moved(let found) = search.found { return stoodThere(found) ? .uncertain(found) : search.found }
        if let candidate, candidate.isFramed ? candidate.likeness > 0 : candidate.likeness >= Likeness.doubtful,
            candidate.likeness >= search.likeness
        {
            return .uncertain(self.quote(candidate, for: quote))
        }
        return search.found
    }

    /// Whether what was found stood in the old text too: the same words, of another passage.
    private func stoodThere(_ found: TextQuote) -> Bool {
        guard let place = found.places(in: new.text).first?.place, let words = new.words(in: place) else {
            return false
        }
        let known = Set(kept.compactMap { $0 })
        return words.allSatisfy(known.contains)
    }

    private func quote(_ candidate: Candidate, for quote: TextQuote) -> TextQuote {
        let endsInMark = quote.exact.last.map { !$0.isLetter && !$0.isNumber } ?? false
        return TextQuote(new.place(of: candidate.words, withMarks: endsInMark), in: new.text)
    }

    /// Where the passage stands in the old text; nil where its words are not there, or it has none.
    private func words(of quote: TextQuote) -> ClosedRange<Int>? {
        quote.places(in: old.text).first.flatMap { old.words(in: $0.place) }
    }

    /// A stretch of the new text that the passage may have become.
    private struct Candidate {
        let words: ClosedRange<Int>
        /// Between 0 and 1: how much of both is the same words.
        let likeness: Double
        /// What stood before and after the passage still stands before and after it.
        let isFramed: Bool
    }

    /// From its own first word to its own last, or to its neighbours where those are gone or little of it is left; nil where
    /// none of its words is.
    private func candidate(for words: ClosedRange<Int>) -> Candidate? {
        let own = words.compactMap { kept[$0] }
        guard let first = own.first, let last = own.last else { return nil }
        let before = words.lowerBound == 0 ? -1 : kept[words.lowerBound - 1]
        let after = words.upperBound + 1 == kept.count ? new.ids.count : kept[words.upperBound + 1]
        let isMuch = Double(own.count) >= Likeness.much * Double(words.count)
        let start = (isMuch ? kept[words.lowerBound] : nil) ?? before.map { $0 + 1 } ?? first
        let end = (isMuch ? kept[words.upperBound] : nil) ?? after.map { $0 - 1 } ?? last
        let likeness = 2 * Double(own.count) / Double(words.count + end - start + 1)
        return Candidate(words: start...end, likeness: likeness, isFramed: before != nil && after != nil)
    }
}

/// How much of two passages must be the same words, between 0 and 1.
enum Likeness {
    /// Of the words of a passage, to trust that those left are its own.
    static let much = 0.6
    /// To be the same passage, where what stands around it is the same too.
    static let framed = 0.5
    /// To be the same passage, where it is not.
    static let loose = 0.75
    /// To be shown to a person as perhaps the same passage.
    static let doubtful = 0.35
}
