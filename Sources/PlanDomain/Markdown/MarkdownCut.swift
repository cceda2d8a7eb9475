import Prose
import Workflow

/// A Markdown text cut at its headings of one level: what stands before the first, and each with what follows it.
///
/// Only headings of the document itself count; one inside a quotation or a list belongs to the text. Lines are cut and
/// never rewritten, so that the pieces together are the whole.
public struct MarkdownCut: Equatable, Sendable {
    public let before: String
    public let pieces: [Piece]

    public struct Piece: Equatable, Sendable {
        /// As written, with its emphasis but without `#` marks.
        public let title: String
        /// Where the heading stands, from 1.
        public let line: Int
        public let body: String
    }

    /// Throws `invalid` for a text that is no Markdown that can be handled within bounds.
    public init(_ source: String, at level: Int) throws(PlanError) {
        self.init(try HeadedText(source), at: level)
    }

    init(_ text: HeadedText, at level: Int) {
        let headings = text.headings.filter { $0.level == level }
        before = text.lines(from: 1, to: headings.first.map { $0.lines.lowerBound - 1 } ?? text.lineCount)
        pieces = headings.indices.map { index in
            let heading = headings[index]
            let last = index + 1 < headings.count ? headings[index + 1].lines.lowerBound - 1 : text.lineCount
            return Piece(
                title: heading.title, line: heading.lines.lowerBound,
                body: text.lines(from: heading.lines.upperBound + 1, to: last))
        }
    }
}

/// A Markdown text with its headings and its lines.
struct HeadedText {
    struct Heading: Equatable {
        let level: Int
        let title: String
        let lines: ClosedRange<Int>
    }

    let headings: [Heading]
    private let lines: [Substring]

    var lineCount: Int { lines.count }

    init(_ source: String) throws(PlanError) {
        let source = Self.withPlainLineEnds(source)
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        let document: MarkdownDocument
        do {
            document = try MarkdownDocument(parsing: source)
        } catch {
            throw PlanError(.invalid, Reason(error))
        }
        self.lines = lines
        headings = document.blocks.compactMap { block in
            guard case .heading(let level, _) = block.kind else { return nil }
            let own = Self.withoutBlanks(block.range.lines, in: lines)
            return Heading(level: level, title: Self.title(of: lines, at: own), lines: own)
        }
    }

    /// Lines `first` to and with `last`, counted from 1; empty when there are none.
    func lines(from first: Int, to last: Int) -> String {
        slice(from: first, to: last).joined(separator: "\n")
    }

    /// As above, line by line.
    func slice(from first: Int, to last: Int) -> ArraySlice<Substring> {
        first <= last ? lines[(first - 1)...(last - 1)] : []
    }

    /// The parser counts the empty lines below an underlined heading as part of it.
    private static func withoutBlanks(_ range: ClosedRange<Int>, in lines: [Substring]) -> ClosedRange<Int> {
        var last = min(range.upperBound, lines.count)
        while last > range.lowerBound, lines[last - 1].allSatisfy({ $0 == " " || $0 == "\t" }) { last -= 1 }
        return range.lowerBound...max(range.lowerBound, last)
    }

    private static func withPlainLineEnds(_ source: String) -> String {
        var text = source
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        guard text.utf8.contains(13) else { return text }
        return text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    /// What stands between the marks: `## Title ##`, or the lines above an underline.
    private static func title(of lines: [Substring], at range: ClosedRange<Int>) -> String {
        let own = lines[(range.lowerBound - 1)...(range.upperBound - 1)].map { $0.trimming(" \t") }
        // Only a heading with an underline takes more than one line; it may well begin with "#veilig".
        guard own.count == 1 else { return own.dropLast().joined(separator: " ") }
        let title = own[0].drop { $0 == "#" }.trimming(" \t")
        let open = title.trimmingEnd("#")
        // A closing run of marks counts only behind a space: "C#" keeps its own.
        return String(open.isEmpty || open.last == " " || open.last == "\t" ? open.trimmingEnd(" \t") : title)
    }
}

extension StringProtocol where SubSequence == Substring {
    fileprivate func trimming(_ characters: String) -> Substring {
        self[startIndex...].drop { characters.contains($0) }.trimmingEnd(characters)
    }

    fileprivate func trimmingEnd(_ characters: String) -> Substring {
        var rest = self[startIndex...]
        while let last = rest.last, characters.contains(last) { rest.removeLast() }
        return rest
    }
}
