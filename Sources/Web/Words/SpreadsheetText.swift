/// Lines of values as spreadsheets in the Netherlands read them (RFC 4180, with semicolons), with the mark of UTF-8 before
/// them.
enum SpreadsheetText {
    static func text(of lines: [[String]]) -> String {
        "\u{FEFF}" + lines.map { $0.map(cell).joined(separator: ";") + "\r\n" }.joined()
    }

    /// What a spreadsheet would take for a formula begins with an apostrophe instead.
    private static func cell(_ text: String) -> String {
        let safe = text.first.map { "=+-@\t".contains($0) } == true ? "'" + text : text
        return "\"\(safe.replacing("\"", with: "\"\""))\""
    }
}
