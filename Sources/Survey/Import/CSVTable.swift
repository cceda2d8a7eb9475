import Foundation

/// Rows of a file with separated values (RFC 4180), as spreadsheets in the Netherlands and elsewhere write it: with commas,
/// semicolons or tabs, in UTF-8, UTF-16 or Windows-1252.
public struct CSVTable: Equatable, Sendable {
    public let header: [String]
    public let rows: [Row]

    public struct Row: Equatable, Sendable {
        /// The line of the file on which it begins, from 1.
        public let line: Int
        /// As many as the header has.
        public let cells: [String]
    }

    public enum Fault: Error, Equatable, Sendable {
        case empty
        /// Two columns of the same name, or one without.
        case unclearHeader(column: Int)
        /// A quotation mark that is never closed.
        case openQuote(line: Int)
        /// More cells than the header has.
        case tooManyCells(line: Int)
        /// A character that no text has.
        case binary
        case tooManyRows(limit: Int)
    }

    public static let rowLimit = 50_000

    public init(_ bytes: Data) throws(Fault) {
        let text = try Self.text(bytes)
        let separator = Self.separator(in: text)
        var scan = CSVScan(text, separator: separator)
        guard let first = try scan.next() else { throw .empty }
        header = first.cells.map { $0.trimmingCharacters(in: .whitespaces) }
        var known: Set<String> = []
        for (column, name) in header.enumerated() where name.isEmpty || !known.insert(name.lowercased()).inserted {
            throw .unclearHeader(column: column + 1)
        }
        var rows: [Row] = []
        while let row = try scan.next() {
            guard row.cells.contains(where: { !$0.isBlank }) else { continue }
            guard rows.count < Self.rowLimit else { throw .tooManyRows(limit: Self.rowLimit) }
            guard row.cells.count <= header.count || row.cells[header.count...].allSatisfy(\.isBlank) else {
                throw .tooManyCells(line: row.line)
            }
            let missing = Array(repeating: "", count: max(0, header.count - row.cells.count))
            rows.append(Row(line: row.line, cells: Array((row.cells + missing).prefix(header.count))))
        }
        self.rows = rows
    }

    private static func text(_ bytes: Data) throws(Fault) -> String {
        let text: String?
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            text = String(data: bytes, encoding: .utf16)
        } else {
            let plain = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
            text = String(data: plain, encoding: .utf8) ?? String(data: plain, encoding: .windowsCP1252)
        }
        guard let text, !text.unicodeScalars.contains("\0") else { throw .binary }
        return text
    }

    /// What stands between the cells of the first line most often.
    private static func separator(in text: String) -> Character {
        var isQuoted = false
        var counts: [Character: Int] = [:]
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if character.isNewline, !isQuoted { break }
            if !isQuoted, ",;\t".contains(character) { counts[character, default: 0] += 1 }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ","
    }
}

/// Reads a file row by row.
private struct CSVScan {
    private let characters: [Character]
    private let separator: Character
    private var position = 0
    private var line = 1

    init(_ text: String, separator: Character) {
        characters = Array(text)
        self.separator = separator
    }

    /// Nil at the end.
    mutating func next() throws(CSVTable.Fault) -> (line: Int, cells: [String])? {
        guard position < characters.count else { return nil }
        let start = line
        var cells: [String] = []
        while true {
            cells.append(try cell())
            guard position < characters.count else { break }
            let mark = characters[position]
            position += 1
            if mark != separator {
                line += 1
                break
            }
            // A separator at the very end has an empty cell behind it.
            if position == characters.count { cells.append("") }
        }
        return (start, cells)
    }

    /// Up to the next separator or line end, which it leaves.
    private mutating func cell() throws(CSVTable.Fault) -> String {
        guard position < characters.count, characters[position] == "\"" else { return plainCell() }
        let start = line
        var text = ""
        position += 1
        while position < characters.count {
            let character = characters[position]
            position += 1
            if character == "\"" {
                guard position < characters.count, characters[position] == "\"" else { return text + plainCell() }
                position += 1
            } else if character.isNewline {
                line += 1
            }
            text.append(character)
        }
        throw .openQuote(line: start)
    }

    private mutating func plainCell() -> String {
        let start = position
        while position < characters.count, characters[position] != separator, !characters[position].isNewline {
            position += 1
        }
        return String(characters[start..<position])
    }
}
