import PlanDomain

/// The changes and acts of a dossier, sorted out by section in one pass each.
struct SectionHistory {
    private var changesBySection: [SectionID: [ChangeLine]] = [:]
    private var actsBySection: [SectionID: [ActLine]] = [:]
    /// All acts in the order of the register.
    let acts: [ActLine]
    private(set) var changesOutsideSections: [ChangeLine] = []

    init(_ dossier: PlanDossier, _ register: RegisterReading) {
        let sections = Set(dossier.text.sections.map(\.id))
        acts = dossier.entries.map { entry in
            ActLine(entry, condition: register.condition(of: entry.act.payload), sections: sections)
        }
        let closed = dossier.closedInputs
        for change in dossier.changes {
            for section in change.sections {
                changesBySection[section.section, default: []].append(ChangeLine(change, to: section, closed))
            }
            if change.sections.isEmpty { changesOutsideSections.append(ChangeLine(change, to: nil, closed)) }
        }
        for (entry, line) in zip(dossier.entries, acts) {
            for section in Set(entry.act.sections) { actsBySection[section, default: []].append(line) }
        }
    }

    func changes(of section: SectionID) -> [ChangeLine] { changesBySection[section] ?? [] }

    func acts(about section: SectionID) -> [ActLine] { actsBySection[section] ?? [] }

    /// Sections with a past that `text` does not have, by id.
    func sectionsOutside(_ text: PlanText) -> [SectionID] {
        let known = Set(changesBySection.keys).union(actsBySection.keys)
        return known.subtracting(text.sections.map(\.id)).sorted()
    }
}

extension ChangeLine {
    init(_ change: Change, to section: SectionChange?, _ closed: Set<String>) {
        commit = change.id
        madeAt = change.madeAt
        function = change.author.function
        summary = change.summary
        nature = change.nature
        inputs = change.inputs.filter { !closed.contains($0) }
        isFromClosedSession = inputs.count < change.inputs.count
        words = section
        documents = change.documents
        touchesMetadata = change.touchesMetadata
    }
}
