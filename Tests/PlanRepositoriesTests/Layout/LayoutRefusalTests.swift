import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import PlanRepositories

/// What files of a plan may not look like, and the file and line that are named.
@Suite struct LayoutRefusalTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let file: String
        let content: String?
        let key: String
        var line: Int?
        var code = PlanError.Code.invalid

        init(
            _ what: String, _ file: String, _ content: String?, _ key: String, line: Int? = nil,
            code: PlanError.Code = .invalid
        ) {
            (testDescription, self.file, self.content, self.key, self.line) = (what, file, content, key, line)
            self.code = code
        }
    }

    static let head = "type: uitvoeringsplan\ntitle: Plan\n"
    static let order = "chapters:\n  - id: een\n    sections: [doel, acties, aanleiding]\n"

    static let cases = [
        Case("no plan.yml", "plan.yml", nil, "repository.file-missing"),
        Case("section without file", "secties/doel.md", nil, "repository.file-missing"),
        Case(
            "file that no chapter lists", "secties/los.md", "---\nheading: none\n---\n", "repository.section-unlisted"),
        Case(
            "section listed twice", "plan.yml", head + "chapters:\n  - id: een\n    sections: [doel, doel]\n",
            "text.section-id-twice"),
        Case("unknown key", "plan.yml", head + "eigenaar: ik\n" + order, "repository.yaml-unknown-key", line: 3),
        Case(
            "unknown key in a chapter", "plan.yml", head + "chapters:\n  - id: een\n    naam: x\n",
            "repository.yaml-unknown-key", line: 5),
        Case(
            "unknown key in a section", "secties/doel.md", "---\ntitle: A\nkleur: rood\n---\n",
            "repository.yaml-unknown-key", line: 3),
        Case(
            "title that is a list", "plan.yml", "type: uitvoeringsplan\ntitle: [a]\n", "repository.yaml-wrong-value",
            line: 2),
        Case("chapters that are a word", "plan.yml", head + "chapters: geen\n", "repository.yaml-wrong-value", line: 3),
        Case("no title", "plan.yml", "type: uitvoeringsplan\n" + order, "repository.yaml-missing-key", line: 1),
        Case(
            "day that does not exist", "plan.yml", head + "nota: { date: 2023-02-30 }\n", "repository.yaml-wrong-value",
            line: 3),
        Case(
            "id that is none", "plan.yml", head + "chapters:\n  - id: een\n    sections: [\"../x\"]\n",
            "repository.section-id"),
        Case(
            "newer format", "plan.yml", "format: 2\nnieuw: veld\n" + head, "repository.format-newer", code: .unavailable
        ),
        Case("broken YAML", "plan.yml", head + "team: \"open\nnumber: 1\n", "repository.yaml-broken"),
        Case("a key twice", "plan.yml", head + "title: Nog een\n", "repository.yaml-broken"),
        Case("a list for a mapping", "plan.yml", "- a\n", "repository.yaml-no-mapping", line: 1),
        Case("no front matter", "secties/doel.md", "Alleen tekst.\n", "repository.front-matter"),
        Case("front matter that does not end", "secties/doel.md", "---\ntitle: A\n", "repository.front-matter"),
        Case("empty section file", "secties/doel.md", "", "repository.front-matter"),
        Case("text above the first heading", "stukken/nota.md", "Los.\n\n## Kader\n", "repository.text-before-heading"),
        Case(
            "anchor and alias", "plan.yml", head + "nota:\n  meeting: &a x\n  attachments: [*a]\n",
            "repository.yaml-alias", line: 4),
    ]

    @Test(arguments: cases)
    func isRefused(_ faulty: Case) throws {
        var files = try PlanLayout.files(of: .sample())
        files[faulty.file] = faulty.content.map { Data($0.utf8) }
        let refused = try #require(try refusalAtOnce(of: { try PlanLayoutTests.read(files) }))
        #expect(refused.code == faulty.code)
        #expect(refused.reason.key == faulty.key)
        if let line = faulty.line { #expect(refused.reason.arguments["line"] == .number(line)) }
    }

    @Test(arguments: ["plan.yml", "secties/doel.md", "stukken/nota.md"])
    func fileThatIsNotUTF8IsRefused(_ path: String) throws {
        var files = try PlanLayout.files(of: .sample())
        files[path]?.append(contentsOf: [0xFF, 0xFE])
        let refused = try refusalAtOnce(of: { try PlanLayoutTests.read(files) })
        #expect(refused?.reason == Reason("repository.not-utf8", ["file": .text(path)]))
    }

    /// Nine levels of nine aliases stand for nine hundred million nodes; used as a key they would all be hashed.
    @Test func aliasesThatMultiplyAreRefusedBeforeTheyAreRead() throws {
        var bomb = Self.head + "themes:\n  - &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let items = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            bomb += "  - &a\(level) [\(items)]\n"
        }
        for yaml in [bomb, bomb + "? *a9\n: sleutel\n"] {
            let refused = try refusalAtOnce(of: { try PlanLayoutTests.read(["plan.yml": Data(yaml.utf8)]) })
            #expect(refused?.reason.key == "repository.yaml-alias")
        }
    }

    @Test func nestingWithoutEndIsRefused() throws {
        for yaml in [String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000) + "x"] {
            let file = Data((Self.head + "themes:\n" + yaml + "\n").utf8)
            #expect(try refusalAtOnce(of: { try PlanLayoutTests.read(["plan.yml": file]) })?.code == .invalid)
        }
    }

    @Test func textMayHoldAmpersandsAndStars() throws {
        var text = PlanText.sample()
        text.metadata.team = "R&D en *zorg* & &co"
        text.metadata.nota.decisionPoints = ["* een\n* twee & drie"]
        #expect(try PlanLayoutTests.read(PlanLayout.files(of: text)) == text)
    }
}
