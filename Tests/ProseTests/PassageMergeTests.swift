import Testing

@testable import Prose

@Suite struct PassageMergeTests {
    private static let base = """
        De wijk vraagt om toezicht.
        Het college kiest 3 straten.

        De politie helpt.
        De raad beslist.

        """

    @Test func changesInDifferentPassagesComeTogether() {
        let merge = PassageMerge(
            base: Self.base, mine: Self.base.replacing("3 straten", with: "4 straten"),
            theirs: Self.base.replacing("De raad beslist.", with: "De raad beslist in juni."))
        #expect(merge.merged?.contains("4 straten") == true)
        #expect(merge.merged?.contains("in juni") == true)
        #expect(merge.incoming == ["De raad beslist in juni.\n"])
    }

    @Test func theSameSentenceChangedTwiceIsForAPersonToChoose() throws {
        let merge = PassageMerge(
            base: Self.base, mine: Self.base.replacing("3 straten", with: "4 straten"),
            theirs: Self.base.replacing("3 straten", with: "vijf straten"))
        let conflict = PassageMerge.Conflict(
            base: "Het college kiest 3 straten.\n", mine: "Het college kiest 4 straten.\n",
            theirs: "Het college kiest vijf straten.\n")
        #expect(merge.merged == nil)
        #expect(merge.conflicts == [conflict])
        #expect(merge.resolved([.mine]) == Self.base.replacing("3 straten", with: "4 straten"))
        #expect(merge.resolved([.theirs]) == Self.base.replacing("3 straten", with: "vijf straten"))
        let own = try #require(merge.resolved([.own("Het college kiest straten.\nWelke, volgt.")]))
        #expect(own == Self.base.replacing("kiest 3 straten.", with: "kiest straten.\nWelke, volgt."))
    }

    @Test func aChoiceIsNeededForEachConflictAndForNothingElse() {
        let merge = PassageMerge(base: "een\n", mine: "twee\n", theirs: "drie\n")
        #expect(merge.resolved([]) == nil)
        #expect(merge.resolved([.mine, .mine]) == nil)
        #expect(merge.resolved([.own("")]) == "")
        #expect(PassageMerge(base: "een\n", mine: "een\n", theirs: "een\n").resolved([.mine]) == nil)
    }

    @Test func sentencesThatTouchAreLeftToAPerson() {
        let merge = PassageMerge(
            base: Self.base, mine: Self.base.replacing("politie helpt", with: "politie helpt mee"),
            theirs: Self.base.replacing("raad beslist", with: "raad besluit"))
        #expect(merge.conflicts.count == 1)
    }

    @Test func aParagraphAddedOnOneSideDoesNotCollideWithTheParagraphBefore() {
        let merge = PassageMerge(
            base: "Een.\n\nTwee.\n", mine: "Een.\n\nNieuw.\n\nTwee.\n", theirs: "Een anders.\n\nTwee.\n")
        #expect(merge.merged == "Een anders.\n\nNieuw.\n\nTwee.\n")
    }

    @Test func aParagraphAddedOnOneSideDoesNotCollideWithTheParagraphBehind() {
        let merge = PassageMerge(
            base: "Een.\n\nTwee.\n", mine: "Een.\n\nNieuw.\n\nTwee.\n", theirs: "Een.\n\nTwee anders.\n")
        #expect(merge.merged == "Een.\n\nNieuw.\n\nTwee anders.\n")
    }

    @Test func whatBothAddedInFrontOfTheirOwnWordsIsTakenOnce() {
        let merge = PassageMerge(
            base: "een\nslot\n", mine: "een\nsamen\nik\nslot\n", theirs: "een\nsamen\nzij\nslot\n")
        #expect(
            merge.passages == [
                .agreed("een\n", .unchanged), .agreed("samen\n", .both),
                .conflict(.init(base: "", mine: "ik\n", theirs: "zij\n")), .agreed("slot\n", .unchanged),
            ])
    }

    @Test func takingOutWhatTheOtherChangedIsAConflict() {
        let merge = PassageMerge(base: "een\ntwee\ndrie\n", mine: "een\ndrie\n", theirs: "een\nTWEE\ndrie\n")
        #expect(merge.conflicts == [.init(base: "twee\n", mine: "", theirs: "TWEE\n")])
    }

    @Test func twoNormalFormsOfOneWordAreTwoLines() throws {
        let merge = PassageMerge(base: "cafe\u{301}\n", mine: "café\n", theirs: "cafe\u{301}\n")
        #expect(Array(try #require(merge.merged).utf8) == Array("café\n".utf8))
    }

    @Test func lineEndsAndTheLackOfALastOneAreNoChange() {
        #expect(PassageMerge(base: "een\ntwee", mine: "een\r\ntwee\r\n", theirs: "een\ntwee\n").merged == "een\ntwee\n")
        #expect(PassageMerge(base: "een", mine: "een", theirs: "een\ntwee").merged == "een\ntwee\n")
        #expect(PassageMerge(base: "", mine: "", theirs: "").passages.isEmpty)
        #expect(PassageMerge(base: "een\n", mine: "", theirs: "een\n").merged == "")
    }

    /// Texts without a line in common, and texts of one line a hundred thousand times over.
    @Test func theCostIsBounded() {
        let numbers = (0..<20_000).map { "regel \($0)\n" }.joined()
        let others = (0..<20_000).map { "andere \($0)\n" }.joined()
        let third = (0..<20_000).map { "derde \($0)\n" }.joined()
        #expect(PassageMerge(base: numbers, mine: others, theirs: third).conflicts.count == 1)
        let long = String(repeating: "ja\n", count: 100_000)
        let merge = PassageMerge(base: long, mine: long + "mijn\n", theirs: "hun\n" + long)
        #expect(merge.merged == "hun\n" + long + "mijn\n")
    }
}
