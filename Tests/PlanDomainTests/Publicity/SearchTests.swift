import Prose
import TestSupport
import Testing

@testable import PlanDomain

/// Looking for words in a text that one may read.
@Suite struct SearchTests {
    private func hits(_ query: String, in bodies: [String: String], titles: [String: String] = [:]) -> [SearchHit] {
        let ids = bodies.keys.sorted()
        let text = PlanText(
            metadata: PlanMetadata(type: "uitvoeringsplan", title: "Plan"),
            chapters: [
                Chapter(id: "a", heading: nil, sections: ids.map { .sample($0, titles[$0] ?? "Kop", bodies[$0] ?? "") })
            ])
        let open = EditionCutter(text: text, closure: .ofConsultation(nil)).openSections
        return TextIndex(text).hits(SearchQuery(query), in: open)
    }

    @Test(arguments: [
        ("een", true), ("ÉÉN", true), ("finan", true), ("FINANCIELE", true), ("oeuvre", true), ("coöp", true),
        ("cooperatie een", true), ("politie", false), ("een politie", false), ("ancieel", false), ("2024", true),
        ("thema's", true), ("themas", false), ("**vet**", true), ("https", false), ("verborgen", false), ("", false),
        ("...", false),
    ])
    func wordsAreFoundWithoutCaseOrAccentWholeOrFromTheirBeginning(query: String, isFound: Bool) {
        let body =
            "Eén coöperatie, financiële œuvre en thema's in 2024-2027.\n**Vet** en [tekst](https://voorbeeld.nl).\n"
            + "<!-- verborgen -->\n"
        #expect(hits(query, in: ["a": body]).isEmpty == !isFound)
    }

    @Test func whatIsFoundIsMarkedInItsPassage() throws {
        let hit = try #require(hits("wijk", in: ["a": "Een veilige wijk.\n\nDe *wijkagent* komt langs.\n"]).first)
        #expect(hit.passage.text == "Een veilige wijk.  De wijkagent komt langs.")
        #expect(hit.passage.pieces.filter(\.isFound).map(\.text) == ["wijk", "wijkagent"])
        #expect(!hit.passage.isCutBefore && !hit.passage.isCutAfter)
        #expect(hit.count == 2)
    }

    @Test func aLongTextIsCutBetweenWordsAroundTheFirstPlace() throws {
        let filler = String(repeating: "Lange zinnen vullen deze tekst zonder einde. ", count: 20)
        let hit = try #require(hits("naald", in: ["a": filler + "Hier ligt de naald verstopt. " + filler]).first)
        #expect(hit.passage.isCutBefore && hit.passage.isCutAfter)
        #expect(hit.passage.text.count <= SearchHit.passageLength)
        #expect(hit.passage.pieces.filter(\.isFound).map(\.text) == ["naald"])
        let words = Set(SearchableText(filler + "Hier ligt de naald verstopt.").words.map(\.folded))
        #expect(SearchableText(hit.passage.text).words.allSatisfy { words.contains($0.folded) }, "no word is cut")
    }

    @Test func aTitleComesFirstThenWholeWordsThenTheOrderOfReading() {
        let found = hits(
            "zorg", in: ["a": "Zorgen.\n", "b": "Zorg.\n", "c": "Niets.\n", "d": "Zorg.\n"], titles: ["c": "Zorg"])
        #expect(found.map(\.section.rawValue) == ["c", "b", "d", "a"])
        #expect(found[0].passage.pieces.contains { $0.isFound } == false)
        #expect(found[0].title.pieces.map(\.isFound) == [true])
    }

    @Test func aWordMayStandInTheTitleAndAnotherInTheText() {
        #expect(hits("zorg wijk", in: ["a": "De wijk.\n"], titles: ["a": "Zorg"]).count == 1)
    }

    @Test func anEndlessQueryIsCutShort() {
        let query = SearchQuery(String(repeating: "woord ander ", count: 10_000))
        #expect(query.words == ["woord", "ander"])
        #expect(SearchQuery((1...30).map(String.init).joined(separator: " ")).words.count == 8)
    }

    @Test(arguments: [1 as UInt64, 2, 3, 4, 5]) func passagesHoldTheirTextWhateverItIs(seed: UInt64) {
        var random = Chance(seed: seed)
        for _ in 0..<200 {
            let text = SearchableText(random.text())
            let query = SearchQuery(random.text())
            let matches = text.matches(query)
            let passage = text.passage(around: matches, length: 20)
            let plain = String(text.text.map { $0.isWhitespace ? " " : $0 })
            #expect(passage.text.isEmpty || plain.contains(passage.text), "seed \(seed)")
            #expect(matches.places.isEmpty || passage.pieces.contains(where: \.isFound), "seed \(seed)")
        }
    }
}
