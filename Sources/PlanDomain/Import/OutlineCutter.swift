import Prose
import Workflow

/// Makes chapters and sections of the pieces of a document: ids, numbers apart from titles, text in sentence lines.
struct OutlineCutter {
    private let chapterLevel: Int
    private var ids = IDSupply()
    private var chapterIDs = IDSupply()
    private var lastNumber: String?
    private var chapterCount = 0
    private var sectionCount = 0
    private var isCounting = false

    /// Takes in the ids that headings give themselves, so that none of those is given out.
    init(chapterLevel: Int, headings: some Sequence<HeadedText.Heading>) throws(PlanError) {
        self.chapterLevel = chapterLevel
        var lines: [String: Int] = [:]
        for heading in headings {
            guard let id = TitleParts(heading.title).id else { continue }
            if let first = lines.updateValue(heading.lines.lowerBound, forKey: id) {
                let place: [String: Reason.Argument] = [
                    "id": .text(id), "line": .number(heading.lines.lowerBound), "first": .number(first),
                ]
                throw PlanError(.invalid, Reason("import.duplicate-id", place))
            }
        }
        ids.reserve(lines.keys)
        chapterIDs.reserve(lines.keys)
    }

    mutating func chapters(of text: HeadedText, hasChapters: Bool) throws(PlanError) -> [Chapter] {
        guard hasChapters else {
            let whole = text.lines(from: 1, to: text.lineCount)
            return [try chapter(heading: nil, id: chapterIDs.next(for: "tekst"), body: whole)]
        }
        let cut = MarkdownCut(text, at: chapterLevel)
        var chapters: [Chapter] = []
        if cut.before.contains(where: { !$0.isWhitespace }) {
            chapters.append(try chapter(heading: nil, id: chapterIDs.next(for: "vooraf"), body: cut.before))
        }
        for piece in cut.pieces {
            let parts = TitleParts(piece.title)
            let heading = heading(from: parts, isChapter: true)
            let id = parts.id ?? chapterIDs.next(for: heading.plainTitle)
            chapters.append(try chapter(heading: heading, id: id, body: piece.body))
        }
        return chapters
    }

    private mutating func chapter(heading: Heading?, id: String, body: String) throws(PlanError) -> Chapter {
        isCounting = heading?.numbering == .automatic
        sectionCount = 0
        let cut = try MarkdownCut(body, at: chapterLevel + 1)
        var sections: [Section] = []
        if cut.before.contains(where: { !$0.isWhitespace }) || cut.pieces.isEmpty {
            let title = heading?.plainTitle ?? "inleiding"
            sections.append(try section(id: ids.next(for: title), heading: nil, body: cut.before))
        }
        for piece in cut.pieces {
            let parts = TitleParts(piece.title)
            let heading = self.heading(from: parts, isChapter: false)
            sections.append(
                try section(id: parts.id ?? ids.next(for: heading.plainTitle), heading: heading, body: piece.body))
        }
        return Chapter(id: id, heading: heading, sections: sections)
    }

    private func section(id: String, heading: Heading?, body: String) throws(PlanError) -> Section {
        guard let id = SectionID(id) else {
            throw PlanError(.invalid, Reason("repository.section-id", ["file": .text(""), "id": .text(id)]))
        }
        return Section(id: id, heading: heading, body: TextRules.tidied(body))
    }

    /// Takes the number off a title. One that only says the place is not kept: it is counted again wherever it is printed.
    private mutating func heading(from parts: TitleParts, isChapter: Bool) -> Heading {
        let split = NumberedHeading.split(parts.title, expected: NumberedHeading.expected(after: lastNumber))
        guard let number = split.number, !split.title.isEmpty, parts.title.hasSuffix(split.title) else {
            return Heading(parts.title, numbering: .none, showsID: parts.id != nil)
        }
        let literal = String(parts.title.dropLast(split.title.count)).trimmingBlanks
        guard literal + " " + split.title == parts.title else {
            return Heading(parts.title, numbering: .none, showsID: parts.id != nil)
        }
        lastNumber = number
        let counted = isChapter ? "\(chapterCount + 1)" : (isCounting ? "\(chapterCount)." : "") + "\(sectionCount + 1)"
        guard literal == counted else {
            return Heading(split.title, numbering: .fixed(literal), showsID: parts.id != nil)
        }
        if isChapter { chapterCount += 1 } else { sectionCount += 1 }
        return Heading(split.title, numbering: .automatic, showsID: parts.id != nil)
    }
}

/// A heading's text and the id that it may give itself, as `Titel {#id}`.
private struct TitleParts {
    let title: String
    let id: String?

    init(_ written: String) {
        let words = written.split(whereSeparator: { $0 == " " || $0 == "\t" })
        if let last = words.last, words.count > 1, last.hasPrefix("{#"), last.hasSuffix("}"),
            let id = SectionID(String(last.dropFirst(2).dropLast()))
        {
            title = words.dropLast().joined(separator: " ")
            self.id = id.rawValue
        } else {
            title = words.joined(separator: " ")
            id = nil
        }
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        var rest = self[...].drop { $0 == " " }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
