import Prose

extension SectionChange {
    /// What became of a section between two texts; nil on the side where it is not.
    public init(_ section: SectionID, from old: Section?, to new: Section?) {
        let before = old.map { DraftText.withoutGuidance($0.body) } ?? ""
        let after = new.map { DraftText.withoutGuidance($0.body) } ?? ""
        let words = WordDiff(old: before, new: after).statistics
        self.init(
            section: section, kind: old == nil ? .added : new == nil ? .removed : .changed, wordsAdded: words.added,
            wordsRemoved: words.removed)
    }
}
