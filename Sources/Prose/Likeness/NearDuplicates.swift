/// Which texts say the same in the same words, or nearly: letters that many people send in with a name of their own under it.
///
/// Texts are held against each other by the rows of three words that they have in common (Jaccard), whatever their case,
/// accents and marks. Candidates come from MinHash signatures cut into bands (Broder, 1997), so that thousands of texts take
/// a moment; every pair is then compared exactly. The same texts give the same groups, in whatever order.
public struct NearDuplicates: Sendable {
    /// How much of their rows of words two texts must share, between 0 and 1.
    public static let threshold = 0.6
    private static let bands = 24
    private static let rowsPerBand = 3

    /// Indices of texts that belong together, two or more, the first of each in order; texts alike to none are left out.
    public let groups: [[Int]]

    public init(_ texts: [String]) {
        var index = FoldedWordIndex()
        let shingles = texts.map { Self.shingles(WordRow($0, index: &index).ids) }
        let signatures = shingles.map(Self.signature)
        var sets = DisjointSets(count: texts.count)
        for band in 0..<Self.bands {
            var buckets: [ArraySlice<UInt64>: [Int]] = [:]
            for (text, signature) in signatures.enumerated() where !signature.isEmpty {
                buckets[signature[(band * Self.rowsPerBand)..<((band + 1) * Self.rowsPerBand)], default: []].append(
                    text)
            }
            for bucket in buckets.values where bucket.count > 1 {
                // One leader for each group that is in the bucket keeps the work in proportion to its size.
                var leaders: [Int] = []
                for text in bucket {
                    let like = leaders.first { leader in
                        sets.areJoined(leader, text)
                            || Self.likeness(shingles[leader], shingles[text]) >= Self.threshold
                    }
                    if let like { sets.join(like, text) } else { leaders.append(text) }
                }
            }
        }
        groups = sets.groups.filter { $0.count > 1 }
    }

    /// How much two texts have in common, between 0 and 1.
    public static func likeness(of one: String, and other: String) -> Double {
        var index = FoldedWordIndex()
        let first = shingles(WordRow(one, index: &index).ids)
        return likeness(first, shingles(WordRow(other, index: &index).ids))
    }

    private static func likeness(_ one: Set<UInt64>, _ other: Set<UInt64>) -> Double {
        guard !one.isEmpty, !other.isEmpty else { return 0 }
        let shared = one.intersection(other).count
        return Double(shared) / Double(one.count + other.count - shared)
    }

    /// Rows of three words; a text of fewer is one row.
    private static func shingles(_ words: [Int]) -> Set<UInt64> {
        guard words.count > 3 else { return words.isEmpty ? [] : [hash(words[...])] }
        return Set((0...(words.count - 3)).map { hash(words[$0..<($0 + 3)]) })
    }

    private static func hash(_ words: ArraySlice<Int>) -> UInt64 {
        words.reduce(UInt64(words.count)) { mixed($0 ^ UInt64($1)) }
    }

    private static func signature(_ shingles: Set<UInt64>) -> [UInt64] {
        guard !shingles.isEmpty else { return [] }
        return (0..<UInt64(bands * rowsPerBand)).map { seed in
            let salt = mixed(seed)
            return shingles.lazy.map { mixed($0 ^ salt) }.min() ?? 0
        }
    }

    /// SplitMix64 (Steele, Lea and Flood, 2014): the same on every run, which `Hasher` is not.
    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Which elements belong together, as pairs are named (union-find).
private struct DisjointSets {
    private var parents: [Int]

    init(count: Int) {
        parents = Array(0..<count)
    }

    private mutating func root(_ element: Int) -> Int {
        var element = element
        while parents[element] != element {
            parents[element] = parents[parents[element]]
            element = parents[element]
        }
        return element
    }

    mutating func areJoined(_ one: Int, _ other: Int) -> Bool { root(one) == root(other) }

    /// The lesser of two roots stays, so that the order of joining makes no difference.
    mutating func join(_ one: Int, _ other: Int) {
        let (first, second) = (root(one), root(other))
        parents[max(first, second)] = min(first, second)
    }

    var groups: [[Int]] {
        var sets = self
        let byRoot = Dictionary(grouping: parents.indices) { sets.root($0) }
        return byRoot.values.sorted { $0[0] < $1[0] }
    }
}
