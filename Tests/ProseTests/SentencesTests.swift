import Testing

@testable import Prose

/// Each case is a text with `¶` where a sentence must end; nowhere else may one end.
@Suite struct SentencesTests {
    @Test(arguments: SentenceCases.all)
    func sentencesEndWhereTheyShould(marked: String) {
        let text = marked.replacing("¶", with: " ")
        let expected = marked.split(separator: "¶").map(String.init)
        #expect(Sentences.split(text).map(String.init) == expected)
    }

    @Test(arguments: SentenceCases.all)
    func lineEndsCountAsSpaces(marked: String) {
        let text = marked.replacing("¶", with: "\n")
        #expect(Sentences.split(text).count == marked.split(separator: "¶").count)
    }

    @Test func thereAreEnoughCases() {
        #expect(SentenceCases.all.count >= 120)
        #expect(Set(SentenceCases.all).count == SentenceCases.all.count)
    }

    @Test func anEmptyLineAlwaysEndsASentence() {
        #expect(Sentences.split("Een kop zonder punt\n\nde tekst eronder").count == 2)
        #expect(Sentences.split("Een kop\r\n\r\nde tekst").count == 2)
        #expect(Sentences.split("Een regel\r\nen nog een").count == 1)
    }

    @Test func nothingIsLostBetweenSentences() {
        let text = "  Eerste zin.  Tweede zin!\tDerde?\n"
        let ranges = Sentences.ranges(in: text)
        #expect(ranges.map { String(text[$0]) } == ["Eerste zin.", "Tweede zin!", "Derde?"])
        #expect(text.filter { !$0.isWhitespace } == ranges.map { text[$0] }.joined().filter { !$0.isWhitespace })
    }

    @Test func emptyTextHasNoSentences() {
        #expect(Sentences.split("").isEmpty)
        #expect(Sentences.split(" \n\t").isEmpty)
        #expect(Sentences.split("...").map(String.init) == ["..."])
    }

    @Test func aNoBreakSpaceDoesNotSeparate() {
        #expect(Sentences.split("Zie punt 3.\u{A0}Daar staat het.").count == 1)
    }

    @Test func hostileTextTakesOnePass() {
        for unit in ["(", ").", "a.", ". ", "A. ", "1. ", "'s ", "…", ".\"", "(. "] {
            let text = String(repeating: unit, count: 100_000)
            #expect(Sentences.split(text).map(\.utf8.count).reduce(0, +) <= text.utf8.count)
        }
    }
}
