/// Which texts say the same in the same words, or nearly: letters that many people send in with a name of their own under it.
///
/// Candidates come from the bands of their signatures, so that thousands of texts take a moment; every pair is then compared
/// exactly. The same texts give the same groups, in whatever order.
public struct NearDuplicates: Sendable {
    /// Indices of texts that belong together, two or more, the first of each in order; texts alike to none are left out.
    public let groups: [[Int]]

    public init(_ texts: [String]) {
        let signatures = texts.map(TextSignature.init)
        var sets = DisjointSets(count: texts.count)
        for band in 0..<TextSignature.bandCount {
            var buckets: [UInt64: [Int]] = [:]
            for (text, signature) in signatures.enumerated() where !signature.bands.isEmpty {
                buckets[signature.bands[band], default: []].append(text)
            }
            for bucket in buckets.values where bucket.count > 1 {
                // One leader for each group that is in the bucket keeps the work in proportion to its size.
                var leaders: [Int] = []
                for text in bucket {
                    let like = leaders.first { leader in
                        sets.areJoined(leader, text)
                            || signatures[leader].likeness(to: signatures[text]) >= TextSignature.threshold
                    }
                    if let like { sets.join(like, text) } else { leaders.append(text) }
                }
            }
        }
        groups = sets.groups.filter { $0.count > 1 }
    }

    /// How much two texts have in common, between 0 and 1.
    public static func likeness(of one: String, and other: String) -> Double {
        TextSignature(one).likeness(to: TextSignature(other))
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
