import Prose
import Testing

/// Words that a reader takes for one are found by each other, and others are not.
@Suite struct DutchStemTests {
    @Test(arguments: [
        ("straat", "straten"), ("huis", "huizen"), ("brief", "brieven"), ("boom", "bomen"), ("kat", "katten"),
        ("wijk", "wijken"), ("fiets", "fietsen"), ("fietst", "fietsen"), ("gefietst", "fietsen"),
        ("werkt", "werken"), ("gewerkt", "werken"), ("werkte", "werken"), ("werkten", "werken"), ("woont", "wonen"),
        ("speelde", "spelen"), ("gespeeld", "spelen"), ("gebruikt", "gebruiken"), ("groene", "groen"),
        ("grote", "groot"), ("winkels", "winkel"), ("bewoners", "bewoner"), ("keukens", "keuken"), ("idee", "ideeën"),
        ("huisje", "huis"), ("boompjes", "boom"), ("kinderen", "kind"), ("steden", "stad"), ("plaats", "plaatsen"),
        ("gemeente", "gemeenten"), ("reactie", "reacties"), ("foto", "foto's"), ("café", "cafe"), ("ruimte", "ruimtes"),
        ("mens", "mensen"), ("wens", "wensen"), ("proces", "processen"), ("woning", "woningen"), ("markt", "markten"),
        ("veilig", "veilige"), ("routes", "route"), ("JEUGD", "jeugd"),
    ])
    func formsOfOneWordAreFoundByEachOther(_ one: String, _ other: String) {
        #expect(!Set(DutchStem.stems(in: one)).isDisjoint(with: DutchStem.stems(in: other)), "\(one), \(other)")
    }

    @Test(arguments: [
        ("straat", "staart"), ("huis", "huid"), ("kunst", "kunnen"), ("mens", "men"), ("gemeente", "mening"),
        ("wijk", "wijn"), ("steen", "stee"), ("jeugd", "jeuk"), ("2024", "2025"), ("been", "beer"),
    ])
    func otherWordsAreNot(_ one: String, _ other: String) {
        #expect(Set(DutchStem.stems(in: one)).isDisjoint(with: DutchStem.stems(in: other)), "\(one), \(other)")
    }

    @Test func wordsAreFoldedAndCutAtEverythingElse() {
        #expect(DutchStem.words(in: "Één café, 2 fiets-paden!") == ["een", "cafe", "2", "fiets", "paden"])
        #expect(DutchStem.stems(in: "") == [])
        #expect(DutchStem.stems(in: "—!?") == [])
    }

    @Test(arguments: ["e", "en", "een", "ge", "get", "tje", "ennnn", "aaaa", "xyz", "b12en", "ééééé", "straße"])
    func oddWordsKeepSomething(_ word: String) {
        for folded in DutchStem.words(in: word) {
            #expect(DutchStem.stems(of: folded).allSatisfy { !$0.isEmpty })
        }
    }
}
