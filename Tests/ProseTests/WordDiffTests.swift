import Testing

@testable import Prose

@Suite struct WordDiffTests {
    private func kinds(_ diff: WordDiff) -> [BlockDiff.Kind] { diff.blocks.map(\.kind) }

    private func marked(_ diff: WordDiff) -> [String] {
        diff.blocks.map { block in
            block.segments.map { segment in
                switch segment.kind {
                case .same: segment.text
                case .inserted: "{+\(segment.text)+}"
                case .deleted: "{-\(segment.text)-}"
                case .movedFrom(let number): "{\(number)>\(segment.text)}"
                case .movedTo(let number): "{>\(number)\(segment.text)}"
                }
            }.joined()
        }
    }

    @Test func oneWordIsReplaced() {
        let diff = WordDiff(old: "De raad besluit morgen.", new: "De raad besluit vandaag.")
        #expect(marked(diff) == ["De raad besluit {-morgen-}{+vandaag+}."])
        #expect(kinds(diff) == [.changed])
        #expect(diff.statistics.added == 1 && diff.statistics.removed == 1 && diff.statistics.unchanged == 3)
    }

    @Test func aNumberIsOneWord() {
        let diff = WordDiff(old: "Kosten 1.000,50 om 10.30 uur.", new: "Kosten 1.000,75 om 10.30 uur.")
        #expect(marked(diff) == ["Kosten {-1.000,50 -}{+1.000,75 +}om 10.30 uur."])
    }

    @Test func anAddressIsOneWord() {
        let diff = WordDiff(old: "[a](http://x.nl/b-c)", new: "[a](http://x.nl/b-d)")
        #expect(marked(diff) == ["[a]({-http://x.nl/b-c-}{+http://x.nl/b-d+})"])
    }

    @Test func aReflowedParagraphIsUnchanged() {
        let diff = WordDiff(old: "Een zin. Nog een.\n", new: "Een zin.\nNog een.\n")
        #expect(diff.isUnchanged)
        #expect(diff.new == "Een zin.\nNog een.\n")
        #expect(diff.statistics == WordDiff(old: "a b c d", new: "a b c d").statistics)
    }

    @Test func blocksAreAddedAndRemovedWhole() {
        let diff = WordDiff(
            old: "Eerste alinea hier.\n\nTweede stuk tekst.\n",
            new: "Eerste alinea hier.\n\nIets heel anders nu.\n\n- punt\n")
        #expect(kinds(diff) == [.unchanged, .removed, .added, .added])
    }

    @Test func aParagraphThatMovedIsMarkedAtBothEnds() {
        let moved = "Deze alinea van zeven woorden gaat weg."
        let diff = WordDiff(
            old: "\(moved)\n\nBlijft een.\n\nBlijft twee.\n", new: "Blijft een.\n\nBlijft twee.\n\n\(moved)\n")
        #expect(kinds(diff) == [.movedFrom(1), .unchanged, .unchanged, .movedTo(1)])
        #expect(diff.statistics.moved == 7 && diff.statistics.added == 0 && diff.statistics.removed == 0)
    }

    @Test func aSentenceThatMovedToAnotherParagraphIsMarked() {
        let diff = WordDiff(
            old:
                "De eerste alinea blijft hier gewoon staan. Deze zin verhuist naar de andere alinea. Einde een.\n\nDe tweede alinea begint hier zoals zij was. Einde twee.\n",
            new:
                "De eerste alinea blijft hier gewoon staan. Einde een.\n\nDe tweede alinea begint hier zoals zij was. Deze zin verhuist naar de andere alinea. Einde twee.\n"
        )
        #expect(
            marked(diff) == [
                "De eerste alinea blijft hier gewoon staan. {1>Deze zin verhuist naar de andere alinea. }Einde een.",
                "De tweede alinea begint hier zoals zij was. {>1Deze zin verhuist naar de andere alinea. }Einde twee.",
            ])
    }

    @Test func fewWordsDoNotMove() {
        let diff = WordDiff(old: "een twee drie vier\n\nx y z\n", new: "x y z\n\neen twee drie vier\n")
        #expect(!kinds(diff).contains { if case .movedTo = $0 { true } else { false } })
    }

    @Test func aBoldParagraphMovesWithItsMarks() {
        let diff = WordDiff(
            old: "**Let goed op bij deze stap.**\n\nA b c.\n\nD e f.\n",
            new: "A b c.\n\nD e f.\n\n**Let goed op bij deze stap.**\n")
        #expect(kinds(diff).first == .movedFrom(1) && kinds(diff).last == .movedTo(1))
    }

    @Test func anotherHeadingLevelIsARestyledBlock() {
        let diff = WordDiff(old: "# Doel van het plan\n\ntekst\n", new: "## Doel van het plan\n\ntekst\n")
        #expect(kinds(diff) == [.changed, .unchanged])
        #expect(diff.blocks[0].isRestyled)
        #expect(diff.blocks[0].segments.map(\.kind) == [.same])
    }

    @Test func anItemBeforeChangesNoOtherItem() {
        let diff = WordDiff(old: "1. een\n2. twee\n", new: "1. nul\n2. een\n3. twee\n")
        #expect(kinds(diff) == [.added, .unchanged, .unchanged])
    }

    @Test func cellsAreComparedByThemselves() throws {
        let diff = WordDiff(
            old: "| a | b |\n|---|---|\n| een | twee |\n| x | y |\n",
            new: "| a | b |\n|---|---|\n| een | drie |\n| x | y |\n")
        #expect(kinds(diff) == [.unchanged, .changed, .unchanged])
        #expect(diff.blocks[1].parts.map { $0.segments.map(\.text) } == [["een"], ["twee", "drie"]])
    }

    @Test func aColumnMoreReplacesTheRows() {
        let diff = WordDiff(old: "| a |\n|---|\n| 1 |\n", new: "| a | b |\n|---|---|\n| 1 | 2 |\n")
        #expect(kinds(diff) == [.removed, .removed, .added, .added])
    }

    @Test func aLinkDefinitionIsCompared() {
        let diff = WordDiff(old: "Zie [a].\n\n[a]: /oud\n", new: "Zie [a].\n\n[a]: /nieuw\n")
        #expect(kinds(diff) == [.unchanged, .changed])
        #expect(diff.blocks[1].shape.kind == .definition)
    }

    @Test func normalFormsDifferInBytes() {
        let (old, new) = ("caf\u{E9} open", "cafe\u{301} open")
        let diff = WordDiff(old: old, new: new)
        #expect(diff.old.utf8.elementsEqual(old.utf8) && diff.new.utf8.elementsEqual(new.utf8))
        #expect(kinds(diff) == [.changed])
    }

    @Test(arguments: [
        "", "\n", "\u{FEFF}# A\r\n\r\nb\r\n", "\r\r", "> \n> a\n", "|\n|-|\n", "- \n- \n", "[a]: b", "a\u{0}b",
        "> |a|\n>|-|\né | b\n",
        "```\nopen",
    ])
    func oddTextsComeBack(text: String) {
        for other in ["", "# A\n", text + "x"] {
            let diff = WordDiff(old: text, new: other)
            #expect(diff.old.utf8.elementsEqual(text.utf8) && diff.new.utf8.elementsEqual(other.utf8))
        }
        #expect(WordDiff(old: text, new: text).isUnchanged)
    }

    @Test func sideBySideHoldsEachSideAlone() {
        let rows = SideBySide(WordDiff(old: "A b c d e.\n\nWeg ermee.\n", new: "A b x d e.\n")).rows
        #expect(rows.map(\.kind) == [.changed, .removed])
        #expect(rows[0].old?.parts[0].map(\.text).joined() == "A b c d e.")
        #expect(rows[0].new?.parts[0].map(\.text).joined() == "A b x d e.")
        #expect(rows[1].new == nil)
    }
}
