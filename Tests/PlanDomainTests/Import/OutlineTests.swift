import PlanDomain
import TestSupport
import Testing

/// Which headings become chapters and sections, and what becomes of their numbers.
@Suite struct OutlineTests {
    @Test func firstLevelBecomesChaptersAndSecondBecomesSections() throws {
        let plan = try PlanImport(
            "# 1 Waarom\n\n## 1.1 Aanleiding\n\nTekst.\n\n### Proces\n\nMeer.\n\n# 2 Hoe\n\nZo.\n")
        #expect(plan.title == nil)
        #expect(plan.chapters.map(\.heading?.title) == ["Waarom", "Hoe"])
        #expect(plan.chapters[0].sections.map(\.heading?.title) == ["Aanleiding"])
        #expect(plan.chapters[0].sections[0].body == "Tekst.\n\n### Proces\n\nMeer.\n")
        #expect(plan.chapters[1].sections.map(\.heading) == [nil])
    }

    @Test func singleTopHeadingAboveOthersIsTheTitle() throws {
        let plan = try PlanImport("# Veiligheidsplan\n\n## Doel\n\nTekst.\n\n## Aanpak\n\nTekst.\n")
        #expect(plan.title == "Veiligheidsplan")
        #expect(plan.chapters.count == 1)
        #expect(plan.chapters[0].heading == nil)
        #expect(plan.chapters[0].sections.map(\.heading?.title) == ["Doel", "Aanpak"])
    }

    @Test func belowATitleHeadingsWithHeadingsOfTheirOwnAreChapters() throws {
        let plan = try PlanImport("# Plan\n\n## Een\n\n### A\n\nx\n\n## Twee\n\n### B\n\ny\n")
        #expect(plan.chapters.map(\.heading?.title) == ["Een", "Twee"])
        #expect(plan.chapters.flatMap(\.sections).map(\.heading?.title) == ["A", "B"])
        #expect(plan.outline.chapterLevel == 2)
    }

    @Test(arguments: [
        ("# 1 Kader", "Kader", Heading.Numbering.automatic),
        ("# Hoofdstuk 1: Kader", "Kader", .fixed("Hoofdstuk 1:")),
        ("# I. Kader", "Kader", .fixed("I.")),
        ("# Bijlage A Kaart", "Kaart", .fixed("Bijlage A")),
        ("# 112 bellen", "112 bellen", .none),
        ("# 2024-2027 in beeld", "2024-2027 in beeld", .none),
        ("# Kader", "Kader", .none),
        ("Kader\nen doel\n===", "Kader en doel", .none),
        ("#veilig\n===", "#veilig", .none),
    ])
    func numberIsTakenOffOnlyWhereItIsOne(_ line: String, _ title: String, _ numbering: Heading.Numbering) throws {
        let heading = try #require(try PlanImport(line + "\n\nTekst.\n").chapters.first?.heading)
        #expect(heading.title == title)
        #expect(heading.numbering == numbering)
    }

    @Test func equalTitlesGetDifferentIDs() throws {
        let plan = try PlanImport("# A\n\n## Doel\n\nx\n\n## Doel\n\ny\n\n## Doel {#doel-2}\n\nz\n")
        #expect(plan.chapters[0].sections.map(\.id.rawValue) == ["doel", "doel-3", "doel-2"])
    }

    @Test func idThatTheDocumentGivesIsKeptAndWrittenBack() throws {
        let plan = try PlanImport("# Een\n\n## Doel {#mijn-doel}\n\nTekst.\n\n# Twee\n\nTekst.\n")
        #expect(plan.chapters[0].sections[0].id == .named("mijn-doel"))
        #expect(plan.chapters[0].sections[0].heading?.title == "Doel")
        #expect(PlanExport(ImportTests.text(of: plan)).markdown().contains("## Doel {#mijn-doel}"))
    }

    @Test func marksInCodeCommentsAndQuotationsAreNoHeadings() throws {
        let source = "# Een\n\n```\n# twee\n```\n\n> # drie\n\n<!--\n# vier\n-->\n\n- # vijf\n"
        #expect(try PlanImport(source).chapters.map(\.heading?.title) == ["Een"])
    }

    @Test func textBeforeTheFirstHeadingIsAChapterWithoutAHeading() throws {
        let plan = try PlanImport("Vooraf.\n\n# Een\n\nTekst.\n\n# Twee\n\nTekst.\n")
        #expect(plan.chapters.map(\.heading?.title) == [nil, "Een", "Twee"])
        #expect(plan.chapters[0].sections.map(\.body) == ["Vooraf.\n"])
    }

    @Test func bodiesAreKeptOneSentencePerLine() throws {
        let plan = try PlanImport("# Een\n\nEerste zin. Tweede zin.\nDerde zin.\n")
        #expect(plan.chapters[0].sections[0].body == "Eerste zin.\nTweede zin.\nDerde zin.\n")
    }

    @Test func numbersAreCountedFromTheirPlace() throws {
        var text = PlanText.sample()
        text.chapters[0].heading?.numbering = .automatic
        text.chapters[0].sections[0].heading?.numbering = .none
        text.chapters.insert(Chapter(id: "vooraf", heading: Heading("Vooraf", numbering: .none)), at: 0)
        text.chapters.append(Chapter(id: "slot", heading: Heading("Slot", numbering: .fixed("Bijlage A"))))
        let numbers = text.numbers()
        #expect(numbers.chapters == ["inleiding": "1", "aanpak": "2", "slot": "Bijlage A"])
        #expect(numbers.sections == [.named("doel"): "1.1", .named("acties"): "2.1"])
    }
}
