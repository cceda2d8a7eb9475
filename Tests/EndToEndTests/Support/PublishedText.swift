import Foundation

/// A nota or raadsmededeling as the municipality published it, piece by piece in the order of its Markdown file.
///
/// A field ("Datum : 12-06-2023") and a row of a table are a label and a value each. The comma that the layout of the
/// source left after a value is not part of it.
struct PublishedText {
    private(set) var pieces: [ReadableHTML.Piece] = []

    init(_ markdown: String) {
        for line in markdown.split(separator: "\n") {
            let line = line.trimmingCharacters(in: .whitespaces)
            let marks = line.prefix { $0 == "#" }.count
            if marks > 0 {
                add("h\(marks)", line.dropFirst(marks))
            } else if line.hasPrefix("|") {
                addRow(line)
            } else if let field = line.wholeMatch(of: /([^:]+) : (.+)/) {
                add("th", field.1)
                add("td", field.2)
            } else if line.hasPrefix("* ") {
                add("li", line.dropFirst(2))
            } else {
                add(line.prefixMatch(of: #/\d+\. /#) == nil ? "p" : "li", line[...])
            }
        }
    }

    var texts: [String] { pieces.map(\.text) }

    private mutating func addRow(_ line: String) {
        let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        for (place, cell) in cells.filter({ !$0.isEmpty && !$0.hasPrefix("---") }).enumerated() {
            add(place.isMultiple(of: 2) ? "th" : "td", cell[...])
        }
    }

    private mutating func add(_ kind: String, _ text: Substring) {
        var text = ReadableHTML.evened(String(text))
        if kind == "td", text.hasSuffix(",") { text.removeLast() }
        pieces.append(.init(kind: kind, text: text))
    }
}
