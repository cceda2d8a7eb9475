import Prose

/// A plan as one Markdown document, as a drafter would hand it on: headings with their numbers, sentences joined into
/// paragraphs again.
public struct PlanExport {
    private let text: PlanText

    public init(_ text: PlanText) { self.text = text }

    /// The whole document; ends with a newline.
    public func markdown() -> String {
        let numbers = text.numbers()
        let level = text.outline.chapterLevel
        var blocks: [String] = []
        if text.outline.showsTitle { blocks.append(title.line(level: 1, number: nil, id: "")) }
        for chapter in text.chapters {
            if let heading = chapter.heading {
                blocks.append(heading.line(level: level, number: numbers.chapters[chapter.id], id: chapter.id))
            }
            for section in chapter.sections {
                if let heading = section.heading {
                    blocks.append(
                        heading.line(
                            level: level + 1, number: numbers.sections[section.id], id: section.id.rawValue))
                }
                let body = SentenceLines.reflow(section.body).trimmingNewlines
                if !body.isEmpty { blocks.append(body) }
            }
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }
}

extension PlanExport {
    /// As the document wrote it, unless the plan was given another name since.
    private var title: Heading {
        let name = text.metadata.title
        if let written = text.outline.title.map({ Heading($0) }), written.plainTitle == name { return written }
        let heading = Heading(name)
        return heading.plainTitle == name ? heading : Heading(name.escapedMarkdown)
    }
}

extension Heading {
    /// The heading as a line of Markdown, with its number and with the id where the source gave one.
    func line(level: Int, number: String?, id: String) -> String {
        // A row of marks at the end would be read as decoration, so it gets a decoration of its own (CommonMark 4.2).
        let closing = title.endsInMarks && !showsID ? "#" : nil
        let words = [String(repeating: "#", count: level), number, title, showsID ? "{#\(id)}" : nil, closing]
        return words.compactMap { $0 }.joined(separator: " ")
    }
}

extension String {
    /// Whether the last word is nothing but `#` marks.
    fileprivate var endsInMarks: Bool {
        guard let last = split(whereSeparator: { $0 == " " || $0 == "\t" }).last else { return false }
        return last.allSatisfy { $0 == "#" }
    }

    /// With a backslash before every character that Markdown may take for a mark.
    fileprivate var escapedMarkdown: String {
        String(flatMap { "\\`*_{}[]()<>#+-.!|&~".contains($0) ? ["\\", $0] : [$0] })
    }

    fileprivate var trimmingNewlines: String {
        var rest = self[...].drop { $0 == "\n" }
        while rest.last == "\n" { rest.removeLast() }
        return String(rest)
    }
}
