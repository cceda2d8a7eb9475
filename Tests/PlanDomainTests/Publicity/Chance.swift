import Seeded

/// Short texts of words, marks and letters that are hard to cut, the same for the same seed.
struct Chance {
    private var random: SeededGenerator
    private static let bits = [
        "wijk", "Zorg", "één", "e\u{301}", "👩‍👩‍👧", "…", " ", "\n", "-", "مرحبا", "ﬁets", "2024", "a", "İ", "ß",
    ]

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func text() -> String {
        (0..<Int.random(in: 0...25, using: &random)).map { _ in
            Self.bits[Int.random(in: 0..<Self.bits.count, using: &random)]
        }.joined(separator: Bool.random(using: &random) ? " " : "")
    }
}
