import Testing
@testable import Prose
@Test func scratch() throws {
    for seed in 100_000..<125_000 as Range<UInt64> {
        let (o, w) = WordDiffPropertyTests.pair(seed: seed)
        let d = WordDiff(old: o, new: w)
        if !d.old.utf8.elementsEqual(o.utf8) || !d.new.utf8.elementsEqual(w.utf8) { print("BENCH lossy", seed) }
        if let f = WellFormedness.fault(in: DiffHTMLRenderer(labels: WordDiffPropertyTests.labels).render(d)) { print("BENCH html", seed, f) }
        if seed % 3 == 0 {
            let n = SentenceLines.normalise(w)
            if !n.utf8.elementsEqual(SentenceLines.normalise(n).utf8) { print("BENCH idem", seed) }
            if try !MarkdownDocument(parsing: w).rendersSame(as: MarkdownDocument(parsing: n)) { print("BENCH rendering", seed) }
            if !TextDifference(old: w, new: n).isUnseen { print("BENCH seen", seed) }
        }
    }
    print("BENCH done")
}
