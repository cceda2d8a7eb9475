/// The words by which a change of a text carries something out: what it put in and what it took out.
///
/// They are its fingerprint. While they are there, the promise is kept; when a later change takes back too many of them, it
/// is broken, and somebody must look.
public struct CarryingWords: Equatable, Codable, Sendable {
    /// Passages of the new text with words that were not there.
    public private(set) var added: [TextQuote]
    /// Passages of the old text whose words are gone.
    public let removed: [TextQuote]

    /// Both texts as a reader reads them.
    public init(from old: String, to new: String) {
        var index = FoldedWordIndex()
        let (before, after) = (WordRow(old, index: &index), WordRow(new, index: &index))
        var steps = StepBudget(limit: WordDiff.Options().steps)
        let matches = SequenceDiff.matches(before.ids, after.ids, steps: &steps)
        added = Self.runs(leavingOut: Set(matches.map(\.new)), of: after)
        removed = Self.runs(leavingOut: Set(matches.map(\.old)), of: before).filter { $0.exact.contains(" ") }
    }

    public var isEmpty: Bool { added.isEmpty && removed.isEmpty }

    /// How much of a promise must be left, as the share of the words that were put in.
    public static let kept = 0.5

    /// What is left of it after one more change of the text; nil where it is broken: more than half of what it put in is gone,
    /// or a passage that it took out stands there again.
    public func carried(from old: String, to new: String) -> CarryingWords? {
        let carrier = QuoteCarrier(from: old, to: new)
        var left: [TextQuote] = []
        var (words, kept) = (0, 0.0)
        for quote in added {
            let count = Self.count(quote.exact)
            words += count
            switch carrier.carry(quote) {
            case .placed(let now), .moved(let now):
                kept += Double(count) * Self.share(of: quote.exact, in: now.exact)
                left.append(now)
            case .uncertain, .orphaned: break
            }
        }
        guard words == 0 || kept >= Self.kept * Double(words) else { return nil }
        guard !removed.contains(where: { $0.places(in: new).count > $0.places(in: old).count }) else { return nil }
        var carried = self
        carried.added = left
        return carried
    }

    /// The same words in another text, to which they were taken along; nil where less than half of them is there.
    public func taken(to text: String) -> CarryingWords? {
        let found: [(old: TextQuote, new: TextQuote)] = added.compactMap { quote in
            guard case .moved(let now) = QuoteSearch(quote, in: text).found else { return nil }
            return (quote, now)
        }
        let words = added.reduce(0) { $0 + Self.count($1.exact) }
        let kept = found.reduce(0) { $0 + Self.count($1.old.exact) }
        guard words > 0, Double(kept) >= Self.kept * Double(words) else { return nil }
        var taken = self
        taken.added = found.map(\.new)
        return taken
    }

    private static func runs(leavingOut known: Set<Int>, of row: WordRow) -> [TextQuote] {
        var runs: [ClosedRange<Int>] = []
        for word in row.ids.indices where !known.contains(word) {
            if let last = runs.last, last.upperBound + 1 == word {
                runs[runs.count - 1] = last.lowerBound...word
            } else {
                runs.append(word...word)
            }
        }
        return runs.map { TextQuote(row.place(of: $0, withMarks: false), in: row.text) }
    }

    private static func count(_ text: String) -> Int { WordTokenizer.words(in: text).count }

    /// How many of the words of one text are in another.
    private static func share(of one: String, in other: String) -> Double {
        var left = Dictionary(WordTokenizer.words(in: other).map { ($0.lowercased(), 1) }, uniquingKeysWith: +)
        let words = WordTokenizer.words(in: one).map { $0.lowercased() }
        let found = words.count { word in
            guard let count = left[word], count > 0 else { return false }
            left[word] = count - 1
            return true
        }
        return words.isEmpty ? 1 : Double(found) / Double(words.count)
    }
}
