import PlanDomain
import Seeded

/// Texts that storage could mistake for something else, or spoil.
enum SampleText {
    static let odd = [
        "Inleiding", "", " ", "Café – naïef", "cafe\u{301}", "日本語の計画", "👩‍🚒 en 🇳🇱", "\u{202E}sdrawkcab",
        "O'Brien; DROP TABLE plan; --", "\"dubbel\" en \\ schuin", "één\ntwee\r\nderde\tvierde", "NULL", "0012", "1e5",
        "%s ?1 :plan", "\u{1F}\u{7F}\u{FEFF}\u{FFFD}", String(repeating: "lang ", count: 2_000),
    ]

    static func some(_ random: inout SeededGenerator) -> String { odd[Int.random(in: odd.indices, using: &random)] }

    /// Nil as often as not.
    static func perhaps(_ random: inout SeededGenerator) -> String? {
        Bool.random(using: &random) ? some(&random) : nil
    }
}

extension CommitID {
    /// The id that stands for a number.
    static func sample(_ number: UInt64) -> CommitID? {
        let digits = String(number, radix: 16)
        return CommitID(String(repeating: "0", count: 40 - digits.count) + digits)
    }

    static func random(_ random: inout SeededGenerator) -> CommitID? {
        let digits = "0123456789abcdef"
        return CommitID(String((0..<40).compactMap { _ in digits.randomElement(using: &random) }))
    }
}
