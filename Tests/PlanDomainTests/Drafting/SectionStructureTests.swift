import PlanDomain
import TestSupport
import Testing

/// Adding, naming, moving and taking out, on the sample: `inleiding` with `aanleiding` and `doel`, `aanpak` with `acties`.
@Suite struct SectionStructureTests {
    var text = PlanText.sample()

    private var outline: [String] {
        text.chapters.map { "\($0.id): " + $0.sections.map(\.id.rawValue).joined(separator: " ") }
    }

    @Test mutating func aNewSectionGetsAnIDFromItsTitle() throws {
        let id = try text.addSection(titled: " Wat  het *kost* ", toChapter: "aanpak", at: 0, owner: "Adviseur")
        #expect(id.rawValue == "wat-het-kost")
        #expect(text.section(id)?.heading == Heading("Wat het *kost*"))
        #expect(text.section(id)?.owner == "Adviseur")
        #expect(text.section(id)?.body == "")
        #expect(outline == ["inleiding: aanleiding doel", "aanpak: wat-het-kost acties"])
    }

    @Test mutating func anIDIsNeverGivenOutAgain() throws {
        try text.removeSection(.named("doel"))
        #expect(text.retired == [.named("doel")])
        #expect(try text.addSection(titled: "Doel", toChapter: "aanpak").rawValue == "doel-2")
        #expect(try text.addSection(titled: "Doel", toChapter: "aanpak").rawValue == "doel-3")
    }

    @Test mutating func aNewSectionIsNumberedAsItsNeighbours() throws {
        text.chapters[0].sections[0].heading?.numbering = .none
        text.chapters[0].sections[1].heading?.numbering = .fixed("II.")
        let id = try text.addSection(titled: "Nieuw", toChapter: "inleiding")
        #expect(text.section(id)?.heading?.numbering == Heading.Numbering.none)
    }

    @Test mutating func aSectionKeepsItsIDWhenRenamed() throws {
        try text.renameSection(.named("doel"), to: "Doelen  en middelen")
        #expect(text.section(.named("doel"))?.heading == Heading("Doelen en middelen"))
        #expect(outline == PlanText.sampleOutline)
    }

    @Test(arguments: ["", " \n ", String(repeating: "a", count: 201)])
    func aTitleThatIsNoneIsRefused(_ title: String) throws {
        for change: (inout PlanText) throws -> Void in [
            { try $0.renameSection(.named("doel"), to: title) },
            { try $0.renameChapter("aanpak", to: title) },
            { _ = try $0.addSection(titled: title, toChapter: "aanpak") },
            { _ = try $0.addChapter(titled: title) },
        ] {
            #expect(try text.refusal(of: change)?.code == .invalid)
        }
    }

    @Test mutating func aSectionMovesUpAndDownThroughTheWholePlan() throws {
        let id = SectionID.named("acties")
        for expected in [
            ["inleiding: aanleiding doel acties", "aanpak: "], ["inleiding: aanleiding acties doel", "aanpak: "],
            ["inleiding: acties aanleiding doel", "aanpak: "],
        ] {
            try text.moveSection(id, .up)
            #expect(outline == expected)
        }
        #expect(
            try text.refusal { try $0.moveSection(id, .up) }?.code == .conflict)
        for _ in 0..<3 { try text.moveSection(id, .down) }
        #expect(outline == PlanText.sampleOutline)
        #expect(
            try text.refusal { try $0.moveSection(id, .down) }?.code == .conflict)
        #expect(text == .sample())
    }

    @Test mutating func aSectionMovesToAPlaceInAnotherChapter() throws {
        try text.moveSection(.named("aanleiding"), toChapter: "aanpak", at: 1)
        #expect(outline == ["inleiding: doel", "aanpak: acties aanleiding"])
        try text.moveSection(.named("aanleiding"), toChapter: "aanpak", at: 0)
        #expect(outline == ["inleiding: doel", "aanpak: aanleiding acties"])
        try text.moveSection(.named("aanleiding"), toChapter: "inleiding", at: 99)
        #expect(outline == ["inleiding: doel aanleiding", "aanpak: acties"])
    }

    /// It would run on from whatever stands above it, in print and when the document is read again.
    @Test mutating func aTextWithoutHeadingStaysInFront() throws {
        text.chapters[1].sections[0].heading = nil
        for change: (inout PlanText) throws -> Void in [
            { try $0.moveSection(.named("acties"), toChapter: "inleiding", at: 1) },
            { _ = try $0.addSection(titled: "Nieuw", toChapter: "aanpak", at: 0) },
            { try $0.moveSection(.named("doel"), toChapter: "aanpak", at: 0) },
        ] {
            #expect(try text.refusal(of: change)?.reason.key == "structure.no-heading")
        }
        try text.moveSection(.named("doel"), .down)
        #expect(outline == ["inleiding: aanleiding", "aanpak: acties doel"])
        try text.renameSection(.named("acties"), to: "Acties")
        #expect(text.section(.named("acties"))?.heading == Heading("Acties"))
    }

    @Test mutating func theLastSectionStays() throws {
        try text.removeSection(.named("acties"))
        try text.removeSection(.named("doel"))
        let error = try text.refusal { try $0.removeSection(.named("aanleiding")) }
        #expect(error?.reason.key == "structure.last-section")
    }

    @Test mutating func aSectionHasAnOwnerOrNone() throws {
        try text.setOwner(of: .named("doel"), to: " Adviseur  zorg ")
        #expect(text.section(.named("doel"))?.owner == "Adviseur zorg")
        try text.setOwner(of: .named("doel"), to: " ")
        #expect(text.section(.named("doel"))?.owner == nil)
    }

    @Test mutating func whatIsNotThereIsNotFound() throws {
        let gone = SectionID.named("weg")
        for change: (inout PlanText) throws -> Void in [
            { try $0.renameSection(gone, to: "a") }, { try $0.setOwner(of: gone, to: nil) },
            { try $0.moveSection(gone, .up) }, { try $0.removeSection(gone) },
            { try $0.moveSection(.named("doel"), toChapter: "weg", at: 0) },
            { _ = try $0.addSection(titled: "a", toChapter: "weg") }, { try $0.mergeSectionWithNext(gone) },
            { _ = try $0.splitSection(gone, beforeLine: 2) }, { try $0.renameChapter("weg", to: "a") },
            { try $0.removeChapter("weg") }, { try $0.moveChapter("weg", .up) },
        ] {
            #expect(try text.refusal(of: change)?.code == .notFound)
        }
    }

    @Test mutating func chaptersAreAddedMovedRenamedAndTakenOut() throws {
        let id = try text.addChapter(titled: "Aanpak", at: 0)
        #expect(id == "aanpak-2")
        try text.moveChapter(id, .down)
        #expect(outline == ["inleiding: aanleiding doel", "aanpak-2: ", "aanpak: acties"])
        try text.renameChapter(id, to: "Geld")
        #expect(text.chapters[1].heading == Heading("Geld"))
        try text.removeChapter(id)
        #expect(text == .sample())
        #expect(try text.refusal { try $0.removeChapter("aanpak") }?.reason.key == "structure.chapter-not-empty")
        #expect(try text.refusal { try $0.moveChapter("inleiding", .up) }?.code == .conflict)
    }

    @Test mutating func aChapterWithoutHeadingStaysInFront() throws {
        text.chapters[0].heading = nil
        #expect(try text.refusal { try $0.moveChapter("aanpak", .up) }?.reason.key == "structure.no-heading")
        #expect(try text.refusal { try $0.addChapter(titled: "a", at: 0) }?.reason.key == "structure.no-heading")
        try text.renameChapter("inleiding", to: "Vooraf")
        try text.moveChapter("aanpak", .up)
        #expect(outline == ["aanpak: acties", "inleiding: aanleiding doel"])
    }
}

extension PlanText {
    fileprivate static let sampleOutline = ["inleiding: aanleiding doel", "aanpak: acties"]
}
