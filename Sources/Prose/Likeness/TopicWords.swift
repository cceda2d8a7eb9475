import Foundation

/// Which topics a text is about, by its words alone: those that people confirmed for texts before, and the names of the
/// topics themselves.
///
/// Multinomial naive Bayes over stems (McCallum and Nigam, 1998), with the words that describe a topic counted as texts of
/// it. What it says is a proposal, with the words that led to it, so that a person can judge it at a glance.
public struct TopicWords: Sendable {
    private let counts: [String: [String: Double]]
    private let totals: [String: Double]
    private let vocabulary: Set<String>
    private let stem: @Sendable (String) -> String

    public struct Topic: Sendable {
        public let id: String
        /// Its name and whatever says what it is about.
        public let description: String
        /// Texts that a person put under it.
        public let texts: [String]

        public init(id: String, description: String, texts: [String] = []) {
            self.id = id
            self.description = description
            self.texts = texts
        }
    }

    public struct Proposal: Equatable, Sendable {
        public let topic: String
        /// How sure it is, from 0 to 1.
        public let certainty: Double
        /// As they stand in the text, those first that say most.
        public let words: [String]
    }

    /// - Parameter stem: the stem of a word in lower case, so that "straten" and "straat" are one.
    public init(_ topics: [Topic], stem: @escaping @Sendable (String) -> String) {
        var counts: [String: [String: Double]] = [:]
        for topic in topics {
            var words: [String: Double] = [:]
            // A name says more than a text in which much else is said.
            for word in EmptyWords.telling(topic.description) { words[stem(word), default: 0] += 5 }
            for text in topic.texts {
                for word in Set(EmptyWords.telling(text).map(stem)) { words[word, default: 0] += 1 }
            }
            counts[topic.id] = words
        }
        self.counts = counts
        self.stem = stem
        totals = counts.mapValues { $0.values.reduce(0, +) }
        vocabulary = Set(counts.values.flatMap(\.keys))
    }

    /// Topics that the words of a text point to, the surest first; empty where none of them is known.
    public func proposals(for text: String, atMost limit: Int = 3) -> [Proposal] {
        let words = known(in: text)
        let proposals = certainties(of: words).compactMap { topic, certainty -> Proposal? in
            guard certainty >= 0.15 else { return nil }
            let telling = telling(words, for: topic)
            return telling.isEmpty ? nil : Proposal(topic: topic, certainty: certainty, words: telling)
        }
        return Array(proposals.sorted { ($1.certainty, $0.topic) < ($0.certainty, $1.topic) }.prefix(limit))
    }

    /// The topic that the words of a text point to before all others, where it is at least so sure and so many of those
    /// words are its own; for thousands of texts at once.
    public func surest(for text: String, atLeast certainty: Double, sharing shared: Int) -> String? {
        let words = known(in: text)
        let best = certainties(of: words).max { ($0.1, $1.0) < ($1.1, $0.0) }
        guard let (topic, sure) = best, sure >= certainty else { return nil }
        return Set(words.map(\.stem).filter { counts[topic]?[$0] != nil }).count >= shared ? topic : nil
    }

    private func known(in text: String) -> [(word: String, stem: String)] {
        EmptyWords.telling(text).map { (word: $0, stem: stem($0)) }.filter { vocabulary.contains($0.stem) }
    }

    private func certainties(of words: [(word: String, stem: String)]) -> [(String, Double)] {
        guard !words.isEmpty else { return [] }
        let scores = counts.keys.map { topic in
            (topic, words.reduce(0) { $0 + log(likelihood(of: $1.stem, in: topic)) })
        }
        let highest = scores.map(\.1).max() ?? 0
        let whole = scores.reduce(0) { $0 + exp($1.1 - highest) }
        return scores.map { ($0, exp($1 - highest) / whole) }
    }

    /// Add-one smoothing: a word that a topic never had does not rule it out.
    private func likelihood(of word: String, in topic: String) -> Double {
        ((counts[topic]?[word] ?? 0) + 1) / ((totals[topic] ?? 0) + Double(vocabulary.count))
    }

    /// Words that this topic has more often than the average of all.
    private func telling(_ words: [(word: String, stem: String)], for topic: String) -> [String] {
        var seen: Set<String> = []
        let gains = words.compactMap { word, stem -> (String, Double)? in
            guard seen.insert(stem).inserted, counts[topic]?[stem] != nil else { return nil }
            let mean = counts.keys.reduce(0) { $0 + likelihood(of: stem, in: $1) } / Double(counts.count)
            let gain = likelihood(of: stem, in: topic) / mean
            return counts.count == 1 || gain > 1 ? (word, gain) : nil
        }
        return gains.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(5).map(\.0)
    }
}
