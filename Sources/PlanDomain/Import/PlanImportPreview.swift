import Prose
import Workflow

/// How a document would be cut into a plan, heading by heading, for a person to correct before anything is made.
///
/// Takes documents as they come: a level that is skipped, or a first heading that is not of the highest, is no reason to
/// refuse what a person is about to look at.
public struct PlanImportPreview: Sendable {
    /// In the order of the document.
    public let entries: [Entry]
    /// What the document calls itself outside its text, such as the title among the properties of a Word file.
    public let title: String?
    let text: HeadedText
    private let shape: OutlineShape
    /// Where the highest heading of the document stands below level 1.
    private let shift: Int

    /// A heading with its own text, up to the next heading of any level.
    public struct Entry: Identifiable, Equatable, Sendable {
        /// The place among the headings, from 1; 0 is the text before the first.
        public let id: Int
        /// In plain words; empty for text before the first heading.
        public let title: String
        /// Of the heading in the document, from 1; 0 for text before the first.
        public let level: Int
        /// Where it stands in the document, from 1.
        public let line: Int
        /// Words of its own text.
        public let words: Int
        /// What that text begins with, in plain words; empty where there is none.
        public let opening: String
        public let proposed: Role
    }

    /// What becomes of a heading and of its own text.
    public enum Role: String, CaseIterable, Codable, Sendable {
        /// The title of the plan; its text goes before the first chapter.
        case title
        case chapter, section
        /// Goes on in what stands before it, as a heading within the text.
        case part
        /// Neither heading nor text is taken over.
        case leftOut = "left-out"
    }

    /// What a person decided for one heading.
    public struct Choice: Equatable, Codable, Sendable {
        public var role: Role
        /// Another title than the document has; nil leaves it as it is.
        public var title: String?

        public init(_ role: Role, title: String? = nil) {
            self.role = role
            self.title = title
        }
    }

    /// Throws `invalid` for a text that is empty, too large or no text.
    public init(_ source: String, title: String? = nil) throws(PlanError) {
        guard source.contains(where: { !$0.isWhitespace }) else {
            throw PlanError(.invalid, Reason("import.empty"))
        }
        guard !source.unicodeScalars.contains("\0") else { throw PlanError(.invalid, Reason("import.binary")) }
        text = try HeadedText(source)
        let before = Self.ownLines(of: 0, in: text)
        let hasBefore = before.contains { $0.contains { !$0.isWhitespace } }
        shift = (text.headings.map(\.level).min() ?? 1) - 1
        let levels = text.headings.map { [shift] in $0.level - shift }
        shape = OutlineShape(levels: levels, opensWithTitle: !hasBefore)
        self.title = title
        var entries: [Entry] = []
        if hasBefore {
            entries.append(Entry(0, title: "", level: 0, line: 1, own: before, proposed: .section))
        }
        for (index, heading) in text.headings.enumerated() {
            let own = Self.ownLines(of: index + 1, in: text)
            entries.append(
                Entry(
                    index + 1, title: Heading(heading.title).plainTitle, level: heading.level,
                    line: heading.lines.lowerBound, own: own,
                    proposed: shape.role(of: levels[index], isFirst: index == 0)))
        }
        self.entries = entries
    }

    /// Cuts the document as proposed, but for what was chosen otherwise, by entry.
    ///
    /// Throws `invalid` for two titles, for a document of which nothing is left, and for two headings of one id.
    public func cut(_ choices: [Entry.ID: Choice] = [:]) throws(PlanError) -> PlanImport {
        let roles = entries.map { choices[$0.id]?.role ?? $0.proposed }
        let titles = zip(entries, roles).filter { $0.1 == .title }.map(\.0)
        guard titles.count <= 1 else { throw PlanError(.invalid, Reason("import.two-titles")) }
        let pieces = self.pieces(roles, choices)
        guard !pieces.isEmpty else { throw PlanError(.invalid, Reason("import.nothing-left")) }
        let used = zip(entries, roles).filter { $0.1 != .leftOut && $0.1 != .title && $0.0.id > 0 }
        var cutter = try OutlineCutter(headings: used.map { text.headings[$0.0.id - 1] })
        let written = titles.first.map { choices[$0.id]?.title ?? ($0.id > 0 ? text.headings[$0.id - 1].title : "") }
        let plain = written.map { Heading($0).plainTitle }
        return PlanImport(
            title: plain ?? title, chapters: try cutter.chapters(of: pieces),
            outline: OutlineStyle(
                showsTitle: written != nil, title: written == plain ? nil : written, chapterLevel: shape.chapterLevel))
    }

    /// Parts go on in the piece before them; what stands before any piece is text without a heading.
    private func pieces(_ roles: [Role], _ choices: [Entry.ID: Choice]) -> [OutlinePiece] {
        var drafts: [(role: OutlinePiece.Role, title: String?, lines: [Substring])] = []
        for (entry, role) in zip(entries, roles) where role != .leftOut {
            let own = Self.ownLines(of: entry.id, in: text)
            switch role {
            case .chapter where entry.id > 0: drafts.append((.chapter, title(of: entry, choices), Array(own)))
            case .section where entry.id > 0: drafts.append((.section, title(of: entry, choices), Array(own)))
            default:
                let lines = (role == .part && entry.id > 0 ? heading(of: entry, choices) : []) + own
                if !drafts.isEmpty {
                    drafts[drafts.count - 1].lines += lines
                } else if lines.contains(where: { $0.contains { !$0.isWhitespace } }) {
                    drafts.append((.text, nil, lines))
                }
            }
        }
        return drafts.map { OutlinePiece(role: $0.role, title: $0.title, body: $0.lines.joined(separator: "\n")) }
    }

    private func title(of entry: Entry, _ choices: [Entry.ID: Choice]) -> String {
        choices[entry.id]?.title ?? text.headings[entry.id - 1].title
    }

    /// The heading of a part as it stands in the text: as written where it is deeper than a section's.
    private func heading(of entry: Entry, _ choices: [Entry.ID: Choice]) -> [Substring] {
        let heading = text.headings[entry.id - 1]
        let sectionLevel = shape.chapterLevel + 1
        if heading.level - shift > sectionLevel, choices[entry.id]?.title == nil {
            return Array(text.slice(from: heading.lines.lowerBound, to: heading.lines.upperBound))
        }
        let level = min(6, max(sectionLevel + 1, heading.level - shift))
        let line = Heading(title(of: entry, choices)).line(level: level, number: nil, id: "")
        return [Substring(line)]
    }

    /// The lines below a heading, by its place from 1, up to the next; those before the first heading for 0.
    private static func ownLines(of entry: Entry.ID, in text: HeadedText) -> ArraySlice<Substring> {
        let start = entry > 0 ? text.headings[entry - 1].lines.upperBound + 1 : 1
        let end = entry < text.headings.count ? text.headings[entry].lines.lowerBound - 1 : text.lineCount
        return text.slice(from: start, to: end)
    }
}

extension PlanImportPreview.Entry {
    /// - Parameter own: the lines of its text.
    fileprivate init(
        _ id: Int, title: String, level: Int, line: Int, own: ArraySlice<Substring>, proposed: PlanImportPreview.Role
    ) {
        let document = try? MarkdownDocument(parsing: own.joined(separator: "\n"))
        self.init(
            id: id, title: title, level: level, line: line, words: document.map(WordCount.words(in:)) ?? 0,
            opening: Self.opening(of: document?.plainText ?? ""), proposed: proposed)
    }

    /// The first hundred characters or so, up to the end of a word.
    private static func opening(of text: String) -> String {
        let line = text.onOneLine
        guard line.count > 100 else { return line }
        let start = line.prefix(100)
        return start[..<(start.lastIndex(of: " ") ?? start.endIndex)] + " …"
    }
}

extension OutlineShape {
    fileprivate func role(of level: Int, isFirst: Bool) -> PlanImportPreview.Role {
        if hasTitle, isFirst { return .title }
        if hasChapters, level == chapterLevel { return .chapter }
        return level == chapterLevel + 1 || (level <= chapterLevel && !hasChapters) ? .section : .part
    }
}
