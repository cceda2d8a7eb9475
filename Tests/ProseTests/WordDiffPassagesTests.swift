import Testing

@testable import Prose

/// Taking back what changed, passage by passage.
@Suite struct WordDiffPassagesTests {
    private static let old = "Eerste zin.\n\nTweede alinea staat hier.\n\nDerde alinea staat hier.\n"
    private static let new = "Eerste zin, anders.\n\nTweede alinea staat hier.\n\nDerde alinea werd korter.\n"

    @Test func changesThatStandApartAreChosenApart() {
        let diff = WordDiff(old: Self.old, new: Self.new)
        #expect(diff.passages.count == 2)
        #expect(diff.new(returning: []) == Self.new)
        #expect(
            diff.new(returning: [0])
                == "Eerste zin.\n\nTweede alinea staat hier.\n\nDerde alinea werd korter.\n")
        #expect(
            diff.new(returning: [1])
                == "Eerste zin, anders.\n\nTweede alinea staat hier.\n\nDerde alinea staat hier.\n")
        #expect(diff.new(returning: [0, 1]) == Self.old)
        #expect(diff.new(returning: [7]) == Self.new)
    }

    @Test func aFirstBlockThatComesBackDoesNotRunIntoTheNext() {
        let diff = WordDiff(old: "Vooraf.\n\nDe tekst zelf.\n", new: "De tekst zelf.\n")
        #expect(diff.passages.count == 1)
        #expect(diff.new(returning: [0]) == "Vooraf.\n\nDe tekst zelf.\n")
        let list = WordDiff(old: "- een appel\n- twee peren\n", new: "- twee peren\n")
        #expect(list.new(returning: [0]) == "- een appel\n- twee peren\n")
    }

    @Test func rowsOfATableAreChosenWithoutBreakingIt() {
        let rows = { (third: String) in
            "Vooraf.\n\n| Wijk | Deel |\n|---|---|\n| A | 1 |\n\(third)| C | 3 |\n\nDaarna.\n"
        }
        let diff = WordDiff(old: rows("| B | 2 |\n"), new: rows("| B | zeven |\n"))
        #expect(diff.new(returning: [0]) == rows("| B | 2 |\n"))
        let gone = WordDiff(old: rows("| B | 2 |\n"), new: rows(""))
        #expect(gone.new(returning: [0]) == rows("| B | 2 |\n"))
        let added = WordDiff(old: "Vooraf.\n\nDaarna.\n", new: rows(""))
        #expect(added.new(returning: [0]) == "Vooraf.\n\nDaarna.\n")
    }

    @Test func bothEndsOfAMoveAreOnePassage() {
        let moved = "Deze alinea van zes woorden verhuist."
        let old = "\(moved)\n\nWat blijft staan, blijft staan.\n\nHet slot.\n"
        let new = "Wat blijft staan, blijft staan.\n\nHet slot.\n\n\(moved)\n"
        let diff = WordDiff(old: old, new: new)
        #expect(diff.passages.count == 1)
        #expect(diff.new(returning: [0]).components(separated: moved) == 2)
        #expect(diff.new(returning: [0]).hasPrefix(moved))
    }

    @Test func whatNoReaderSeesIsNoPassage() {
        let diff = WordDiff(old: "<!-- Schrijf hier. -->\n\nTekst.\n", new: "Tekst.\n")
        #expect(diff.passages.isEmpty)
        #expect(diff.new(returning: [0]) == "Tekst.\n")
    }

    /// All passages together give back every word of the old text, for any two texts. Marks of blocks that stayed, such as
    /// the numbers of a list, are those of the new text.
    @Test(arguments: 0..<4 as Range<UInt64>)
    func allPassagesTogetherAreTheOldText(batch: UInt64) {
        for seed in batch * 100..<(batch + 1) * 100 {
            let (old, new) = WordDiffPropertyTests.pair(seed: seed)
            let diff = WordDiff(old: old, new: new)
            #expect(diff.new(returning: []) == new, "seed \(seed)")
            let changed = diff.blocks.indices.filter { diff.blocks[$0].kind != .unchanged }
            let isWhole = Set(diff.passages.flatMap(\.blocks)) == Set(changed) && diff.oldTail == diff.newTail
            guard isWhole, diff.blocks.last?.kind == .unchanged else { continue }
            let back = diff.new(returning: Set(diff.passages.indices))
            let words = { (text: String) in
                WordTokenizer.words(in: text).filter { !$0.allSatisfy(\.isNumber) }
            }
            #expect(words(back) == words(old), "seed \(seed)")
        }
    }
}

extension String {
    fileprivate func components(separated by: String) -> Int { ranges(of: by).count + 1 }
}
