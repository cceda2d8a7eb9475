/// Text as quoted-printable (RFC 2045, 6.7): any text in lines of at most 76 ASCII characters, of any length itself.
enum QuotedPrintable {
    private static let width = 76

    /// Line ends of any kind become CRLF; the last line is ended too.
    static func encoded(_ text: String) -> String {
        var result = ""
        for line in lines(of: text) { result += encodedLine(line) + "\r\n" }
        return result
    }

    private static func lines(of text: String) -> [Substring] {
        var lines = text.split(omittingEmptySubsequences: false) { character in
            character == "\r\n" || character == "\n" || character == "\r"
        }
        if lines.last?.isEmpty == true, lines.count > 1 { lines.removeLast() }
        return lines
    }

    private static func encodedLine(_ line: Substring) -> String {
        var result = ""
        var used = 0
        let scalars = Array(line.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let isLast = index == scalars.count - 1
            let piece = piece(scalar, isLast: isLast)
            // A line that goes on ends in "=", which needs a place of its own.
            if used + piece.utf8.count > (isLast ? width : width - 1) {
                result += "=\r\n"
                used = 0
            }
            result += piece
            used += piece.utf8.count
        }
        return result
    }

    /// The bytes of one character of Unicode, which are not torn apart. White space at the end of a line would get lost
    /// on the way, so it is written out.
    private static func piece(_ scalar: Unicode.Scalar, isLast: Bool) -> String {
        let isBlank = scalar == " " || scalar == "\t"
        let isPlain = (33...126).contains(scalar.value) && scalar != "="
        if isPlain || (isBlank && !isLast) { return String(scalar) }
        return UTF8.encode(scalar).map { $0.map(hexadecimal).joined() } ?? ""
    }

    static func hexadecimal(_ byte: UInt8) -> String {
        "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}
