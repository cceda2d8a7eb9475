import Workflow

/// One change of how a plan is divided.
public enum StructureEdit: Equatable, Sendable {
    case addSection(title: String, chapter: String, index: Int?, owner: String?)
    case renameSection(SectionID, title: String)
    case setOwner(SectionID, function: String?)
    case stepSection(SectionID, StructureStep)
    case moveSection(SectionID, chapter: String, index: Int)
    case removeSection(SectionID)
    case splitSection(SectionID, line: Int, title: String?)
    /// With the one below it.
    case mergeSection(SectionID)
    case addChapter(title: String, index: Int?)
    case renameChapter(String, title: String)
    case stepChapter(String, StructureStep)
    case removeChapter(String)

    /// Makes the change. Returns the section that it made, where it made one.
    func apply(to text: inout PlanText) throws(PlanError) -> SectionID? {
        switch self {
        case .addSection(let title, let chapter, let index, let owner):
            return try text.addSection(titled: title, toChapter: chapter, at: index, owner: owner)
        case .renameSection(let id, let title): try text.renameSection(id, to: title)
        case .setOwner(let id, let function): try text.setOwner(of: id, to: function)
        case .stepSection(let id, let step): try text.moveSection(id, step)
        case .moveSection(let id, let chapter, let index): try text.moveSection(id, toChapter: chapter, at: index)
        case .removeSection(let id): try text.removeSection(id)
        case .splitSection(let id, let line, let title):
            return try text.splitSection(id, beforeLine: line, title: title)
        case .mergeSection(let id): try text.mergeSectionWithNext(id)
        case .addChapter(let title, let index): try text.addChapter(titled: title, at: index)
        case .renameChapter(let id, let title): try text.renameChapter(id, to: title)
        case .stepChapter(let id, let step): try text.moveChapter(id, step)
        case .removeChapter(let id): try text.removeChapter(id)
        }
        return nil
    }

    /// The sections whose words it handles: those must still be the ones that were shown.
    func handled(in text: PlanText) -> [SectionID] {
        switch self {
        case .removeSection(let id), .splitSection(let id, _, _): return [id]
        case .mergeSection(let id):
            guard let place = try? text.place(of: id) else { return [id] }
            let sections = text.chapters[place.chapter].sections
            return [id] + sections.dropFirst(place.section + 1).prefix(1).map(\.id)
        default: return []
        }
    }
}
