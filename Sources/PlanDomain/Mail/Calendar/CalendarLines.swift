/// The lines that an iCalendar file consists of (RFC 5545, 3.1).
enum CalendarLines {
    /// No line is longer than 75 octets, the one that ends it not counted; what is left goes on behind a space.
    private static let width = 75

    static func text(_ lines: [String]) -> String { lines.map { folded($0) + "\r\n" }.joined() }

    /// A text as a value (3.3.11): separators are marked, line ends become `\n`, and other control characters, which a
    /// diary would refuse, are left out.
    static func escaped(_ text: String) -> String {
        var value = ""
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": value += "\\" + String(scalar)
            case "\n" where previous == "\r": break
            case "\r", "\n", "\u{2028}", "\u{2029}", "\u{85}": value += "\\n"
            case _ where scalar.isControl && scalar != "\t": break
            default: value.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        return value
    }

    /// An address as a value, which is not escaped: anything but visible ASCII is left out.
    static func address(_ text: String) -> String {
        String(text.unicodeScalars.filter { (33...126).contains($0.value) }.map(Character.init))
    }

    /// Cut between characters of Unicode, never within the bytes of one.
    private static func folded(_ line: String) -> String {
        guard line.utf8.count > width else { return line }
        var text = ""
        var used = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if used + size > width {
                text += "\r\n "
                used = 1
            }
            text.unicodeScalars.append(scalar)
            used += size
        }
        return text
    }

    /// The properties of a whole calendar and its components, each with its lines as they stand.
    static func content(of file: String) -> (properties: [String], components: [[String]]) {
        var properties: [String] = []
        var components: [[String]] = []
        var depth = 0
        for line in file.split(whereSeparator: \.isNewline).map(String.init) {
            if line == "BEGIN:VCALENDAR" || line == "END:VCALENDAR" { continue }
            if line.hasPrefix("BEGIN:") {
                if depth == 0 { components.append([]) }
                depth += 1
            }
            if depth > 0 { components[components.count - 1].append(line) } else { properties.append(line) }
            if line.hasPrefix("END:"), depth > 0 { depth -= 1 }
        }
        return (properties, components)
    }
}
