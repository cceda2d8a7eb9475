import Testing

@testable import Prose

@Suite struct WordsTests {
    @Test(arguments: [
        ("Zorg & veiligheid: één aanpak", "zorg-en-veiligheid-een-aanpak"),
        ("Thema's uit 's-Hertogenbosch", "themas-uit-s-hertogenbosch"), ("  ÆØŁ ß Ÿ ﬁ ", "aeol-ss-y-fi"),
        ("1.2 Doel", "1-2-doel"), ("!!!", "tekst"), ("", "tekst"), ("日本", "tekst"), ("a--b__c", "a-b-c"),
    ])
    func aSlugIsPlain(title: String, slug: String) {
        #expect(Slug.make(title) == slug)
    }

    @Test func aSlugIsBoundedAndCutBetweenWords() {
        #expect(Slug.make("een lange titel met veel woorden", limit: 16) == "een-lange-titel")
        #expect(Slug.make(String(repeating: "x", count: 500)).count == 60)
        #expect(Slug.make(Slug.make("Eén & twee!")) == Slug.make("Eén & twee!"))
    }

    @Test func wordsAreCountedAsAReaderCounts() throws {
        #expect(WordCount.words(inText: "Het plan 2024-2027 – voor B&W (thema's) .") == 6)
        #expect(WordCount.words(inText: " \n") == 0)
        #expect(
            WordCount.words(
                in: try MarkdownDocument(
                    parsing: "# Een kop\n\n**Twee** [woorden](http://x.nl)\n\n| a | b |\n|---|---|\n")) == 6)
    }

    private func numbered(_ heading: String, _ expected: Set<String>? = nil) -> [String?] {
        let result = NumberedHeading.split(heading, expected: expected)
        return [result.label, result.number, result.title]
    }

    @Test(arguments: [
        ("1.2.3 Titel", "1.2.3", "Titel"), ("3.1. Kader", "3.1", "Kader"),
        ("1 Waarom een plan?", "1", "Waarom een plan?"), ("2. Doel", "2", "Doel"), ("4) Doel", "4", "Doel"),
        ("A. Kaart", "A", "Kaart"), ("IV. Slot", "IV", "Slot"), ("1.1 'De voorkant'", "1.1", "'De voorkant'"),
        ("2 – Kader", "2", "Kader"),
    ])
    func aNumberIsTakenOff(heading: String, number: String, title: String) {
        let expected: Set<String>? = heading == "2 – Kader" ? ["2"] : nil
        #expect(numbered(heading, expected) == [nil, number, title])
    }

    @Test(arguments: [
        ("Hoofdstuk 2: Kader", "Hoofdstuk", "2", "Kader"), ("Bijlage A", "Bijlage", "A", ""),
        ("bijlage 1. Kaart", "bijlage", "1", "Kaart"), ("Deel II – Uitvoering", "Deel", "II", "Uitvoering"),
        ("Artikel 3.4 Begrippen", "Artikel", "3.4", "Begrippen"),
    ])
    func aLabelIsTakenOffToo(heading: String, label: String, number: String, title: String) {
        #expect(numbered(heading) == [label, number, title])
    }

    @Test(arguments: [
        "2024-2027 in beeld", "112 bellen", "10 jaar later", "2024 In cijfers", "12.06.2023 Besluit", "A la carte",
        "I love Deventer", "24/7 bereikbaar", "Bijlage bij de nota", "Deel uitmaken",
        "1.5 miljoen", "Inleiding", "3", "",
    ])
    func aTitleIsLeftWhole(heading: String) {
        #expect(numbered(heading) == [nil, nil, heading])
    }

    @Test func whatIsExpectedDecides() {
        #expect(numbered("3 thema's", ["3"]) == [nil, "3", "thema's"])
        #expect(numbered("3 Thema's", ["1.1", "2"]) == [nil, nil, "3 Thema's"])
        #expect(NumberedHeading.expected(after: "1.2.3") == ["1.2.3.1", "1.2.4", "1.3", "2"])
        #expect(NumberedHeading.expected(after: "2") == ["2.1", "3"])
        #expect(NumberedHeading.expected(after: "A") == ["A.1", "B"])
        #expect(NumberedHeading.expected(after: "II") == ["II.1", "III"])
        #expect(NumberedHeading.expected(after: nil).contains("1"))
    }
}
