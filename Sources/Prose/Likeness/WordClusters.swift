import Foundation

/// Words that many texts use together: what a pile of reactions is about, before anybody read it.
///
/// Of the words that neither nearly all nor hardly any of the texts have, the one that says most begins a cluster; words that
/// stand beside it more often than chance would have it (pointwise mutual information; Church and Hanks, 1990) join it; its
/// texts are laid aside and the rest is looked at again. What comes out are proposals with the words that led to them. The
/// same texts give the same clusters.
public struct WordClusters: Sendable {
    public let clusters: [Cluster]

    public struct Cluster: Equatable, Sendable {
        /// As they are written most, those first that say most; two at least.
        public let words: [String]
        /// Indices of its texts, in order. A text is in one cluster at most.
        public let texts: [Int]
    }

    /// A word that fewer texts have, or a cluster of fewer, is nobody's theme.
    private static let fewest = 3
    /// Rarer words than the first so many are not looked at.
    private static let mostWords = 600

    /// - Parameter stem: the stem of a word in lower case, so that "straten" and "straat" are one.
    public init(_ texts: [String], atMost limit: Int = 8, stem: (String) -> String) {
        var index = Postings(texts, stem: stem)
        // Of a few texts many may be about one thing; of many, what most say tells nothing.
        let most = texts.count < 60 ? texts.count * 3 / 4 : texts.count * 2 / 5
        index.keep(atLeast: max(Self.fewest, texts.count / 200), atMost: most)
        index.keepMostCommon(Self.mostWords)
        var open = TextSet(upTo: texts.count)
        var found: [Cluster] = []
        while found.count < limit, let cluster = index.nextCluster(in: open, atLeast: Self.fewest) {
            found.append(Cluster(words: cluster.words, texts: cluster.texts.indices))
            open.remove(cluster.texts)
        }
        clusters = found.sorted { ($1.texts.count, $0.words[0]) < ($0.texts.count, $1.words[0]) }
    }
}

/// Which texts have which stems.
private struct Postings {
    private let count: Int
    private var texts: [String: TextSet] = [:]
    private var forms: [String: [String: Int]] = [:]

    init(_ all: [String], stem: (String) -> String) {
        count = all.count
        for (text, words) in all.enumerated() {
            for word in EmptyWords.telling(words) where !EmptyWords.ofReactions.contains(word) && word.count > 3 {
                let stem = stem(word)
                texts[stem, default: TextSet(none: count)].insert(text)
                forms[stem, default: [:]][word, default: 0] += 1
            }
        }
    }

    mutating func keep(atLeast least: Int, atMost most: Int) {
        texts = texts.filter { (least...max(least, most)).contains($0.value.count) }
    }

    mutating func keepMostCommon(_ limit: Int) {
        let kept = texts.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(limit)
        texts = Dictionary(kept.map { ($0.key, $0.value) }) { first, _ in first }
    }

    /// The words of a cluster among texts that are in none yet, two at least, and its texts; its words are not used again.
    mutating func nextCluster(in open: TextSet, atLeast least: Int) -> (words: [String], texts: TextSet)? {
        while let seed = seed(in: open, atLeast: least) {
            if let cluster = cluster(around: seed, in: open) { return cluster }
            texts[seed] = nil
        }
        return nil
    }

    /// The word that says most of the texts that are in no cluster yet.
    private func seed(in open: TextSet, atLeast least: Int) -> String? {
        let sizes = texts.mapValues { $0.intersection(open).count }
        let seed = sizes.filter { $0.value >= least }.max { one, other in
            (weight(one.key, one.value), other.key) < (weight(other.key, other.value), one.key)
        }
        return seed?.key
    }

    /// Nil for a word that keeps no company: many texts may have it and be about different things.
    private mutating func cluster(around seed: String, in open: TextSet) -> (words: [String], texts: TextSet)? {
        guard let seeded = texts[seed]?.intersection(open) else { return nil }
        let companions = companions(of: seed, seeded)
        guard !companions.isEmpty else { return nil }
        var members = seeded
        // Two of its other words will do where the first is not there.
        for (place, one) in companions.enumerated() {
            for other in companions[(place + 1)...] {
                if let first = texts[one], let second = texts[other] {
                    members.formUnion(first.intersection(second).intersection(open))
                }
            }
        }
        let words = [seed] + companions
        let shown = words.map(mostUsedForm)
        for word in words { texts[word] = nil }
        return (shown, members)
    }

    /// Those that stand beside it at least half as often again as chance would have it, in a fifth of its texts or more.
    private func companions(of seed: String, _ seeded: TextSet) -> [String] {
        let rated = texts.compactMap { word, having -> (String, Double)? in
            guard word != seed else { return nil }
            let together = having.intersection(seeded).count
            let lift = Double(together * count) / Double(having.count * seeded.count)
            guard together >= 2, together * 5 >= seeded.count, lift >= 1.5 else { return nil }
            return (word, Double(together) * log(lift))
        }
        return rated.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(5).map(\.0)
    }

    private func weight(_ word: String, _ texts: Int) -> Double {
        let all = self.texts[word]?.count ?? 1
        return Double(texts) * log(Double(count + 1) / Double(all))
    }

    private func mostUsedForm(of stem: String) -> String {
        forms[stem]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? stem
    }
}

/// Some of a row of texts, a bit for each.
private struct TextSet {
    private var bits: [UInt64]

    init(none count: Int) { bits = Array(repeating: 0, count: (count + 63) / 64) }

    /// All of them.
    init(upTo count: Int) {
        self.init(none: count)
        for text in 0..<count { insert(text) }
    }

    var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

    var indices: [Int] {
        bits.enumerated().flatMap { place, bits in
            (0..<64).filter { bits >> UInt64($0) & 1 == 1 }.map { place * 64 + $0 }
        }
    }

    mutating func insert(_ text: Int) { bits[text / 64] |= 1 << UInt64(text % 64) }

    mutating func formUnion(_ other: TextSet) {
        for place in bits.indices { bits[place] |= other.bits[place] }
    }

    mutating func remove(_ other: TextSet) {
        for place in bits.indices { bits[place] &= ~other.bits[place] }
    }

    func intersection(_ other: TextSet) -> TextSet {
        var both = self
        for place in bits.indices { both.bits[place] &= other.bits[place] }
        return both
    }
}
