/// How much two texts differ, in words. A moved word is neither added nor removed.
public struct DiffStatistics: Equatable, Sendable {
    /// Words of the new text that the old one does not hold at that place, moved words apart.
    public private(set) var added = 0
    public private(set) var removed = 0
    /// Counted once, at its new place.
    public private(set) var moved = 0
    public private(set) var unchanged = 0

    public init(_ diff: WordDiff) {
        for block in diff.blocks where block.shape.kind != .definition {
            for segment in block.segments { add(segment) }
        }
    }

    private mutating func add(_ segment: BlockDiff.Segment) {
        let words = WordTokenizer.countWords(in: segment.text)
        switch segment.kind {
        case .same: unchanged += words
        case .inserted: added += words
        case .deleted: removed += words
        case .movedTo: moved += words
        case .movedFrom: break
        }
    }
}

extension WordDiff {
    public var statistics: DiffStatistics { DiffStatistics(self) }
}

extension WordTokenizer {
    static func countWords(in text: String) -> Int {
        words(in: text).count
    }

    /// The words and numbers of `text`, without marks and white space.
    static func words(in text: String) -> [String] {
        var index = WordIndex()
        let source = SourceLines(text)
        let tokens = WordTokenizer().tokens(of: source, in: 0..<source.bytes.count, index: &index)
        return tokens.filter(\.isWord).map { source.text($0.word) }
    }
}
