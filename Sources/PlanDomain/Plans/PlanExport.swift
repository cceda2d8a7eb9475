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
        if text.outline.showsTitle { blocks.append("# " + text.metadata.title) }
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

extension Heading {
    fileprivate func line(level: Int, number: String?, id: String) -> String {
        let words = [String(repeating: "#", count: level), number, title, showsID ? "{#\(id)}" : nil]
        return words.compactMap { $0 }.joined(separator: " ")
    }
}

extension String {
    fileprivate var trimmingNewlines: String {
        var rest = self[...].drop { $0 == "\n" }
        while rest.last == "\n" { rest.removeLast() }
        return String(rest)
    }
}
