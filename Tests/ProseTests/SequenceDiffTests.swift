import Seeded
import Testing

@testable import Prose

@Suite struct SequenceDiffTests {
    private func matches(_ old: [Int], _ new: [Int], limit: Int = 1_000_000) -> [SequenceDiff.Match] {
        var steps = StepBudget(limit: limit)
        return SequenceDiff.matches(old, new, steps: &steps)
    }

    @Test func equalSequencesMatchWhole() {
        #expect(matches([1, 2, 3], [1, 2, 3]).map(\.old) == [0, 1, 2])
        #expect(matches([], []).isEmpty)
        #expect(matches([1], []).isEmpty)
    }

    @Test(arguments: [true, false])
    func matchesAreSoundAndWithoutAnchorsTheLongest(usingAnchors: Bool) {
        for seed in 0..<600 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let alphabet = Int.random(in: 1...6, using: &random)
            let old = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                Int.random(in: 0..<alphabet, using: &random)
            }
            let new = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                Int.random(in: 0..<alphabet, using: &random)
            }
            var steps = StepBudget(limit: 1_000_000)
            let found = SequenceDiff.matches(old, new, usingAnchors: usingAnchors, steps: &steps)
            #expect(found.allSatisfy { old[$0.old] == new[$0.new] }, "seed \(seed)")
            #expect(zip(found, found.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new }, "seed \(seed)")
            if !usingAnchors { #expect(found.count == longestCommon(old, new), "seed \(seed)") }
        }
    }

    /// The textbook table, for comparison.
    private func longestCommon(_ old: [Int], _ new: [Int]) -> Int {
        var row = Array(repeating: 0, count: new.count + 1)
        for element in old {
            var diagonal = 0
            for column in new.indices {
                let above = row[column + 1]
                row[column + 1] = element == new[column] ? diagonal + 1 : max(above, row[column])
                diagonal = above
            }
        }
        return row[new.count]
    }

    @Test func myersFindsTheShortestEditWithoutAnchors() {
        // From Myers' paper: ABCABBA to CBABAC keeps four letters.
        #expect(matches([1, 2, 3, 1, 2, 2, 1], [3, 2, 1, 2, 1, 3]).count == 4)
        #expect(matches([1, 2, 1, 2, 1, 2], [2, 1, 2, 1, 2, 1]).count == 5)
    }

    @Test func anAnchorHoldsWhereEverythingAroundItChanged() {
        let old = Array(repeating: 1, count: 2_000) + [99] + Array(repeating: 2, count: 2_000)
        let new = Array(repeating: 3, count: 3_000) + [99] + Array(repeating: 4, count: 10)
        #expect(matches(old, new) == [.init(old: 2_000, new: 3_000)])
    }

    @Test func withoutBudgetTheRestIsReplaced() {
        let found = matches([1, 2, 3, 4], [1, 3, 2, 4], limit: 0)
        #expect(found.map(\.old) == [0, 3])
    }

    /// The whole diff of two texts of up to 200,000 words: steps stay within the budget and what is linear, and nothing
    /// is lost.
    @Test(arguments: HostilePair.allCases)
    func hostileTextsStayWithinTheBudget(pair: HostilePair) {
        let (old, new) = pair.texts
        var options = WordDiff.Options()
        options.steps = 2_000_000
        let diff = WordDiff(old: old, new: new, options: options)
        #expect(diff.steps <= options.steps + 2 * 200_000)
        #expect(diff.old.utf8.elementsEqual(old.utf8))
        #expect(diff.new.utf8.elementsEqual(new.utf8))
    }

    enum HostilePair: CaseIterable {
        case nothingInCommon, oneWordOnly, alternating, fewWordsAtRandom, manyShortBlocks, reversed

        var texts: (String, String) {
            var random = SeededGenerator(seed: 7)
            let count = 200_000
            switch self {
            case .nothingInCommon: return (text(count) { "a\($0)" }, text(count) { "b\($0)" })
            case .oneWordOnly: return (text(count) { _ in "woord" }, text(count - 1_000) { _ in "woord" })
            case .alternating:
                return (text(count) { $0 % 2 == 0 ? "ja" : "nee" }, text(count) { $0 % 3 == 0 ? "ja" : "nee" })
            case .fewWordsAtRandom:
                return (
                    text(60_000) { _ in random.pick(["a", "b", "c"]) },
                    text(60_000) { _ in random.pick(["a", "b", "c"]) }
                )
            case .manyShortBlocks:
                return (text(9_000, "\n\n") { "a\($0 % 7)" }, text(9_000, "\n\n") { "a\($0 % 5)" })
            case .reversed: return (text(60_000) { "a\($0)" }, text(60_000) { "a\(60_000 - $0)" })
            }
        }

        private func text(_ count: Int, _ separator: String = " ", word: (Int) -> String) -> String {
            (0..<count).map(word).joined(separator: separator)
        }
    }
}
