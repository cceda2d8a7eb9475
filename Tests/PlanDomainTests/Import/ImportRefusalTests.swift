import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// What is not imported, and what is said about it.
@Suite struct ImportRefusalTests {
    @Test(
        arguments: [
            ("", "import.empty", nil), (" \n\t\n", "import.empty", nil), ("# A\n\nb\0c", "import.binary", nil),
            ("## Te diep\n", "import.level-skipped", 1), ("Vooraf.\n\n# A\n\n### B\n", "import.level-skipped", 5),
            ("# A\n\n## B {#x}\n\n## C {#x}\n", "import.duplicate-id", 5),
            ("# A {#x}\n\nb\n\n# B {#x}\n", "import.duplicate-id", 5),
            ("A\n=\n\nB {#x}\n-\n\nC {#x}\n-\n", "import.duplicate-id", 7),
        ] as [(String, String, Int?)])
    func isRefusedWithItsLine(_ source: String, _ key: String, _ line: Int?) throws {
        let refused = try #require(try refusalAtOnce(of: { try PlanImport(source) }))
        #expect(refused.code == .invalid)
        #expect(refused.reason.key == key)
        #expect(refused.reason.arguments["line"] == line.map(Reason.Argument.number))
    }

    @Test func nestingWithoutEndIsRefused() throws {
        let quotes = String(repeating: ">", count: 100_000)
        let refused = try #require(try refusalAtOnce(of: { try PlanImport("# A\n\n\(quotes) diep\n") }))
        #expect(refused.reason.key == "markdown.nested-too-deeply")
        #expect(refused.reason.arguments["line"] == .number(3))
    }

    @Test func documentAboveTheLimitIsRefused() throws {
        let source = "# A\n\n" + String(repeating: "Een zin van niets.\n\n", count: PlanImport.sizeLimit / 20 + 1)
        #expect(try refusalAtOnce(of: { try PlanImport(source) })?.reason.key == "markdown.too-large")
    }

    @Test func refusedDocumentChangesNothing() async throws {
        let world = try World()
        #expect(throws: PlanError.self) {
            try world.office.text(importing: PlanImport("# A\n\n### B\n"), type: "uitvoeringsplan", title: "Plan")
        }
        #expect(try await world.store.summaries().isEmpty)
        #expect(try world.repositories.planIDs().isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: world.folder.file("plans").path).isEmpty)
    }

    @Test func importNeedsATitleFromSomewhere() throws {
        let world = try World()
        let document = try PlanImport("# Een\n\nTekst.\n\n# Twee\n\nTekst.\n")
        let refused = try refusalAtOnce(of: {
            try world.office.text(importing: document, type: "uitvoeringsplan", title: nil)
        })
        #expect(refused?.reason.key == "plan.title-empty")
    }
}
