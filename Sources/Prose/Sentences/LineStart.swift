/// Whether a line may follow another within a paragraph without being taken for the start of something else.
///
/// Stricter than CommonMark where that is simpler: `<` and `>` never begin a line, nor does a number with a point.
enum LineStart {
    /// `line` is what would stand after the line end, without the prefix of its list or quote.
    static func isSafe(_ line: String) -> Bool {
        let bytes = Array(line.utf8)
        guard let first = bytes.first else { return false }
        switch first {
        case UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "|"), UInt8(ascii: "="), UInt8(ascii: ":"), .space,
            .tab:
            return false
        case UInt8(ascii: "#"): return !isMark(bytes.drop { $0 == first })
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
            return !isMark(bytes.dropFirst()) && !isRule(bytes)
        case UInt8(ascii: "_"): return !isRule(bytes)
        case UInt8(ascii: "`"), UInt8(ascii: "~"): return !bytes.starts(with: [first, first, first])
        case UInt8(ascii: "["): return !line.contains("]:")
        case _ where first.isASCIIDigit:
            let rest = bytes.drop(while: \.isASCIIDigit)
            return !(rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")")) || !isMark(rest.dropFirst())
        default: return true
        }
    }

    /// A list or heading mark counts only before white space or at the end of the line.
    private static func isMark(_ rest: ArraySlice<UInt8>) -> Bool {
        rest.first?.isBlank ?? true
    }

    /// A line of marks and white space only: a rule, the underline of a heading or of a table's header.
    private static func isRule(_ bytes: [UInt8]) -> Bool {
        bytes.allSatisfy { $0.isBlank || "-*_=:|+".utf8.contains($0) }
    }
}
