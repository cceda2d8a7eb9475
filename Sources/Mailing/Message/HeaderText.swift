/// Text in the header of a message, where only ASCII may stand and a line end would begin a header of somebody's own.
///
/// Whatever is not plain becomes "encoded words" (RFC 2047) in quoted-printable; control characters become a space.
enum HeaderText {
    /// Of an encoded word, with all that belongs to it (RFC 2047, 2).
    private static let wordLimit = 75
    /// Of a line that is not folded (RFC 5322, 2.1.1).
    private static let lineLimit = 78

    /// `name: text`, folded where needed.
    static func line(_ name: String, _ text: String) -> String {
        let text = cleaned(text)
        let line = "\(name): \(text)"
        let isPlain = line.utf8.count <= lineLimit && text.unicodeScalars.allSatisfy(isVisible)
        return isPlain && !text.contains("=?") ? line : "\(name): " + encodedWords(text).joined(separator: "\r\n ")
    }

    /// `name: "Name" <address>`, or the address alone where there is no name.
    static func line(_ name: String, _ reader: String, address: String) -> String {
        let reader = cleaned(reader)
        guard !reader.isEmpty else { return "\(name): \(address)" }
        let phrase = phrase(reader, room: lineLimit - name.utf8.count - 2)
        let whole = "\(name): \(phrase) <\(address)>"
        return whole.contains("\r\n") || whole.utf8.count > lineLimit
            ? "\(name): \(phrase)\r\n <\(address)>" : whole
    }

    private static func phrase(_ text: String, room: Int) -> String {
        guard text.unicodeScalars.allSatisfy(isVisible), !text.contains("=?"), text.utf8.count + 2 <= room else {
            return encodedWords(text).joined(separator: "\r\n ")
        }
        let marked = text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
        return marked.utf8.count + 2 <= room ? "\"\(marked)\"" : encodedWords(text).joined(separator: "\r\n ")
    }

    /// No word begins or ends within a character of Unicode; the blanks between words do not count, those within do.
    private static func encodedWords(_ text: String) -> [String] {
        let (start, end) = ("=?utf-8?q?", "?=")
        // The first stands behind the name of its header; 20 is more than the longest that is used.
        var room = lineLimit - 20 - start.utf8.count - end.utf8.count
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            let piece = piece(scalar)
            if word.utf8.count + piece.utf8.count > room {
                words.append(start + word + end)
                word = ""
                room = wordLimit - start.utf8.count - end.utf8.count
            }
            word += piece
        }
        return words + [start + word + end]
    }

    /// Only what may stand in a name too (RFC 2047, 5, rule 3) stands for itself.
    private static func piece(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case " ": "_"
        case "a"..."z", "A"..."Z", "0"..."9", "!", "*", "+", "-", "/": String(scalar)
        default: UTF8.encode(scalar).map { $0.map(QuotedPrintable.hexadecimal).joined() } ?? ""
        }
    }

    private static func cleaned(_ text: String) -> String {
        var clean = ""
        for scalar in text.unicodeScalars {
            let category = scalar.properties.generalCategory
            let breaks = category == .control || category == .lineSeparator || category == .paragraphSeparator
            clean.unicodeScalars.append(breaks ? " " : scalar)
        }
        return clean.split(separator: " ").joined(separator: " ")
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool { (32...126).contains(scalar.value) }
}
