/// What the acts of one plan add up to: where each section stands, and which version is frozen.
///
/// A fold over the register. It takes every act for true, because the engine let it in or an earlier workflow did; a
/// move to a stage that this workflow does not have is passed over.
struct PlanHistory: Sendable {
    let definition: WorkflowDefinition
    let facts: PlanFacts
    let changes: ChangeIndex
    private(set) var isStarted = false
    /// Where each present section stands, by its id.
    private(set) var places: [String: Place] = [:]
    private(set) var frozen: FrozenVersion?
    /// Acts that sent sections back out of a stage about the frozen version: decisions on it fall.
    private(set) var returns: [ActFact] = []
    /// The day on which the first of the sections that stand in a stage, or stood there last, came in.
    private(set) var entries: [StageID: CalendarDate] = [:]
    /// The act by which the first section ever reached a stage; 0 for the first stage.
    private(set) var firstArrivals: [StageID: Int] = [:]

    struct Place: Equatable, Sendable {
        var stage: StageID
        /// Nil where the plan has not been started.
        var since: CalendarDate?
        /// The act that brought the section here; 0 where it began here.
        var sequence: Int
        var wasSentBack = false
    }

    init(definition: WorkflowDefinition, facts: PlanFacts) {
        self.definition = definition
        self.facts = facts
        changes = ChangeIndex(facts.changes)
        let start = facts.acts.first { $0.kind == .planStarted }
        isStarted = start != nil
        for section in facts.sections {
            let since = changes.birth(of: section.id).map { max($0, start?.officialDay ?? $0) } ?? start?.officialDay
            places[section.id] = Place(stage: definition.firstStage.id, since: since, sequence: 0)
        }
        entries[definition.firstStage.id] = start?.officialDay
        firstArrivals[definition.firstStage.id] = 0
        for act in facts.acts { apply(act) }
    }

    /// The stage of the section that is least far; the first stage of a plan without sections.
    var stage: StageID {
        let ranks = places.values.compactMap { definition.rank(of: $0.stage) }
        return ranks.min().map { definition.stages[$0].id } ?? definition.firstStage.id
    }

    /// Sections that stand in `stage`, in the order of the plan.
    func sections(in stage: StageID) -> [SectionFact] {
        facts.sections.filter { places[$0.id]?.stage == stage }
    }

    /// Meetings of the body, or sessions with partners where it is nil, since the stage was first reached.
    func meetings(of body: GoverningBody?, since stage: StageDefinition?) -> [ActFact] {
        guard let stage, let arrival = firstArrivals[stage.id] else { return [] }
        return facts.acts.filter { act in
            guard case .meetingHeld(_, body) = act.payload else { return false }
            return act.sequence > arrival
        }
    }

    /// The day on which the first section ever reached a stage; nil where none has.
    func firstEntry(into stage: StageDefinition) -> CalendarDate? {
        firstArrivals[stage.id].flatMap { sequence in
            facts.acts.first { sequence == 0 ? $0.kind == .planStarted : $0.sequence == sequence }?.officialDay
        }
    }

    /// Only moves and send-backs change where sections stand; other acts are looked up when they are asked for.
    private mutating func apply(_ act: ActFact) {
        switch act.payload {
        case .stageMoved(let from, let to): move(act, from: from, to: to)
        case .sentBack(let from, let to):
            if definition.stage(from)?.subject == .version { returns.append(act) }
            if definition.stage(to)?.subject == .sections { frozen = nil }
            move(act, from: from, to: to)
        default: break
        }
    }

    /// Moves the sections that the act names; where it names none, all that stood in the stage and existed by then.
    private mutating func move(_ act: ActFact, from: StageID, to: StageID) {
        guard let target = definition.stage(to) else { return }
        let moved = act.sections.isEmpty ? sections(in: from).map(\.id).filter { existed($0, at: act) } : act.sections
        if firstArrivals[to] == nil { firstArrivals[to] = act.sequence }
        if sections(in: to).isEmpty { entries[to] = act.officialDay }
        for id in moved where places[id] != nil {
            places[id] = Place(
                stage: to, since: act.officialDay, sequence: act.sequence, wasSentBack: act.kind == .sentBack)
        }
        if act.kind == .stageMoved, target.subject == .version, definition.stage(from)?.subject == .sections {
            frozen = FrozenVersion(text: act.text, sequence: act.sequence, date: act.officialDay)
        }
    }

    /// An act about the plan as a whole is not about sections that were written later.
    private func existed(_ section: String, at act: ActFact) -> Bool {
        guard let birth = changes.firstPosition(of: section) else { return true }
        return birth <= changes.position(of: act.text)
    }
}

extension ActFact {
    /// The official date, or where the source gives none the day on which it was recorded.
    var officialDay: CalendarDate { date ?? recordedOn }
}
