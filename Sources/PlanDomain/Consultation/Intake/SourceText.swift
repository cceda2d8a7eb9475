import Workflow

/// The words of a document, with the passages that were cut from it: which input came out of which words, and which words
/// nobody took anything from yet.
///
/// Places are counted in characters from the first, for the text never changes.
public struct SourceText: Equatable, Sendable {
    public let text: String
    private let characters: [Character]

    public init(_ text: String) {
        self.text = text
        characters = Array(text)
    }

    /// Where a passage stands, whatever white space it was copied with.
    ///
    /// Throws `invalid` when its words are not there, or are there more than once and what stood before them does not
    /// tell which.
    ///
    /// - Parameter before: what stood before the words, as far as the browser knew it.
    public func place(of words: String, before: String = "") throws(PlanError) -> Range<Int> {
        let (folded, places) = Self.fold(characters)
        let wanted = Self.fold(Array(words)).folded
        guard !wanted.isEmpty else { throw PlanError(.invalid, Reason("input.passage-missing")) }
        let starts = Self.starts(of: wanted, in: folded)
        guard !starts.isEmpty else { throw PlanError(.invalid, Reason("intake.passage-not-found")) }
        let context = Self.fold(Array(before)).folded
        let fits = starts.map { start in
            zip(folded[..<start].reversed().drop { $0 == " " }, context.reversed()).prefix { $0 == $1 }.count
        }
        let best = fits.max() ?? 0
        guard fits.count(where: { $0 == best }) == 1, let index = fits.firstIndex(of: best) else {
            throw PlanError(.invalid, Reason("intake.passage-twice"))
        }
        return places[starts[index]]..<(places[starts[index] + wanted.count - 1] + 1)
    }

    /// The text from its beginning to its end, cut where passages begin and end.
    public func pieces(_ cuts: [IntakeCut]) -> [Piece] {
        let places = cuts.compactMap { cut in cut.place.map { ($0.clamped(to: 0..<characters.count), cut.input) } }
        let edges = Set([0, characters.count] + places.flatMap { [$0.0.lowerBound, $0.0.upperBound] }).sorted()
        return zip(edges, edges.dropFirst()).map { start, end in
            Piece(
                text: String(characters[start..<end]),
                inputs: places.filter { $0.0.lowerBound <= start && end <= $0.0.upperBound }.map(\.1).sorted())
        }
    }

    /// How much of the words something was taken from, in whole percents; white space counts for nothing.
    public func coverage(_ cuts: [IntakeCut]) -> Int {
        let pieces = pieces(cuts)
        let all = pieces.reduce(0) { $0 + $1.weight }
        let covered = pieces.filter { !$0.inputs.isEmpty }.reduce(0) { $0 + $1.weight }
        return all == 0 ? 100 : covered * 100 / all
    }

    public struct Piece: Equatable, Sendable {
        public let text: String
        /// What was cut from it, by number; empty where nothing was.
        public let inputs: [InputNumber]

        fileprivate var weight: Int { text.count { !$0.isWhitespace } }
    }

    /// With single spaces and none at the ends, and of each character that is left its place.
    private static func fold(_ characters: [Character]) -> (folded: [Character], places: [Int]) {
        var folded: [Character] = []
        var places: [Int] = []
        for (place, character) in characters.enumerated() where character != "\u{AD}" {
            let isSpace = character.isWhitespace
            if isSpace, folded.last == " " || folded.isEmpty { continue }
            folded.append(isSpace ? " " : character)
            places.append(place)
        }
        if folded.last == " " {
            folded.removeLast()
            places.removeLast()
        }
        return (folded, places)
    }

    private static func starts(of wanted: [Character], in text: [Character]) -> [Int] {
        guard let first = wanted.first, wanted.count <= text.count else { return [] }
        return (0...(text.count - wanted.count)).filter { start in
            text[start] == first && text[start..<(start + wanted.count)].elementsEqual(wanted)
        }
    }
}

/// Out of which words of a document an input was cut; without a place where it is about the whole of it.
public struct IntakeCut: Equatable, Sendable {
    public let input: InputNumber
    /// In characters of the text of the document.
    public let place: Range<Int>?

    public init(input: InputNumber, place: Range<Int>?) {
        self.input = input
        self.place = place
    }
}
