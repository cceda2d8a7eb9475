import Foundation
import Phrases
import Testing

@Suite("Phrases")
struct PhrasesTests {
    let folder: LocaleFolder
    let dutch: Phrases
    let english: Phrases

    init() throws {
        let yaml = """
            greet: Dag {name}
            sections:
              one: één sectie
              other: "{count} secties"
            who: "{who} moet handelen voor {when}"
            role: ijverige griffier
            nested: "zie {key}"
            """
        folder = try LocaleFolder(["nl/a.yml": yaml, "en/a.yml": yaml])
        let book = try folder.phrasebook()
        dutch = book.phrases(in: .nl)
        english = book.phrases(in: .en)
    }

    @Test func placeholdersAreFilledWithTextAsItIs() {
        #expect(dutch.text("greet", ["name": .text("<b>{name}</b>")]) == "Dag <b>{name}</b>")
    }

    @Test(arguments: [(0, "0 secties"), (1, "één sectie"), (2, "2 secties"), (1234, "1.234 secties")])
    func theFormGoesByTheCount(count: Int, text: String) {
        #expect(dutch.text("sections", ["count": .number(count)]) == text)
    }

    @Test func anUnknownKeyAndAMissingArgumentAreVisible() {
        #expect(dutch.text("no.such.key") == "⟦no.such.key⟧")
        #expect(dutch.text("greet") == "Dag ⟦name⟧")
        #expect(dutch.text("nested", ["key": .phrase("gone")]) == "zie ⟦gone⟧")
        #expect(!dutch.has("no.such.key"))
        #expect(dutch.has("sections"))
    }

    @Test func listsDatesAndPhrasesArePrintedInTheLanguage() {
        let arguments: [String: PhraseArgument] = [
            "who": .list([.text("A"), .phrase("role"), .number(3)]), "when": .date(year: 2023, month: 6, day: 12),
        ]
        #expect(dutch.text("who", arguments) == "A, ijverige griffier en 3 moet handelen voor 12 juni 2023")
        #expect(english.text("who", arguments) == "A, ijverige griffier and 3 moet handelen voor 12 June 2023")
    }

    @Test func aListOfNoneOneAndTwo() {
        #expect(dutch.list([]) == "")
        #expect(dutch.list(["a"]) == "a")
        #expect(dutch.anyOf([]) == "" && dutch.anyOf(["a"]) == "a")
        #expect(dutch.anyOf(["a", "b", "c"]) == "a, b of c" && english.anyOf(["a", "b"]) == "a or b")
        #expect(dutch.list(["a", "b"]) == "a en b")
    }

    @Test func aSentenceBeginsWithACapital() {
        #expect(dutch.sentence("role") == "IJverige griffier")
        #expect(english.sentence("role") == "Ijverige griffier")
        #expect(dutch.capitalized("'s avonds") == "'s avonds")
        #expect(dutch.capitalized("") == "")
    }

    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1000, "1.000"), (12_345, "12.345"), (1_234_567, "1.234.567"),
        (-1234, "-1.234"), (-999, "-999"), (Int.min, "-9.223.372.036.854.775.808"),
    ])
    func numbersAreGroupedByThousands(value: Int, text: String) {
        #expect(dutch.number(value) == text)
        #expect(english.number(value) == text.replacingOccurrences(of: ".", with: ","))
    }

    @Test func datesAreWrittenAndNumeric() {
        #expect(dutch.writtenDate(year: 2024, month: 3, day: 1) == "1 maart 2024")
        #expect(english.writtenDate(year: 2024, month: 3, day: 1) == "1 March 2024")
        #expect(dutch.numericDate(year: 2023, month: 6, day: 2) == "02-06-2023")
    }
}

@Suite("The time in the Netherlands")
struct DutchMomentTests {
    /// Moments around the changes of 2023 and a leap day, with what the clock said.
    @Test(arguments: [
        ("2023-06-12T12:05:00Z", "12 juni 2023 om 14.05 uur"), ("2023-01-31T23:30:00Z", "1 februari 2023 om 00.30 uur"),
        ("2023-03-26T00:59:59Z", "26 maart 2023 om 01.59 uur"), ("2023-03-26T01:00:00Z", "26 maart 2023 om 03.00 uur"),
        ("2023-10-29T00:59:59Z", "29 oktober 2023 om 02.59 uur"),
        ("2023-10-29T01:00:00Z", "29 oktober 2023 om 02.00 uur"),
        ("2024-02-29T22:59:00Z", "29 februari 2024 om 23.59 uur"),
        ("2024-12-31T23:00:00Z", "1 januari 2025 om 00.00 uur"),
    ])
    func aMomentIsReadFromDutchClocks(moment: String, text: String) throws {
        let folder = try LocaleFolder(["nl/a.yml": "a: A\n", "en/a.yml": "a: A\n"])
        let phrases = try folder.phrasebook().phrases(in: .nl)
        let date = try #require(ISO8601DateFormatter().date(from: moment))
        #expect(phrases.moment(date) == text)
    }

    @Test func itAgreesWithTheTimeZoneDatabaseOverAllHoursOfFortyYears() throws {
        let zone = try #require(TimeZone(identifier: "Europe/Amsterdam"))
        let start = 820_454_400  // 1 January 1996
        for step in stride(from: 0, to: 40 * 366 * 86_400, by: 6 * 3_600 - 60) {
            let date = Date(timeIntervalSince1970: Double(start + step))
            try #require(DutchMoment(date).secondsFromUTC == zone.secondsFromGMT(for: date), "at \(date)")
        }
    }

    @Test func englishWritesAMomentWithAColon() throws {
        let folder = try LocaleFolder(["nl/a.yml": "a: A\n", "en/a.yml": "a: A\n"])
        let phrases = try folder.phrasebook().phrases(in: .en)
        #expect(phrases.moment(Date(timeIntervalSince1970: 0)) == "1 January 1970 at 01:00")
        #expect(phrases.writtenDate(of: Date(timeIntervalSince1970: 0)) == "1 January 1970")
    }
}
