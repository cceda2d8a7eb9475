import Workflow

/// Adding, naming, moving and taking out sections. The id of a section stays what it is through all of it; the id of one
/// that is taken out is not given to another.
extension PlanText {
    /// Puts a new, empty section in a chapter, numbered as those beside it.
    ///
    /// - Parameter index: its place in the chapter, from 0; the end when nil.
    @discardableResult
    public mutating func addSection(
        titled title: String, toChapter chapter: String, at index: Int? = nil, owner: String? = nil
    ) throws(PlanError) -> SectionID {
        let place = try place(ofChapter: chapter)
        let heading = try Self.heading(title, beside: chapters[place].sections.map(\.heading))
        let section = Section(id: try newID(for: heading.plainTitle), heading: heading, owner: owner)
        try insert(section, inChapter: place, at: index ?? chapters[place].sections.count)
        return section.id
    }

    /// Gives a section another title; one that had none gets a heading.
    public mutating func renameSection(_ id: SectionID, to title: String) throws(PlanError) {
        let place = try place(of: id)
        if chapters[place.chapter].sections[place.section].heading == nil {
            let siblings = chapters[place.chapter].sections.map(\.heading)
            chapters[place.chapter].sections[place.section].heading = try Self.heading(title, beside: siblings)
        } else {
            chapters[place.chapter].sections[place.section].heading?.title = try Self.checkedTitle(title)
        }
    }

    /// Names the function that writes a section; nobody when nil or empty.
    public mutating func setOwner(of id: SectionID, to function: String?) throws(PlanError) {
        let place = try place(of: id)
        let words = function?.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
        chapters[place.chapter].sections[place.section].owner = words.isEmpty ? nil : words
    }

    /// Moves a section to another place, in its chapter or in another.
    ///
    /// - Parameter index: its place among the others of that chapter, from 0; beyond the last it comes at the end.
    public mutating func moveSection(_ id: SectionID, toChapter chapter: String, at index: Int) throws(PlanError) {
        let (from, to) = (try place(of: id), try place(ofChapter: chapter))
        var moved = self
        let section = moved.chapters[from.chapter].sections.remove(at: from.section)
        try moved.insert(section, inChapter: to, at: index)
        self = moved
    }

    /// Moves a section one place; the first of a chapter goes to the end of the chapter above, the last to the beginning
    /// of the one below. Throws `conflict` at either end of the plan.
    public mutating func moveSection(_ id: SectionID, _ step: StructureStep) throws(PlanError) {
        let place = try place(of: id)
        let sections = chapters[place.chapter].sections
        switch step {
        case .up where place.section > 0:
            try moveSection(id, toChapter: chapters[place.chapter].id, at: place.section - 1)
        case .up where place.chapter > 0:
            try moveSection(id, toChapter: chapters[place.chapter - 1].id, at: .max)
        case .down where place.section + 1 < sections.count:
            try moveSection(id, toChapter: chapters[place.chapter].id, at: place.section + 1)
        case .down where place.chapter + 1 < chapters.count:
            let below = chapters[place.chapter + 1]
            // A text without heading belongs to the chapter's own heading and stays right below it.
            try moveSection(id, toChapter: below.id, at: below.sections.first.map { $0.heading == nil } == true ? 1 : 0)
        case .up, .down: throw PlanError(.conflict, Reason("structure.at-the-end"))
        }
    }

    /// Takes a section out with its text; its id is retired. Throws `conflict` for the last one that there is.
    public mutating func removeSection(_ id: SectionID) throws(PlanError) {
        let place = try place(of: id)
        guard sections.count > 1 else { throw PlanError(.conflict, Reason("structure.last-section")) }
        chapters[place.chapter].sections.remove(at: place.section)
        retired.append(id)
    }

    func newID(for title: String) throws(PlanError) -> SectionID {
        var supply = IDSupply(taken: (sections.map(\.id) + retired).map(\.rawValue))
        let id = supply.next(for: title)
        guard let id = SectionID(id) else {
            throw PlanError(.invalid, Reason("repository.section-id", ["file": .text(""), "id": .text(id)]))
        }
        return id
    }

    private mutating func insert(_ section: Section, inChapter chapter: Int, at index: Int) throws(PlanError) {
        var changed = self
        changed.chapters[chapter].sections.insert(section, at: min(max(0, index), chapters[chapter].sections.count))
        try changed.checkHeadings()
        self = changed
    }
}
