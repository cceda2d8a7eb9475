import PlanDomain
import Seeded
import Testing

/// Leaving passages out: whatever is left out is gone, and everything else stays to the letter.
@Suite struct RedactionTests {
    private func content(_ text: String, proposal: String? = nil) -> InputContent {
        InputContent(kind: .general, text: text, proposal: proposal)
    }

    private func redaction(
        _ start: Int, _ quote: String, _ ground: Redaction.Ground = .name, in part: Redaction.Part = .text
    ) -> Redaction {
        Redaction(part: part, start: start, quote: quote, ground: ground, isConfirmed: true)
    }

    @Test func aPassageGivesWayToItsMark() {
        let written = content("Ik ben 🙂 Jan Bos en bel graag.", proposal: "Vraag het Jan Bos.")
        let left = written.leavingOut([redaction(10, "Jan Bos"), redaction(10, "Jan Bos", in: .proposal)])
        #expect(left.text == "Ik ben 🙂 [naam weggelaten] en bel graag.")
        #expect(left.proposal == "Vraag het [naam weggelaten].")
    }

    @Test(arguments: [
        (Redaction.Ground.name, "[naam weggelaten]"), (.contact, "[contactgegevens weggelaten]"),
        (.health, "[gezondheidsgegevens weggelaten]"), (.other, "[weggelaten]"),
    ])
    func everyGroundHasItsMark(_ ground: Redaction.Ground, _ mark: String) {
        #expect(content("abc").leavingOut([redaction(1, "b", ground)]).text == "a\(mark)c")
    }

    @Test func passagesThatOverlapAreLeftOutTogether() {
        let left = content("Mevrouw Jan Bos, Dorpsstraat 1").leavingOut([
            redaction(8, "Jan Bos, Dorpsstraat"), redaction(17, "Dorpsstraat 1", .contact), redaction(12, "Bos"),
        ])
        #expect(left.text == "Mevrouw [naam weggelaten]")
    }

    @Test func aPassageThatStandsElsewhereTakesTheWholeTextAlong() {
        #expect(content("Jan Bos").leavingOut([redaction(1, "Jan")]).text == "[naam weggelaten]")
        #expect(content("Jan").leavingOut([redaction(0, "Jan Bos")]).text == "[naam weggelaten]")
    }

    @Test(arguments: [1, 2, 3, 4, 5])
    func whateverIsLeftOutIsGoneAndTheRestStays(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let signs = ["a", "é", "e\u{301}", "🙂", " ", "ß", "\n", "👩‍👩‍👧"]
        for _ in 0..<200 {
            let units = Array(
                (0..<Int.random(in: 1...20, using: &random)).map { _ in
                    signs.randomElement(using: &random) ?? ""
                }.joined().utf16)
            var removed = Array(repeating: false, count: units.count)
            var redactions: [Redaction] = []
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let start = Int.random(in: 0..<units.count, using: &random)
                let end = Int.random(in: (start + 1)...units.count, using: &random)
                let quote = String(decoding: units[start..<end], as: UTF16.self)
                guard Array(quote.utf16) == Array(units[start..<end]) else { continue }
                redactions.append(redaction(start, quote, .other))
                for unit in start..<end { removed[unit] = true }
            }
            let kept = zip(units, removed).filter { !$0.1 }.map(\.0)
            let left = content(String(decoding: units, as: UTF16.self)).leavingOut(redactions).text
            #expect(Self.withoutMarks(left) == kept, "seed \(seed)")
        }
    }

    /// By unit: what stands behind a mark may be half of what a reader calls a character.
    private static func withoutMarks(_ text: String) -> [UInt16] {
        let mark = Array("[weggelaten]".utf16)
        var units = Array(text.utf16)
        while let start = units.indices.first(where: { units[$0...].starts(with: mark) }) {
            units.removeSubrange(start..<(start + mark.count))
        }
        return units
    }
}
