import Prose

/// Which open sections differ between an offered text and an edition of the adopted one.
struct SectionDifference {
    /// With the closed parts of the adopted version: that a section changed may be known where the words that it had
    /// before may not.
    let before: EditionCutter
    /// With those of the offered version, for readers of that version.
    let readable: EditionCutter?

    func sections(to edition: PlanEdition) -> [CouncilChanges.ChangedSection] {
        let now = edition.openSections
        let kept = now.compactMap { section -> CouncilChanges.ChangedSection? in
            let old = before.section(section.id)?.text
            guard old?.body != section.body || old?.title != section.title else { return nil }
            return change(of: section, kind: old == nil ? .added : .changed, to: section.body)
        }
        // The title of what went away stood in the offered text alone.
        let gone = (readable?.openSections ?? []).filter { !edition.has($0.id) }
        return kept + gone.map { change(of: $0, kind: .removed, to: "") }
    }

    private func change(
        of section: SectionText, kind: SectionChange.Kind, to new: String
    ) -> CouncilChanges.ChangedSection {
        CouncilChanges.ChangedSection(
            section: section.id, title: section.title, number: section.number, kind: kind,
            words: words(of: section.id, to: new))
    }

    private func words(of id: SectionID, to new: String) -> CouncilChanges.Words? {
        guard let readable else { return nil }
        let section = readable.section(id)
        guard section == nil || section?.text != nil else { return nil }
        let words = WordDiff(old: section?.text?.body ?? "", new: new).statistics
        return CouncilChanges.Words(added: words.added, removed: words.removed)
    }
}

extension EditionCutter {
    var openSections: [SectionText] {
        chapters().flatMap(\.sections).compactMap(\.text)
    }
}

extension PlanEdition {
    /// Whether the text has the section, open or closed; a closed one that hides its id does not count as gone.
    fileprivate func has(_ section: SectionID) -> Bool {
        let sections = chapters.flatMap(\.sections)
        return sections.contains { $0.id == section.rawValue } || version.closure.closing(of: section) != nil
    }
}
