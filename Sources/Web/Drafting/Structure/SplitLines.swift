import Phrases
import Prose

/// Where a text can be cut in two: before a block of it, or between two sentences of a paragraph.
enum SplitLines {
    static func choices(in body: String, _ phrases: Phrases) -> [FormChoice] {
        guard let document = try? MarkdownDocument(parsing: body) else { return [] }
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
        let numbers = document.blocks.flatMap { block -> [Int] in
            if case .paragraph = block.kind { return Array(block.range.lines) }
            return [block.range.lines.lowerBound]
        }
        return numbers.filter { $0 > 1 && $0 <= lines.count }.prefix(longest).map { number in
            let words = lines[number - 1].split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let opening = words.count > 70 ? words.prefix(70) + "…" : words[...]
            return FormChoice(
                String(number),
                phrases.text("editor.structure.line", ["number": .number(number), "words": .text(String(opening))]))
        }
    }

    /// The most that one list offers.
    private static let longest = 200
}
