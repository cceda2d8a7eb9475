/// The changes of the text by place, so that "what changed since" is one look.
struct ChangeIndex: Sendable {
    private let changes: [ChangeFact]
    private let positions: [String: Int]
    private let firstPositions: [String: Int]

    init(_ changes: [ChangeFact]) {
        self.changes = changes
        var positions: [String: Int] = [:]
        var firstPositions: [String: Int] = [:]
        for (position, change) in changes.enumerated() {
            positions[change.id] = position
            for section in change.sections where firstPositions[section] == nil { firstPositions[section] = position }
        }
        self.positions = positions
        self.firstPositions = firstPositions
    }

    /// The place of a commit; a commit that is not in the list lies before all of them, so that whatever was said of it
    /// covers none of what is known now.
    func position(of text: String) -> Int { positions[text] ?? -1 }

    /// Where the section was first written; nil for one that no known change touches.
    func firstPosition(of section: String) -> Int? { firstPositions[section] }

    /// The day on which the section was first written, unless that was with the first text of the plan.
    func birth(of section: String) -> CalendarDate? {
        guard let position = firstPositions[section], position > 0 else { return nil }
        return changes[position].date
    }

    /// Changes after `text` that touch the plan; where sections are named, those that touch one of them.
    func touching(after text: String, sections: [String] = []) -> [ChangeFact] {
        changes.dropFirst(position(of: text) + 1).filter { change in
            guard sections.isEmpty else { return change.sections.contains(where: sections.contains) }
            return !change.sections.isEmpty || !change.documents.isEmpty
        }
    }

    /// Whether two commits hold the same text of sections and documents.
    func isSameText(_ left: String, _ right: String) -> Bool {
        guard left != right else { return true }
        let (first, last) = (position(of: left), position(of: right))
        guard first >= 0, last >= 0 else { return false }
        return !changes[(min(first, last) + 1)...max(first, last)].contains {
            !$0.sections.isEmpty || !$0.documents.isEmpty
        }
    }
}
