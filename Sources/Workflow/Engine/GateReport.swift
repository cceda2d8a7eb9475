/// What a gate looks like today: every condition with what is missing, who must act and by when.
public struct GateReport: Sendable {
    /// The stage that is to be left, or in which the step is done.
    public let stage: StageID
    /// Where it leads; empty for the gate of a step.
    public let next: [StageID]
    /// The sections that it was asked for, in the order of the plan.
    public let sections: [String]
    public let lines: [Line]

    /// Whether every condition is met or set aside.
    public var isOpen: Bool { lines.allSatisfy { $0.state != .missing } }

    /// Everything that is missing, over all lines.
    public var missing: [Reason] { lines.filter { $0.state == .missing }.flatMap(\.reasons) }

    public func line(_ condition: String) -> Line? { lines.first { $0.id == condition } }

    /// One condition.
    public struct Line: Sendable {
        /// Its id in the gate, by which it can be set aside.
        public let id: String
        /// The condition in words.
        public let statement: Reason
        public let state: State
        /// What is missing; also where it was set aside, so that a reader sees what was passed over.
        public let reasons: [Reason]
        /// Who must see to it.
        public let actors: [Role]
        /// Since when the gate waits: the day on which the first of the sections came in.
        public let since: CalendarDate?
        public let due: CalendarDate?
        /// Who may set it aside.
        public let override: [Role]
        /// The act that set it aside.
        public let overriddenBy: ActFact?
        /// The kind of step that meets it; nil for a condition of the text or the planning.
        public let need: StepNeed?
    }

    public enum State: String, CaseIterable, Sendable { case met, missing, overridden }
}

extension WorkflowEngine {
    /// The gate that guards leaving `stage`.
    ///
    /// - Parameter sections: the sections that want to go on; empty means all that stand there.
    /// - Returns: nil for a stage that the workflow does not have.
    public func gate(
        leaving stage: StageID, of facts: PlanFacts, sections: [String] = [], on today: CalendarDate
    ) -> GateReport? {
        gate(leaving: stage, in: PlanHistory(definition: definition, facts: facts), sections: sections, on: today)
    }

    /// What must hold before a step may be done, such as a decision.
    ///
    /// - Returns: nil for a step that the workflow does not have.
    public func gate(before step: String, of facts: PlanFacts, on today: CalendarDate) -> GateReport? {
        guard let step = definition.step(step), let stage = definition.stage(ofStep: step.id) else { return nil }
        let history = PlanHistory(definition: definition, facts: facts)
        let situation = Situation(
            history: history, calendar: calendar, today: today, stage: stage, sections: facts.sections)
        return GateReport(
            stage: stage.id, next: [], sections: facts.sections.map(\.id),
            lines: step.gate.map { line($0, in: situation) })
    }

    func gate(
        leaving stage: StageID, in history: PlanHistory, sections: [String] = [], on today: CalendarDate
    ) -> GateReport? {
        guard let stage = definition.stage(stage) else { return nil }
        let standing = history.sections(in: stage.id)
        let leaving = sections.isEmpty ? standing : history.facts.sections.filter { sections.contains($0.id) }
        let situation = Situation(
            history: history, calendar: calendar, today: today, stage: stage, sections: leaving)
        return GateReport(
            stage: stage.id, next: stage.next, sections: leaving.map(\.id),
            lines: stage.gate.map { line($0, in: situation) })
    }

    func line(_ clause: GateClause, in situation: Situation) -> GateReport.Line {
        let missing = clause.condition.missing(in: situation)
        let override = missing.isEmpty ? nil : situation.override(of: clause)
        let actors = clause.actors.isEmpty ? clause.condition.actors(in: situation) : clause.actors
        return GateReport.Line(
            id: clause.id, statement: clause.condition.statement(in: definition),
            state: missing.isEmpty ? .met : override == nil ? .missing : .overridden,
            reasons: missing, actors: actors,
            since: situation.sections.compactMap { situation.history.places[$0.id]?.since }.min(),
            due: due(of: clause, in: situation), override: clause.override, overriddenBy: override,
            need: clause.condition.neededStep)
    }

    /// The deadline of the step that the condition asks for, or else of the stage.
    private func due(of clause: GateClause, in situation: Situation) -> CalendarDate? {
        let deadlines = definition.deadlines.filter { $0.stage == situation.stage.id }
        let steps = definition.tracks.flatMap(\.steps).filter { step in
            guard let need = clause.condition.neededStep else { return false }
            return step.act == need.act && (need.body == nil || step.body == need.body)
        }
        let ofStep = deadlines.filter { deadline in steps.contains { $0.id == deadline.step } }
        let fitting = ofStep.isEmpty ? deadlines.filter { $0.step == nil } : ofStep
        return fitting.compactMap {
            calendar.dueDate(
                of: $0, entry: situation.history.entries[$0.stage], planning: situation.facts.planning)
        }.min()
    }
}

extension Situation {
    /// The act that set the condition aside for all these sections, since each of them came into the stage.
    ///
    /// Going through the gate and coming back ends it: what was passed over once must be looked at again.
    func override(of clause: GateClause) -> ActFact? {
        facts.acts.last { act in
            guard act.payload == .gateOverridden(stage: stage.id, condition: clause.id) else { return false }
            return sections.allSatisfy { section in
                let entered = history.places[section.id]?.sequence ?? 0
                return act.sequence > entered && (act.sections.isEmpty || act.sections.contains(section.id))
            }
        }
    }
}
