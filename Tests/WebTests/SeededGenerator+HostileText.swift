import Seeded

extension SeededGenerator {
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
