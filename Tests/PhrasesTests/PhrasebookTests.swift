import Foundation
import Phrases
import Testing

@Suite("The locale files")
struct PhrasebookTests {
    @Test func keysAreJoinedFromNestedMapsOverSeveralFiles() throws {
        let folder = try LocaleFolder([
            "nl/a.yml": "plan:\n  title: Plan\n  part:\n    name: Deel\n", "nl/b.yml": "plan:\n  end: Einde\n",
            "en/a.yml": "plan: {title: Plan, part: {name: Part}}\n", "en/c.yml": "plan: {end: End}\n",
        ])
        let book = try folder.phrasebook()
        #expect(book.keys == ["plan.end", "plan.part.name", "plan.title"])
        #expect(book.phrases(in: .nl).text("plan.part.name") == "Deel")
        #expect(book.phrases(in: .en).text("plan.end") == "End")
    }

    @Test func aKeyThatOneLanguageLacksIsReportedWhereTheOtherHasIt() throws {
        let folder = try LocaleFolder([
            "nl/web.yml": "a: A\nb:\n  c: C\n", "en/web.yml": "a: A\nd: D\n",
        ])
        #expect(folder.complaints() == ["en/web.yml:2: d is missing in nl", "nl/web.yml:3: b.c is missing in en"])
    }

    @Test func aKeyGivenTwiceIsReportedAtItsSecondPlace() throws {
        let folder = try LocaleFolder([
            "nl/a.yml": "plan:\n  title: Een\n  name: Naam\n  title: Twee\n",
            "en/a.yml": "plan: {title: One, name: N}\n",
        ])
        #expect(folder.complaints() == ["nl/a.yml:4: title was given before"])
    }

    @Test func aKeyGivenInTwoFilesIsReportedInTheSecond() throws {
        let folder = try LocaleFolder([
            "nl/a.yml": "plan: {title: Een}\n", "nl/b.yml": "\nplan:\n  title: Twee\n",
            "en/a.yml": "plan: {title: One}\n",
        ])
        #expect(folder.complaints() == ["nl/b.yml:3: plan.title was given before"])
    }

    @Test func placeholdersMustBeTheSameInEveryLanguage() throws {
        let folder = try LocaleFolder([
            "nl/a.yml": "a: Van {from} tot {until}\n", "en/a.yml": "# comment\na: From {from}\n",
        ])
        #expect(folder.complaints() == ["en/a.yml:2: a asks for other placeholders elsewhere"])
    }

    @Test func aLanguageMayDoWithoutFormsThatTheOtherNeeds() throws {
        let folder = try LocaleFolder([
            "nl/a.yml": "a: {one: '{count} sectie', other: '{count} secties'}\n", "en/a.yml": "a: '{count} sheep'\n",
        ])
        #expect(folder.complaints() == [])
    }

    @Test(arguments: [
        ("a: 12", "a is not a text; put quotes around it"), ("a: yes", "a is not a text; put quotes around it"),
        ("a:", "a is not a text; put quotes around it"), ("a: [x]", "a is not a text; put quotes around it"),
        ("a: 2023-06-12", "a is not a text; put quotes around it"),
        ("a: {one: x}", "a must have the two texts one and other"),
        ("a: {one: x, other: y, few: z}", "a must have the two texts one and other"),
        ("a: {one: 'x {b}', other: y}", "a asks for other placeholders elsewhere"),
        ("a: open {", "a has a brace that belongs to no {placeholder}"),
        ("a: shut }", "a has a brace that belongs to no {placeholder}"),
        ("a: '{not a name}'", "a has a brace that belongs to no {placeholder}"),
        ("a b: text", "a b is not a key: use letters, digits and hyphens"),
        ("a.b: text", "a.b is not a key: use letters, digits and hyphens"),
        ("just text", "not a YAML mapping: no mapping"),
    ])
    func aFaultyLineIsNamed(line: String, problem: String) throws {
        let folder = try LocaleFolder(["nl/a.yml": "ok: Goed\n" + line + "\n", "en/a.yml": "ok: Good\n"])
        let alone = try LocaleFolder(["nl/a.yml": line + "\n", "en/a.yml": "# nothing\n"])
        #expect(alone.complaints().contains("nl/a.yml:1: " + problem))
        #expect(!folder.complaints().isEmpty)
    }

    @Test func aSyntaxErrorNamesItsLineAndHidesNoOtherFault() throws {
        let folder = try LocaleFolder([
            "nl/a.yml": "a: A\nb: 'open\n", "en/a.yml": "a: A\nc: 3\n",
        ])
        let complaints = folder.complaints()
        #expect(complaints.count == 2)
        #expect(complaints.first == "en/a.yml:2: c is not a text; put quotes around it")
        #expect(complaints.last?.hasPrefix("nl/a.yml:") == true)
    }

    @Test func allFaultsOfAllFilesComeTogether() throws {
        let folder = try LocaleFolder([
            "nl/a.yml": "a: 1\nb: {c\n", "nl/b.yml": "c: 2\n", "en/a.yml": "d: '{'\n",
        ])
        #expect(folder.complaints().count == 3)
    }

    @Test func aMissingLanguageIsAFault() throws {
        let folder = try LocaleFolder(["nl/a.yml": "a: A\n"])
        #expect(folder.complaints() == ["en:1: no locale files here"])
    }

    @Test func aFileThatIsNotUTF8IsAFault() throws {
        let folder = try LocaleFolder(["nl/a.yml": "a: A\n", "en/a.yml": "a: A\n"])
        try Data([0x61, 0x3A, 0x20, 0xFF, 0xFE]).write(to: folder.url.appendingPathComponent("nl/z.yml"))
        #expect(folder.complaints() == ["nl/z.yml:1: the file cannot be read"])
    }

    @Test func theFingerprintFollowsEveryWordOfEveryFile() throws {
        func fingerprint(_ nl: String, _ en: String) throws -> UInt64 {
            try LocaleFolder(["nl/a.yml": nl, "en/a.yml": en]).phrasebook().fingerprint
        }
        let first = try fingerprint("a: Een\n", "a: One\n")
        #expect(try fingerprint("a: Een\n", "a: One\n") == first)
        #expect(try fingerprint("a: Twee\n", "a: One\n") != first)
        #expect(try fingerprint("a: Een\n", "a: Two\n") != first)
    }
}
