import Testing

@testable import Prose

@Suite struct WordDiffPropertyTests {
    static let labels = DiffHTMLRenderer.Labels(
        inserted: "toegevoegd:", deleted: "vervallen:", movedAway: { "verplaatst naar \($0):" },
        movedHere: { "verplaatst van \($0):" }, restyled: "andere opmaak")

    @Test(arguments: 0..<8 as Range<UInt64>)
    func bothTextsComeBackToTheByte(batch: UInt64) {
        for seed in batch * 250..<(batch + 1) * 250 {
            let (old, new) = Self.pair(seed: seed)
            let diff = WordDiff(old: old, new: new)
            #expect(Array(diff.old.utf8) == Array(old.utf8), "seed \(seed)")
            #expect(Array(diff.new.utf8) == Array(new.utf8), "seed \(seed)")
            expectMovesToPair(diff, seed: seed)
            if let fault = WellFormedness.fault(in: DiffHTMLRenderer(labels: Self.labels).render(diff)) {
                Issue.record("seed \(seed): \(fault)")
            }
        }
    }

    /// Every number stands at one place that text left and one where it came, with the same words.
    private func expectMovesToPair(_ diff: WordDiff, seed: UInt64) {
        var away: [Int: [String]] = [:]
        var here: [Int: [String]] = [:]
        for segment in diff.blocks.flatMap(\.segments) {
            switch segment.kind {
            case .movedFrom(let number): away[number, default: []] += WordTokenizer.words(in: segment.text)
            case .movedTo(let number): here[number, default: []] += WordTokenizer.words(in: segment.text)
            default: break
            }
        }
        #expect(away == here, "seed \(seed)")
        #expect(away.values.allSatisfy { $0.count >= 5 }, "seed \(seed)")
    }

    /// A nasty document, and another one or a version of the same with blocks and words changed, dropped and moved.
    static func pair(seed: UInt64) -> (String, String) {
        var nasty = NastyMarkdown(seed: seed &+ 1_000_000)
        let old = nasty.document()
        guard nasty.random.chance(75) else { return (old, nasty.document()) }
        var blocks = old.split(separator: "\n\n", omittingEmptySubsequences: false).map(String.init)
        for _ in 0..<Int.random(in: 0...4, using: &nasty.random) {
            let index = Int.random(in: 0..<blocks.count, using: &nasty.random)
            switch Int.random(in: 0..<5, using: &nasty.random) {
            case 0: blocks.insert(nasty.block(depth: 1), at: index)
            case 1 where blocks.count > 1: blocks.remove(at: index)
            case 2: blocks.swapAt(index, Int.random(in: 0..<blocks.count, using: &nasty.random))
            case 3: blocks[index] = SentenceLines.normalise(blocks[index])
            default:
                var words = blocks[index].split(separator: " ", omittingEmptySubsequences: false)
                words[Int.random(in: 0..<words.count, using: &nasty.random)] = "ander"
                blocks[index] = words.joined(separator: " ")
            }
        }
        return (old, blocks.joined(separator: "\n\n"))
    }
}
