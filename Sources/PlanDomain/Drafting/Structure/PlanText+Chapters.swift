import Workflow

/// Adding, naming, moving and taking out chapters.
extension PlanText {
    /// Puts a new chapter without sections in the plan, numbered as those beside it.
    ///
    /// - Parameter index: its place, from 0; the end when nil.
    @discardableResult
    public mutating func addChapter(titled title: String, at index: Int? = nil) throws(PlanError) -> String {
        let heading = try Self.heading(title, beside: chapters.map(\.heading))
        var supply = IDSupply(taken: chapters.map(\.id))
        let chapter = Chapter(id: supply.next(for: heading.plainTitle), heading: heading)
        var changed = self
        changed.chapters.insert(chapter, at: min(max(0, index ?? chapters.count), chapters.count))
        try changed.checkHeadings()
        self = changed
        return chapter.id
    }

    /// Gives a chapter another title; one that had none gets a heading.
    public mutating func renameChapter(_ id: String, to title: String) throws(PlanError) {
        let place = try place(ofChapter: id)
        if chapters[place].heading == nil {
            chapters[place].heading = try Self.heading(title, beside: chapters.map(\.heading))
        } else {
            chapters[place].heading?.title = try Self.checkedTitle(title)
        }
    }

    /// Moves a chapter with its sections one place. Throws `conflict` at either end of the plan.
    public mutating func moveChapter(_ id: String, _ step: StructureStep) throws(PlanError) {
        let place = try place(ofChapter: id)
        let target = step == .up ? place - 1 : place + 1
        guard chapters.indices.contains(target) else { throw PlanError(.conflict, Reason("structure.at-the-end")) }
        var moved = self
        moved.chapters.swapAt(place, target)
        try moved.checkHeadings()
        self = moved
    }

    /// Takes an empty chapter out. Throws `conflict` while sections stand in it.
    public mutating func removeChapter(_ id: String) throws(PlanError) {
        let place = try place(ofChapter: id)
        guard chapters[place].sections.isEmpty else {
            throw PlanError(
                .conflict, Reason("structure.chapter-not-empty", ["count": .number(chapters[place].sections.count)]))
        }
        chapters.remove(at: place)
    }
}
