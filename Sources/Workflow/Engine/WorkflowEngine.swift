/// Answers where a plan stands, what a gate lacks and whether an act may be done.
///
/// It holds no state and does no I/O: the same facts and the same day always give the same answer. It says which *role*
/// may act; who holds a role, and who stands in for whom, is for the caller to know.
public struct WorkflowEngine: Sendable {
    public let definition: WorkflowDefinition
    public let calendar: MunicipalCalendar

    public init(_ definition: WorkflowDefinition, calendar: MunicipalCalendar = MunicipalCalendar()) {
        self.definition = definition
        self.calendar = calendar
    }

    /// Where the plan stands on the day `today`.
    public func standing(of facts: PlanFacts, on today: CalendarDate) -> PlanStanding {
        standing(of: PlanHistory(definition: definition, facts: facts), on: today)
    }

    func standing(of history: PlanHistory, on today: CalendarDate) -> PlanStanding {
        let progress = TrackProgress(history: history, calendar: calendar, today: today)
        let tracks = progress.standings()
        return PlanStanding(
            isStarted: history.isStarted, stage: history.stage, sections: sections(history),
            frozen: history.frozen, tracks: tracks,
            decisions: GoverningBody.allCases.compactMap(history.decision), rounds: history.rounds,
            disclosure: history.disclosure, conditions: conditions(history),
            deadlines: definition.deadlines.map { deadline($0, history, tracks, today) }, holds: history.holds)
    }

    private func sections(_ history: PlanHistory) -> [SectionStanding] {
        history.facts.sections.compactMap { section in
            history.places[section.id].map {
                SectionStanding(
                    id: section.id, title: section.title, stage: $0.stage, since: $0.since, sequence: $0.sequence,
                    wasSentBack: $0.wasSentBack)
            }
        }
    }

    private func conditions(_ history: PlanHistory) -> [ConditionStanding] {
        history.conditions.sorted { $0.key < $1.key }.map {
            ConditionStanding(id: $0.key, clause: $0.value, isFulfilled: history.isFulfilled($0.key))
        }
    }

    private func deadline(
        _ deadline: DeadlineDefinition, _ history: PlanHistory, _ tracks: [TrackStanding], _ today: CalendarDate
    ) -> DeadlineStanding {
        let due = calendar.dueDate(
            of: deadline, entry: history.entries[deadline.stage], planning: history.facts.planning)
        return DeadlineStanding(
            id: deadline.id, label: deadline.label, stage: deadline.stage, step: deadline.step, due: due,
            state: state(of: deadline, due: due, history, tracks, today))
    }

    private func state(
        of deadline: DeadlineDefinition, due: CalendarDate?, _ history: PlanHistory, _ tracks: [TrackStanding],
        _ today: CalendarDate
    ) -> DeadlineStanding.State {
        let rank = definition.rank(of: deadline.stage) ?? 0
        let furthest = history.places.values.compactMap { definition.rank(of: $0.stage) }.max() ?? 0
        if let step = deadline.step {
            let state = tracks.lazy.flatMap(\.steps).first { $0.id == step }?.state
            if state == .done || state == .skipped { return .met }
        } else if (definition.rank(of: history.stage) ?? 0) > rank {
            return .met
        }
        guard furthest >= rank else { return .upcoming }
        return due.map { $0 < today } == true ? .overdue : .running
    }
}
