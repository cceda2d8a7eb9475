import Testing

@testable import Prose

@Suite struct SentenceLinesPropertyTests {
    @Test(arguments: 0..<8 as Range<UInt64>)
    func normalisingTwiceChangesNothingAndNothingChangesForTheReader(batch: UInt64) throws {
        for seed in batch * 300..<(batch + 1) * 300 {
            var nasty = NastyMarkdown(seed: seed)
            let source = nasty.document()
            let once = SentenceLines.normalise(source)
            let twice = SentenceLines.normalise(once)
            #expect(Array(once.utf8) == Array(twice.utf8), "seed \(seed): \(source.debugDescription)")
            let before = try MarkdownDocument(parsing: source)
            #expect(
                before.rendersSame(as: try MarkdownDocument(parsing: once)), "seed \(seed): \(source.debugDescription)")
            let flowed = SentenceLines.reflow(once)
            #expect(
                before.rendersSame(as: try MarkdownDocument(parsing: flowed)),
                "seed \(seed): \(source.debugDescription)")
        }
    }
}
