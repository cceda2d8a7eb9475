import Prose
import Workflow

/// Cutting one section in two, and joining two neighbours. Every word stays; the lineage says where it went.
extension PlanText {
    /// Cuts a section before a line of its text. The first part keeps the id, the second gets a new one and the same owner.
    ///
    /// - Parameters:
    ///   - line: the first line of the second part, from 1. Where it is a heading, that becomes the heading of the section.
    ///   - title: of the second part; may be nil where the line is a heading.
    /// - Throws: `invalid` for a line that is not between two pieces of text, such as within a table, or for a cut that
    ///   would part a note from its place.
    @discardableResult
    public mutating func splitSection(
        _ id: SectionID, beforeLine line: Int, title: String? = nil
    ) throws(PlanError) -> SectionID {
        let place = try place(of: id)
        var first = chapters[place.chapter].sections[place.section]
        let text = try HeadedText(first.body)
        guard line > 1, line <= text.lineCount else { throw PlanError(.invalid, Reason("structure.split-at-edge")) }
        try Self.checkCut(of: first.body, beforeLine: line)
        let opening = text.headings.first { $0.lines.lowerBound == line }
        guard let wanted = title ?? opening?.title else {
            throw PlanError(.invalid, Reason("structure.title-empty"))
        }
        let heading = try Self.heading(wanted, beside: chapters[place.chapter].sections.map(\.heading))
        let body = text.lines(from: opening.map { $0.lines.upperBound + 1 } ?? line, to: text.lineCount)
        let before = DraftText.withoutOuterBlanks(text.lines(from: 1, to: line - 1))
        guard !before.isEmpty, opening != nil || DraftText.isFilled(body) else {
            throw PlanError(.invalid, Reason("structure.split-at-edge"))
        }
        let whole = Self.words(in: first.body)
        first.body = before
        let second = Section(
            id: try newID(for: heading.plainTitle), heading: heading, owner: first.owner,
            body: DraftText.withoutOuterBlanks(body))
        let parts = Self.words(in: before) + Self.words(in: text.lines(from: line, to: text.lineCount))
        guard parts.sorted() == whole.sorted() else { throw PlanError(.invalid, Reason("structure.notes-apart")) }
        chapters[place.chapter].sections[place.section] = first
        chapters[place.chapter].sections.insert(second, at: place.section + 1)
        lineage.splitFrom[second.id] = id
        return second.id
    }

    /// Joins a section with the one below it in its chapter. The first keeps its id, that of the second is retired and leads to
    /// the first from now on; its heading stays as a heading within the text.
    ///
    /// Throws `conflict` for the last section of a chapter, and `invalid` when notes of the two bear the same name.
    public mutating func mergeSectionWithNext(_ id: SectionID) throws(PlanError) {
        let place = try place(of: id)
        let sections = chapters[place.chapter].sections
        guard place.section + 1 < sections.count else { throw PlanError(.conflict, Reason("structure.no-neighbour")) }
        let (first, second) = (sections[place.section], sections[place.section + 1])
        var heading = second.heading
        heading?.showsID = false
        let level = min(6, outline.chapterLevel + 2)
        let number: String? = if case .fixed(let number)? = heading?.numbering { number } else { nil }
        let parts = [first.body, heading?.line(level: level, number: number, id: "") ?? "", second.body]
        let body = parts.map(DraftText.withoutOuterBlanks).filter { !$0.isEmpty }.joined(separator: "\n")
        guard parts.flatMap(Self.words).sorted() == Self.words(in: body).sorted() else {
            throw PlanError(.invalid, Reason("structure.notes-collide"))
        }
        chapters[place.chapter].sections[place.section].body = body
        chapters[place.chapter].sections.remove(at: place.section + 1)
        retired.append(second.id)
        lineage.mergedInto[second.id] = id
    }

    /// A cut goes between blocks, or between the lines of a paragraph: within a list, a table or a block of code it would
    /// leave two halves that are neither.
    private static func checkCut(of body: String, beforeLine line: Int) throws(PlanError) {
        guard let document = try? MarkdownDocument(parsing: body) else { return }
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
        for block in document.blocks where block.range.lines.contains(line) && block.range.lines.lowerBound < line {
            if case .paragraph = block.kind { continue }
            // The parser counts empty lines behind a list as part of it.
            let rest = lines[(line - 1)..<min(block.range.lines.upperBound, lines.count)]
            guard rest.contains(where: { $0.contains { !$0.isWhitespace } }) else { continue }
            throw PlanError(.invalid, Reason("structure.split-inside", ["line": .number(line)]))
        }
    }

    /// What a reader reads, word by word: marks that became visible, or notes that no longer do, make a difference.
    private static func words(in markdown: String) -> [Substring] {
        let document = (try? MarkdownDocument(parsing: markdown)) ?? MarkdownDocument(verbatim: markdown)
        return document.plainText.split(whereSeparator: \.isWhitespace).map { $0 }
    }
}
