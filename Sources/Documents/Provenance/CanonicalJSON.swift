/// JSON in one spelling only, so that equal values give equal bytes and a digest over them means something.
///
/// Follows RFC 8785 for what it can hold: keys sorted by UTF-16 code units, no white space, the shortest escapes. It
/// holds no fractions, which are where spellings differ.
enum CanonicalJSON: Equatable, Sendable {
    case null
    case number(Int)
    case string(String)
    case array([CanonicalJSON])
    case object([String: CanonicalJSON])

    var text: String {
        switch self {
        case .null: "null"
        case .number(let number): String(number)
        case .string(let string): Self.quoted(string)
        case .array(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
        case .object(let members):
            "{"
                + members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
                .map { Self.quoted($0.key) + ":" + $0.value.text }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ string: String) -> String {
        var result = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\u{08}": result += "\\b"
            case "\t": result += "\\t"
            case "\n": result += "\\n"
            case "\u{0C}": result += "\\f"
            case "\r": result += "\\r"
            case "\u{00}"..<"\u{20}":
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
