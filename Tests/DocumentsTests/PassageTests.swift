import Prose
import Testing

@testable import Documents

@Suite struct PassageTests {
    private func levels(_ markdown: String) -> [Int] {
        Passage(markdown: markdown).body.blocks.compactMap { block in
            if case .heading(let level, _) = block.kind { level } else { nil }
        }
    }

    @Test(arguments: [
        ("# a\n## b\n# c", [1, 2, 1]), ("#### a\n## b\n### c", [1, 1, 2]),
        ("## a\n###### b\n#### c\n## d", [1, 2, 2, 1]),
        ("# a\n## b\n### c\n#### d\n##### e\n###### f", [1, 2, 3, 4, 5, 6]),
    ])
    func headingsStartAtOneAndSkipNoLevel(_ markdown: String, _ expected: [Int]) {
        #expect(levels(markdown) == expected)
    }

    @Test func randomHeadingsNeverSkipALevel() {
        var seed: UInt64 = 20_250_311
        for _ in 0..<200 {
            let start = seed
            let lines = (0..<12).map { index -> String in
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return String(repeating: "#", count: Int(seed >> 60) % 6 + 1) + " kop \(index)"
            }
            let found = levels(lines.joined(separator: "\n"))
            #expect(found.first == 1, "seed \(start)")
            #expect(zip(found, found.dropFirst()).allSatisfy { $0.1 <= $0.0 + 1 }, "seed \(start)")
        }
    }

    @Test func guidanceIsNoPassage() {
        #expect(!Passage(markdown: "<!-- leidraad -->\n").isFilled)
        #expect(Passage(markdown: "<!-- leidraad -->").body.blocks.isEmpty)
        #expect(Passage(markdown: "<!-- leidraad -->\nTekst.").body.plainText == "Tekst.")
    }

    @Test func titlesKeepTheirEmphasisAndLoseTheirLinks() throws {
        let writer = PassageWriter(phrases: try ProjectFiles.words().phrases)
        #expect(writer.html(ofTitle: "De *hele* [wijk](https://example.org)") == "De <em>hele</em> wijk")
        #expect(writer.html(ofTitle: "1. Geen lijst") == "1. Geen lijst")
        #expect(writer.html(ofTitle: "<b>vet</b>") == "&lt;b&gt;vet&lt;/b&gt;")
    }
}
