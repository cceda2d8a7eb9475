/// Looks for a passage by its words alone, in a text that it need not come from.
public struct QuoteSearch: Sendable {
    /// `moved`, `uncertain` or `orphaned`.
    public let found: CarriedQuote
    /// Of what was found, between 0 and 1.
    let likeness: Double

    public init(_ quote: TextQuote, in text: String) {
        var index = FoldedWordIndex()
        let row = WordRow(quote.exact, index: &index)
        self.init(quote, row.ids, in: WordRow(text, index: &index))
    }

    /// - Parameter words: of the quote, in the numbers of the row.
    init(_ quote: TextQuote, _ words: [Int], in row: WordRow) {
        let places = quote.places(in: row.text)
        if let first = places.first {
            let isSure = places.count == 1 || places[1].fit < first.fit
            let quote = TextQuote(first.place, in: row.text)
            found = isSure ? .moved(quote) : .uncertain(quote)
            likeness = 1
        } else if let (window, likeness) = Self.mostAlike(words, in: row.ids), likeness >= Likeness.doubtful {
            found = .uncertain(TextQuote(row.place(of: window, withMarks: true), in: row.text))
            self.likeness = likeness
        } else {
            found = .orphaned
            likeness = 0
        }
    }

    /// The stretch of a text that has most words in common with a passage, and how much of the passage that is: a word
    /// that the text is full of says little.
    ///
    /// A window as long as the passage slides over the text, at one step a word; what is not of the passage is taken off at
    /// both ends.
    private static func mostAlike(_ words: [Int], in text: [Int]) -> (ClosedRange<Int>, Double)? {
        let times = Dictionary(text.map { ($0, 1) }, uniquingKeysWith: +)
        func weight(_ word: Int) -> Double { 1 / Double(times[word] ?? 1) }
        var wanted = Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +)
        var (shared, best, start) = (0.0, 0.0, 0)
        let length = min(words.count, text.count)
        for (end, word) in text.enumerated() {
            if let left = wanted[word] {
                if left > 0 { shared += weight(word) }
                wanted[word] = left - 1
            }
            if end >= length, let left = wanted[text[end - length]] {
                if left >= 0 { shared -= weight(text[end - length]) }
                wanted[text[end - length]] = left + 1
            }
            if shared > best + 1e-9 { (best, start) = (shared, max(0, end - length + 1)) }
        }
        let all = words.reduce(0) { $0 + weight($1) }
        let known = Set(words)
        let window = (start..<min(text.count, start + length)).filter { known.contains(text[$0]) }
        guard let first = window.first, let last = window.last else { return nil }
        return (first...last, best / all)
    }
}
