import PlanDomain
import TestSupport
import Testing
import Workflow

/// The cut that is proposed, and what a person makes of it.
@Suite struct ImportPreviewTests {
    private static let source = """
        # Plan Veilig

        Een voorwoord.

        ## 1 Waarom

        Omdat het moet.

        ### 1.1 Aanleiding

        Twee woorden.

        #### Proces

        Zo ging het.

        ## 2 Hoe

        ### 2.1 Acties

        - een

        """

    private func outline(_ plan: PlanImport) -> [String] {
        plan.chapters.map { chapter in
            (chapter.heading?.title ?? "-") + ": "
                + chapter.sections.map { $0.heading?.title ?? "-" }.joined(separator: ", ")
        }
    }

    @Test func everyHeadingIsShownWithItsWordsAndAProposal() throws {
        let preview = try PlanImportPreview(Self.source)
        #expect(
            preview.entries.map(\.title) == [
                "Plan Veilig", "1 Waarom", "1.1 Aanleiding", "Proces", "2 Hoe", "2.1 Acties",
            ])
        #expect(preview.entries.map(\.proposed) == [.title, .chapter, .section, .part, .chapter, .section])
        #expect(preview.entries.map(\.words) == [2, 3, 2, 3, 0, 1])
        #expect(preview.entries.map(\.level) == [1, 2, 3, 4, 2, 3])
        #expect(preview.entries.map(\.line) == [1, 5, 9, 13, 17, 19])
        #expect(preview.entries.map(\.id) == [1, 2, 3, 4, 5, 6])
    }

    @Test func theProposalIsTheImport() throws {
        for seed in 0..<300 as Range<UInt64> {
            let source = GeneratedMarkdown.document(seed: seed)
            #expect(try PlanImportPreview(source).cut() == PlanImport(source), "seed \(seed)")
        }
    }

    @Test func aPartBecomesASectionAndASectionAPart() throws {
        let preview = try PlanImportPreview(Self.source)
        let cut = try preview.cut([4: .init(.section), 3: .init(.part)])
        #expect(outline(cut) == ["-: -", "Waarom: -, Proces", "Hoe: Acties"])
        #expect(cut.chapters[1].sections[0].body == "Omdat het moet.\n\n#### 1.1 Aanleiding\n\nTwee woorden.\n")
        #expect(cut.chapters[1].sections[1].body == "Zo ging het.\n")
    }

    @Test func aChapterBecomesASectionOfTheOneBefore() throws {
        let cut = try PlanImportPreview(Self.source).cut([5: .init(.section)])
        #expect(outline(cut) == ["-: -", "Waarom: -, Aanleiding, Hoe, Acties"])
    }

    @Test func whatIsLeftOutIsGoneWithItsText() throws {
        let cut = try PlanImportPreview(Self.source).cut([1: .init(.leftOut), 3: .init(.leftOut)])
        #expect(outline(cut) == ["Waarom: -", "Hoe: Acties"])
        #expect(cut.title == nil)
        #expect(cut.chapters[0].sections[0].body == "Omdat het moet.\n\n#### Proces\n\nZo ging het.\n")
    }

    @Test func aTitleIsCorrected() throws {
        let choices: [Int: PlanImportPreview.Choice] = [
            1: .init(.title, title: "Veilig *samen*"), 2: .init(.chapter, title: "1 Waarom wij"),
            4: .init(.part, title: "Het proces"),
        ]
        let cut = try PlanImportPreview(Self.source).cut(choices)
        #expect(cut.title == "Veilig samen")
        #expect(cut.outline.title == "Veilig *samen*")
        #expect(cut.chapters[1].heading == Heading("Waarom wij"))
        #expect(cut.chapters[1].sections[1].body.contains("#### Het proces\n"))
    }

    @Test func aCutThatCannotBeIsRefused() throws {
        let preview = try PlanImportPreview(Self.source)
        #expect(try refusalAtOnce { try preview.cut([2: .init(.title)]) }?.reason.key == "import.two-titles")
        let nothing = Dictionary(
            uniqueKeysWithValues: preview.entries.map { ($0.id, PlanImportPreview.Choice(.leftOut)) })
        #expect(try refusalAtOnce { try preview.cut(nothing) }?.reason.key == "import.nothing-left")
    }

    @Test func aDocumentThatSkipsLevelsIsShownAndCut() throws {
        let source = "### Kop\n\nTekst.\n\n###### Diep\n\nMeer.\n\n#### Twee\n\nSlot.\n"
        #expect(try refusalAtOnce { try PlanImport(source) }?.reason.key == "import.level-skipped")
        let preview = try PlanImportPreview(source, title: "Uit de eigenschappen")
        #expect(preview.entries.map(\.proposed) == [.title, .part, .section])
        let cut = try preview.cut([1: .init(.chapter)])
        #expect(outline(cut) == ["Kop: -, Twee"])
        #expect(cut.title == "Uit de eigenschappen")
        #expect(cut.chapters[0].sections[0].body == "Tekst.\n\n###### Diep\n\nMeer.\n")
    }

    @Test func textWithoutHeadingsIsOneSection() throws {
        let preview = try PlanImportPreview("Zomaar een tekst. Met twee zinnen.")
        #expect(preview.entries.map(\.id) == [0])
        #expect(preview.entries.map(\.words) == [6])
        #expect(preview.entries.map(\.proposed) == [.section])
        #expect(
            try preview.cut().chapters.map { $0.sections.map(\.body) } == [["Zomaar een tekst.\nMet twee zinnen.\n"]])
    }

    @Test func idsThatTheDocumentGivesTwiceAreMendedByLeavingOneOut() throws {
        let preview = try PlanImportPreview("# Een {#kop}\n\nA.\n\n# Twee {#kop}\n\nB.\n")
        #expect(try refusalAtOnce { try preview.cut() }?.reason.key == "import.duplicate-id")
        #expect(outline(try preview.cut([2: .init(.leftOut)])) == ["Een: -"])
    }
}
