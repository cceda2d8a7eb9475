/// Separates the number of a heading from its title: "1.2 Aanleiding", "Hoofdstuk 2: Kader", "Bijlage A".
///
/// A number at the start of a title need not be its number: "112 bellen", "2024-2027 in beeld", "10 jaar later". A bare
/// number is taken for one only when it is expected, or, where nothing is known of the headings before, when it is
/// small and a capital follows.
public struct NumberedHeading: Equatable, Sendable {
    /// "Hoofdstuk", "Bijlage", as written; nil when the number stands alone.
    public let label: String?
    /// "1.2", "A", "II", without a closing point; nil when the heading has no number.
    public let number: String?
    public let title: String

    /// - Parameter expected: The numbers that may come now, see ``expected(after:)``; nil when nothing is known.
    public static func split(_ heading: String, expected: Set<String>? = nil) -> NumberedHeading {
        let text = heading.collapsingBlanks.trimmingBlanks
        return labelled(text) ?? numbered(text, expected: expected)
            ?? NumberedHeading(label: nil, number: nil, title: String(text))
    }

    /// What may follow the last number: one more, one level down, or one more of a level up. Nil begins a document.
    public static func expected(after last: String?) -> Set<String> {
        guard let last else { return ["1", "1.1", "A", "I"] }
        let parts = last.split(separator: ".").map(String.init)
        var next: Set<String> = [last + ".1"]
        for length in 1...max(1, parts.count) where length <= parts.count {
            guard let successor = successor(of: parts[length - 1]) else { continue }
            next.insert((parts[..<(length - 1)] + [successor]).joined(separator: "."))
        }
        return next
    }

    private static func labelled(_ text: Substring) -> NumberedHeading? {
        guard let space = text.firstIndex(of: " "), labels.contains(text[..<space].lowercased()) else { return nil }
        let rest = text[text.index(after: space)...]
        let end = rest.firstIndex { !($0.isLetter || $0.isNumber || $0 == ".") } ?? rest.endIndex
        let number = rest[..<end].droppingPoint
        guard isNumber(number) || isLetterNumber(number) || isRoman(number) else { return nil }
        let title = rest[end...].drop { " :.–—-".contains($0) }
        return NumberedHeading(label: String(text[..<space]), number: String(number), title: String(title))
    }

    private static let labels: Set<String> = [
        "hoofdstuk", "paragraaf", "artikel", "bijlage", "deel", "afdeling", "titel", "onderdeel",
    ]

    private static func numbered(_ text: Substring, expected: Set<String>?) -> NumberedHeading? {
        let head = text.prefix { $0 != " " }
        let title = text[head.endIndex...].drop { $0 == " " }
        let number = head.hasSuffix(")") || head.hasSuffix(":") ? head.dropLast() : head.droppingPoint
        guard !title.isEmpty, isPlausible(number, isMarked: number.count < head.count, title, expected) else {
            return nil
        }
        return NumberedHeading(label: nil, number: String(number), title: String(title.drop { "–—-: ".contains($0) }))
    }

    private static func isPlausible(_ number: Substring, isMarked: Bool, _ title: Substring, _ expected: Set<String>?)
        -> Bool
    {
        if let expected, expected.contains(String(number)) { return true }
        let startsHigh = title.first.map { $0.isUppercase || "'’‘“\"".contains($0) } ?? false
        if isLetterNumber(number) || isRoman(number) { return isMarked && startsHigh }
        guard isNumber(number), startsHigh else { return false }
        if isMarked || number.contains(".") { return true }
        return expected == nil && (Int(number) ?? .max) <= 30
    }

    /// "3", "1.2.3": up to five levels, none above 99 and no leading zero, so no year, date or amount.
    private static func isNumber(_ text: Substring) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return (1...5).contains(parts.count)
            && parts.allSatisfy { part in
                (1...2).contains(part.count) && part.allSatisfy { $0.isASCII && $0.isNumber } && part.first != "0"
            }
    }

    private static func isLetterNumber(_ text: Substring) -> Bool {
        text.count == 1 && text.allSatisfy { $0.isASCII && $0.isUppercase }
    }

    private static func isRoman(_ text: Substring) -> Bool {
        !text.isEmpty && text.count <= 6 && text.allSatisfy { "IVX".contains($0) }
    }

    private static func successor(of part: String) -> String? {
        if let number = Int(part) { return number < 99 ? String(number + 1) : nil }
        if let index = romans.firstIndex(of: part), part != "C", index + 1 < romans.count { return romans[index + 1] }
        guard let letter = part.unicodeScalars.first, part.unicodeScalars.count == 1, ("A"..<"Z").contains(letter)
        else { return nil }
        return Unicode.Scalar(letter.value + 1).map { String($0) }
    }

    private static let romans = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
    ]
}

extension Substring {
    fileprivate var droppingPoint: Substring { hasSuffix(".") ? dropLast() : self }
}

extension String {
    /// Without spaces, tabs and line ends at either end.
    var trimmingBlanks: Substring {
        var text = self[...]
        while text.first?.isWhitespace == true { text = text.dropFirst() }
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return text
    }
}
