import Foundation
import PlanDomain
import Prose
import TestSupport
import Testing
import Workflow

/// A document that is imported and exported again is the same document.
@Suite struct ImportTests {
    @Test(arguments: [0, 1, 2, 3])
    func whatIsExportedRendersAsWhatWasImported(_ part: UInt64) throws {
        for seed in (part * 200)..<(part * 200 + 200) {
            let source = GeneratedMarkdown.document(seed: seed)
            let exported = try Self.roundTrip(source)
            let (before, after) = (try MarkdownDocument(parsing: source.plain), try MarkdownDocument(parsing: exported))
            #expect(after.rendersSame(as: before), "seed \(seed)\n\(source)\n=== became\n\(exported)")
            #expect(Self.words(after) == Self.words(before), "seed \(seed)")
        }
    }

    @Test(arguments: [0, 1, 2, 3])
    func importingWhatWasExportedGivesTheSamePlan(_ part: UInt64) throws {
        for seed in (part * 200)..<(part * 200 + 200) {
            let first = try PlanImport(GeneratedMarkdown.document(seed: seed))
            let exported = PlanExport(Self.text(of: first)).markdown()
            let second = try PlanImport(exported)
            #expect(second.chapters == first.chapters, "seed \(seed)\n\(exported)")
            #expect(second.outline == first.outline, "seed \(seed)")
            #expect(second.title == first.title, "seed \(seed)")
            #expect(PlanExport(Self.text(of: second)).markdown() == exported, "seed \(seed)")
        }
    }

    @Test(.enabled(if: ProjectFiles.hasRealCase, Comment(rawValue: ProjectFiles.noRealCase)))
    func thePublishedPlanIsExportedByteForByte() throws {
        let source = try ProjectFiles.realPlan()
        #expect(try Self.roundTrip(source) == source)
    }

    @Test func planThatWasImportedIsExportedTheSameFromItsRepository() async throws {
        let world = try World()
        for seed in stride(from: UInt64(0), to: 400, by: 20) {
            let imported = try PlanImport(GeneratedMarkdown.document(seed: seed))
            let text = try world.office.text(
                importing: imported, type: "uitvoeringsplan", title: imported.title ?? "Zonder titel")
            let plan = try await world.startPlan(text)
            let read = try await world.text(of: plan)
            #expect(read == text, "seed \(seed)")
            #expect(PlanExport(read).markdown() == PlanExport(Self.text(of: imported)).markdown(), "seed \(seed)")
        }
    }

    @Test func idsAreGivenOutOnce() throws {
        for seed in 0..<200 {
            let plan = try PlanImport(GeneratedMarkdown.document(seed: UInt64(seed)))
            let sections = plan.chapters.flatMap { $0.sections.map(\.id) }
            #expect(Set(sections).count == sections.count, "seed \(seed)")
            #expect(Set(plan.chapters.map(\.id)).count == plan.chapters.count, "seed \(seed)")
        }
    }

    @Test func commentAboveTheTitleIsKept() throws {
        let source = "<!-- concept 3 -->\n\n# Plan\n\n## Doel\n\nTekst.\n"
        #expect(try Self.roundTrip(source) == source)
    }

    @Test(arguments: ["# Een *plan* met nadruk", "# Plan \\*\\*", "# C \\#", "# Plan #", "# a\\_b", "# `x` & [y](z)"])
    func titleKeepsItsMarks(_ title: String) throws {
        let source = title + "\n\n## Doel\n\nTekst.\n"
        let (before, after) = (
            try MarkdownDocument(parsing: source), try MarkdownDocument(parsing: try Self.roundTrip(source))
        )
        #expect(after.rendersSame(as: before))
    }

    @Test func planThatWasRenamedIsExportedUnderItsNewName() throws {
        let imported = try PlanImport("# Een *plan*\n\n## Doel\n\nTekst.\n")
        var text = Self.text(of: imported)
        text.metadata.title = "Plan *2*"
        #expect(PlanExport(text).markdown() == "# Plan \\*2\\*\n\n## Doel\n\nTekst.\n")
    }

    /// The plan that an import makes, under the document's own title.
    static func text(of imported: PlanImport) -> PlanText {
        PlanText(
            metadata: PlanMetadata(type: "uitvoeringsplan", title: imported.title ?? "Zonder titel"),
            chapters: imported.chapters, outline: imported.outline)
    }

    static func roundTrip(_ source: String) throws -> String {
        PlanExport(text(of: try PlanImport(source))).markdown()
    }

    private static func words(_ document: MarkdownDocument) -> [Substring] {
        document.plainText.split(whereSeparator: \.isWhitespace)
    }
}

extension String {
    /// Without the byte order mark, which is no part of a text.
    fileprivate var plain: String {
        unicodeScalars.first == "\u{FEFF}" ? String(unicodeScalars.dropFirst()) : self
    }
}
