import PlanDomain
import TestSupport
import Testing
import Workflow

/// Splitting and merging: no word is lost, and every id leads to the text that it had.
@Suite struct SectionCuttingTests {
    private static let body = """
        Eerste zin.
        Tweede zin.

        ### 2. De *aanpak* ###

        Derde zin.

        - punt een
        - punt twee

        | a | b |
        |---|---|
        | 1 | 2 |

        Laatste zin.

        """
    private let doel = SectionID.named("doel")

    private func text(_ body: String = Self.body) -> PlanText { .sample().with("doel", body: body) }

    @Test func aHeadingBecomesTheHeadingOfTheSecondPart() throws {
        var text = text()
        let id = try text.splitSection(doel, beforeLine: 4)
        #expect(id.rawValue == "de-aanpak")
        #expect(text.chapters[0].sections.map(\.id) == [.named("aanleiding"), doel, id])
        #expect(text.section(doel)?.body == "Eerste zin.\nTweede zin.\n")
        let second = try #require(text.section(id))
        #expect(second.heading == Heading("2. De *aanpak*"))
        #expect(second.body.hasPrefix("Derde zin.\n"))
        #expect(second.body.hasSuffix("Laatste zin.\n"))
        #expect(second.owner == text.section(doel)?.owner)
        #expect(text.ancestry(of: id) == [id, doel])
    }

    @Test(arguments: [2, 6, 8, 11, 15])
    func aSectionIsCutBetweenBlocksAndSentences(_ line: Int) throws {
        var text = text()
        let id = try text.splitSection(doel, beforeLine: line, title: "Vervolg")
        let parts = [text.section(doel)?.body, text.section(id)?.body].compactMap { $0 }
        let lines = Self.body.split(separator: "\n")
        #expect(parts.flatMap { $0.split(separator: "\n") } == lines)
        #expect(
            parts[1].split(separator: "\n").first
                == Self.body.split(separator: "\n", omittingEmptySubsequences: false)[line - 1])
    }

    @Test(arguments: [
        (9, "structure.split-inside"), (12, "structure.split-inside"), (13, "structure.split-inside"),
        (1, "structure.split-at-edge"), (0, "structure.split-at-edge"), (99, "structure.split-at-edge"),
    ])
    func aCutThatLeavesNoTwoTextsIsRefused(_ line: Int, _ key: String) throws {
        let error = try text().refusal { try $0.splitSection(doel, beforeLine: line, title: "Vervolg") }
        #expect(error?.reason.key == key)
    }

    @Test func aCutWithoutHeadingNeedsATitle() throws {
        #expect(try text().refusal { try $0.splitSection(doel, beforeLine: 6) }?.reason.key == "structure.title-empty")
    }

    @Test(arguments: [
        "Een zin met noot.[^1]\n\nNog een zin.\n\n[^1]: De noot.\n",
        "Zie [de wet].\n\nNog een zin.\n\n[de wet]: https://x.nl\n",
        "Een **vette\nzin** hier.\n\nEn verder.\n",
    ])
    func aCutThatWouldShowMarksToReadersIsRefused(_ body: String) throws {
        let line = body.hasPrefix("Een **") ? 2 : 3
        let error = try text(body).refusal { try $0.splitSection(doel, beforeLine: line, title: "Vervolg") }
        #expect(error?.reason.key == "structure.notes-apart")
    }

    @Test func neighboursAreMergedWithEveryWord() throws {
        var text = text().with("aanleiding", body: "Vooraf.\n")
        text.chapters[0].sections[1].heading = Heading("Het *doel*", numbering: .fixed("Bijlage A"), showsID: true)
        try text.mergeSectionWithNext(.named("aanleiding"))
        #expect(text.section(.named("aanleiding"))?.body == "Vooraf.\n\n### Bijlage A Het *doel*\n\n" + Self.body)
        #expect(text.retired == [doel])
        #expect(text.successor(of: doel) == .named("aanleiding"))
        #expect(text.ancestry(of: .named("aanleiding")) == [.named("aanleiding"), doel])
    }

    @Test func mergingUndoesASplitButForTheID() throws {
        var text = text()
        let id = try text.splitSection(doel, beforeLine: 4)
        try text.mergeSectionWithNext(doel)
        #expect(text.section(doel)?.body == Self.body.replacing(" ###\n", with: "\n"))
        #expect(text.retired == [id])
        #expect(text.successor(of: id) == doel)
    }

    @Test func notesOfOneNameAreNotMixedUp() throws {
        let text = text("Zin.[^1]\n\n[^1]: Van het doel.\n").with(
            "aanleiding", body: "Zin.[^1]\n\n[^1]: De aanleiding.\n")
        let error = try text.refusal { try $0.mergeSectionWithNext(.named("aanleiding")) }
        #expect(error?.reason.key == "structure.notes-collide")
    }

    @Test func onlyNeighboursInOneChapterAreMerged() throws {
        #expect(try text().refusal { try $0.mergeSectionWithNext(doel) }?.reason.key == "structure.no-neighbour")
    }

    @Test func aChainOfMergesLeadsToWhatIsThere() throws {
        var text = text()
        let third = try text.addSection(titled: "Derde", toChapter: "inleiding")
        try text.mergeSectionWithNext(doel)
        try text.mergeSectionWithNext(.named("aanleiding"))
        #expect(text.successor(of: third) == .named("aanleiding"))
        #expect(text.ancestry(of: .named("aanleiding")) == [.named("aanleiding"), doel, third])
        #expect(text.successor(of: .named("acties")) == .named("acties"))
        try text.removeSection(.named("acties"))
        #expect(text.successor(of: .named("acties")) == nil)
        #expect(text.successor(of: .named("nooit")) == nil)
    }

    @Test func aLineageThatBitesItsTailEnds() {
        var text = text()
        text.lineage.mergedInto = [.named("a"): .named("b"), .named("b"): .named("a")]
        #expect(text.successor(of: .named("a")) == nil)
        #expect(text.ancestry(of: .named("a")) == [.named("a"), .named("b")])
    }

    /// Structure changes no words, so it may be saved as structure; what follows finds its way through git.
    @Test func whatIsMergedAndSplitIsKeptInTheRepository() async throws {
        let world = try World()
        let plan = try await world.startPlan(text())
        try await world.save(in: plan, nature: .structural) { _ = try? $0.splitSection(doel, beforeLine: 4) }
        try await world.save(in: plan, nature: .structural) { try? $0.mergeSectionWithNext(.named("aanleiding")) }
        let saved = try await world.text(of: plan)
        #expect(saved.successor(of: doel) == .named("aanleiding"))
        #expect(saved.ancestry(of: .named("de-aanpak")) == [.named("de-aanpak"), doel])
        #expect(saved.retired == [doel])
        let again = try await refusal {
            try await world.save(in: plan) { $0.chapters[0].sections[0] = Section(id: doel, heading: Heading("Doel")) }
        }
        #expect(again?.reason.key == "text.section-id-retired")
    }

    @Test func whatHappensInOneSaveMayTakeSeveralSteps() async throws {
        let world = try World()
        let plan = try await world.startPlan(text())
        try await world.save(in: plan) { text in
            _ = try? text.splitSection(doel, beforeLine: 4)
            try? text.mergeSectionWithNext(doel)
        }
        let saved = try await world.text(of: plan)
        #expect(saved.retired == [.named("de-aanpak")])
        #expect(saved.successor(of: .named("de-aanpak")) == doel)
    }

    @Test func aLineageThatContradictsTheTextIsRefused() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        for lineage in [
            SectionLineage(mergedInto: [doel: .named("acties")]), SectionLineage(splitFrom: [doel: .named("weg")]),
            SectionLineage(mergedInto: [.named("weg"): doel]),
        ] {
            let error = try await refusal { try await world.save(in: plan) { $0.lineage = lineage } }
            #expect(error?.reason.key == "text.lineage-unknown")
        }
    }
}
