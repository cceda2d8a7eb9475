/// Chance as people read it aloud and copy it from paper: letters and digits that are not taken for one another, in groups of
/// four, such as `7KQF-M3XP-2NWA`. Five bits each (Crockford's base 32: without I, L, O and U).
enum ReadableCode {
    private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    /// - Parameter bytes: at least as many as the code has letters; of each the last five bits count.
    static func text(of bytes: some Sequence<UInt8>, length: Int) -> String {
        grouped(bytes.prefix(length).map { letters[Int($0 & 31)] })
    }

    /// As people type it: in small letters too, with or without hyphens. Nil for what can't be one of that length.
    static func typed(_ text: String, length: Int) -> String? {
        let digits = text.uppercased().filter { !$0.isWhitespace && $0 != "-" }.map { letter -> Character in
            switch letter {
            case "O": "0"
            case "I", "L": "1"
            default: letter
            }
        }
        guard digits.count == length, digits.allSatisfy(letters.contains) else { return nil }
        return grouped(digits)
    }

    private static func grouped(_ digits: [Character]) -> String {
        stride(from: 0, to: digits.count, by: 4).map { String(digits.dropFirst($0).prefix(4)) }.joined(separator: "-")
    }
}
