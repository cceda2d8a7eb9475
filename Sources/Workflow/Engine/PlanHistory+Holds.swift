/// What stands still by an act of hold (*aangehouden*), and since when.
public struct HoldStanding: Equatable, Sendable {
    /// The act in the register.
    public let sequence: Int
    /// Sections of it that still stand still, in the order of the plan; empty for the plan as a whole.
    public let sections: [String]
    public let since: CalendarDate
    /// The function that put it on hold.
    public let function: String

    public var isOfWholePlan: Bool { sections.isEmpty }
}

/// A hold stops what leads on: moves, decisions, releases and publication. Everything that is said of the text goes on,
/// and so does sending back.
extension PlanHistory {
    /// Acts that wait until what is held goes on again.
    static let stoppedByHold: Set<ActKind> = [.stageMoved, .decided, .finalReleased, .published]

    /// Holds that were not ended, in the order of the register.
    var holds: [HoldStanding] {
        var whole: ActFact?
        var parts: [String: ActFact] = [:]
        for act in facts.acts {
            switch act.payload {
            case .held where act.sections.isEmpty: whole = act
            case .held: for section in act.sections { parts[section] = act }
            case .resumed where act.sections.isEmpty:
                whole = nil
                parts = [:]
            case .resumed: for section in act.sections { parts[section] = nil }
            default: break
            }
        }
        let present = facts.sections.map(\.id).filter { parts[$0] != nil }
        let acts = Dictionary(grouping: present) { parts[$0]?.sequence ?? 0 }
        let ofSections = acts.compactMap { _, sections in parts[sections[0]].map { HoldStanding($0, of: sections) } }
        return ((whole.map { [HoldStanding($0, of: [])] } ?? []) + ofSections).sorted { $0.sequence < $1.sequence }
    }

    /// The hold that keeps any of these sections where they are.
    func hold(on sections: [SectionFact]) -> HoldStanding? {
        holds.first { hold in hold.isOfWholePlan || sections.contains { hold.sections.contains($0.id) } }
    }
}

extension HoldStanding {
    fileprivate init(_ act: ActFact, of sections: [String]) {
        self.init(sequence: act.sequence, sections: sections, since: act.officialDay, function: act.function)
    }

    /// What a reader is told: since when, by whom, and which sections.
    func reason(ofPlan key: String, ofSections sectionKey: String, among sections: [SectionFact]) -> Reason {
        let arguments: [String: Reason.Argument] = ["since": .date(since), "function": .text(function)]
        guard !isOfWholePlan else { return Reason(key, arguments) }
        let held = sections.filter { self.sections.contains($0.id) }
        return Reason(sectionKey, arguments.merging(held.asArguments) { $1 })
    }
}
