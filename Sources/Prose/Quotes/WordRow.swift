import Foundation

/// The words of a text in order, without the marks between them, each with where it stands.
///
/// Words are held for equal whatever their case and accents: what only differs in that reads the same.
struct WordRow: Sendable {
    let text: String
    let ids: [Int]
    private let ranges: [Range<Int>]

    init(_ text: String, index: inout FoldedWordIndex) {
        var text = text
        text.makeContiguousUTF8()
        self.text = text
        var all = WordIndex()
        let source = SourceLines(text)
        let words = WordTokenizer().tokens(of: source, in: 0..<source.bytes.count, index: &all).filter(\.isWord)
        ids = words.map { index.id(of: source.text($0.word)) }
        ranges = words.map(\.word)
    }

    /// From the first of some words to the end of the last, with the marks that stand against it where `isWhole`.
    func place(of words: ClosedRange<Int>, withMarks isWhole: Bool) -> Range<String.Index> {
        let start = index(ranges[words.lowerBound].lowerBound)
        var end = index(ranges[words.upperBound].upperBound)
        let next = words.upperBound + 1 < ranges.count ? index(ranges[words.upperBound + 1].lowerBound) : text.endIndex
        while isWhole, end < next, !text[end].isWhitespace { end = text.index(after: end) }
        return start..<end
    }

    /// The words that lie wholly or in part in a place; nil where there are none.
    func words(in place: Range<String.Index>) -> ClosedRange<Int>? {
        let (from, to) = (offset(place.lowerBound), offset(place.upperBound))
        guard let first = ranges.firstIndex(where: { $0.upperBound > from }),
            let last = ranges.lastIndex(where: { $0.lowerBound < to }), first <= last
        else { return nil }
        return first...last
    }

    private func index(_ offset: Int) -> String.Index { text.utf8.index(text.utf8.startIndex, offsetBy: offset) }
    private func offset(_ index: String.Index) -> Int { text.utf8.distance(from: text.utf8.startIndex, to: index) }
}

/// Gives words that read the same equal numbers.
struct FoldedWordIndex {
    private var ids: [String: Int] = [:]

    mutating func id(of word: String) -> Int {
        let folded = word.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        if let id = ids[folded] { return id }
        ids[folded] = ids.count
        return ids.count - 1
    }
}
