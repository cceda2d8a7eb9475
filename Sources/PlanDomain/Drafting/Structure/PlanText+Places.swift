import Workflow

/// Where chapters and sections stand, and the rules that their places keep to.
extension PlanText {
    /// Where a section stands. Throws `notFound`.
    func place(of id: SectionID) throws(PlanError) -> (chapter: Int, section: Int) {
        for chapter in chapters.indices {
            if let section = chapters[chapter].sections.firstIndex(where: { $0.id == id }) { return (chapter, section) }
        }
        throw PlanError(.notFound, Reason("section.unknown", ["section": .text(id.rawValue)]))
    }

    /// Where a chapter stands. Throws `notFound`.
    func place(ofChapter id: String) throws(PlanError) -> Int {
        guard let index = chapters.firstIndex(where: { $0.id == id }) else {
            throw PlanError(.notFound, Reason("structure.unknown-chapter", ["chapter": .text(id)]))
        }
        return index
    }

    /// A text without a heading belongs to the heading above it, so it can only stand first: in print it would run on
    /// from whatever stood before it.
    func checkHeadings() throws(PlanError) {
        let chapterRunsOn = chapters.dropFirst().contains { $0.heading == nil }
        let sectionRunsOn = chapters.contains { $0.sections.dropFirst().contains { $0.heading == nil } }
        if chapterRunsOn || sectionRunsOn { throw PlanError(.conflict, Reason("structure.no-heading")) }
    }

    /// A heading for something new beside `siblings`, numbered where they are.
    static func heading(_ title: String, beside siblings: some Sequence<Heading?>) throws(PlanError) -> Heading {
        let known = siblings.compactMap { $0?.numbering }
        return Heading(
            try checkedTitle(title), numbering: known.isEmpty || known.contains(.automatic) ? .automatic : .none)
    }

    /// A title on one line. Throws `invalid` for one that is empty or too long to be one.
    static func checkedTitle(_ title: String) throws(PlanError) -> String {
        let words = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !words.isEmpty else { throw PlanError(.invalid, Reason("structure.title-empty")) }
        guard words.count <= titleLimit else {
            throw PlanError(.invalid, Reason("structure.title-long", ["limit": .number(titleLimit)]))
        }
        return words
    }

    private static let titleLimit = 200
}

/// One place up or down.
public enum StructureStep: String, CaseIterable, Codable, Sendable {
    case up, down
}
