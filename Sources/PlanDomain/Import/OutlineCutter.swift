import Prose
import Workflow

/// A piece of a document with what becomes of it.
struct OutlinePiece {
    enum Role {
        case chapter, section
        /// Stands before the first heading.
        case text
    }

    let role: Role
    /// As the document writes it; nil for text before the first heading.
    let title: String?
    let body: String
}

/// Makes chapters and sections of the pieces of a document: ids, numbers apart from titles, text in sentence lines.
struct OutlineCutter {
    private var ids = IDSupply()
    private var chapterIDs = IDSupply()
    private var lastNumber: String?
    private var chapterCount = 0
    private var sectionCount = 0
    private var isCounting = false
    private var chapters: [Chapter] = []

    /// Takes in the ids that headings give themselves, so that none of those is given out.
    init(headings: some Sequence<HeadedText.Heading>) throws(PlanError) {
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

    /// Sections that stand before the first chapter get one without a heading.
    mutating func chapters(of pieces: [OutlinePiece]) throws(PlanError) -> [Chapter] {
        let hasChapters = pieces.contains { $0.role == .chapter }
        for piece in pieces {
            switch piece.role {
            case .chapter:
                try closeChapter()
                let parts = TitleParts(piece.title ?? "")
                let heading = heading(from: parts, isChapter: true)
                openChapter(heading, id: parts.id ?? chapterIDs.next(for: heading.plainTitle))
                if piece.body.contains(where: { !$0.isWhitespace }) { try add(nil, nil, piece.body) }
            case .section:
                if chapters.isEmpty { openChapter(nil, id: chapterIDs.next(for: hasChapters ? "vooraf" : "tekst")) }
                let parts = TitleParts(piece.title ?? "")
                try add(heading(from: parts, isChapter: false), parts.id, piece.body)
            case .text:
                openChapter(nil, id: chapterIDs.next(for: hasChapters ? "vooraf" : "tekst"))
                try add(nil, nil, piece.body)
            }
        }
        try closeChapter()
        return chapters
    }

    private mutating func openChapter(_ heading: Heading?, id: String) {
        isCounting = heading?.numbering == .automatic
        sectionCount = 0
        chapters.append(Chapter(id: id, heading: heading))
    }

    /// A chapter with nothing in it has one empty section, to be written.
    private mutating func closeChapter() throws(PlanError) {
        if chapters.last?.sections.isEmpty == true { try add(nil, nil, "") }
    }

    private mutating func add(_ heading: Heading?, _ id: String?, _ body: String) throws(PlanError) {
        let place = chapters.count - 1
        let title = heading?.plainTitle ?? chapters[place].heading?.plainTitle ?? "inleiding"
        chapters[place].sections.append(try section(id: id ?? ids.next(for: title), heading: heading, body: body))
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
