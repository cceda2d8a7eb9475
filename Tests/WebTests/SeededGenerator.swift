/// SplitMix64 (Steele, Lea and Flood, 2014): the same seed gives the same texts, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A text of the pieces that break pages: quotes, tags, marks, accents, control and bidirectional characters.
    mutating func hostileText() -> String {
        let pieces = [
            "<", ">", "\"", "'", "&", "&amp;", "<script>", "</p>", "\u{301}", "\u{202E}", "\u{0}", "\u{1}0\u{1}", "é",
            "a", " ",
            "\n", "*", "_", "[", "](", ")", "\\", "`", "{{x}}", "[[y]]", "⟦", "👩‍👧", "\u{200D}", "<!--", "-->",
        ]
        return (0..<Int.random(in: 0...12, using: &self)).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
    }
}
