/// How far the steps of every track are.
struct TrackProgress {
    let history: PlanHistory
    let calendar: MunicipalCalendar
    let today: CalendarDate

    private var definition: WorkflowDefinition { history.definition }

    /// In the order of the workflow.
    func standings() -> [TrackStanding] {
        let results = Dictionary(
            uniqueKeysWithValues: history.allSteps.map { ($0.id, history.result(of: $0)) })
        return definition.tracks.map { track in
            TrackStanding(
                id: track.id, label: track.label,
                steps: history.steps(of: track).map { standing(of: $0, in: track, results) },
                isComplete: isComplete(track, results))
        }
    }

    /// How far one step is; nil for a step that this plan does not have.
    func standing(of step: StepDefinition) -> StepStanding? {
        standings().lazy.flatMap(\.steps).first { $0.id == step.id }
    }

    /// Whether nothing that was said in a track would still count: its stage was left, or something was built on it.
    func isOver(_ track: TrackDefinition) -> Bool {
        if case .left = TrackAvailability(of: track, in: history) { return true }
        return followers(of: track.id).compactMap(definition.track).flatMap(history.steps).contains {
            $0.isRequired && history.result(of: $0).state == .done
        }
    }

    /// Puts together what the register says of the step and what stands in its way.
    private func standing(
        of step: StepDefinition, in track: TrackDefinition, _ results: [String: StepResult]
    ) -> StepStanding {
        let result = results[step.id] ?? StepResult(.undone)
        let obstacles = obstacles(to: step, in: track, results)
        let (state, reasons) = state(of: result, obstacles)
        return StepStanding(
            id: step.id, label: step.label, act: step.act, body: step.body, roles: step.roles,
            isRequired: step.isRequired, function: step.function, allowsBulk: step.allowsBulk, state: state,
            reasons: reasons,
            mayBeDone: obstacles.isFree && mayBeDone(step, in: track, result, results),
            acts: result.acts.map(\.sequence), date: result.acts.last?.date, signOffs: result.signOffs)
    }

    /// What was done stays done, whatever stands in the way of doing it again.
    private func state(of result: StepResult, _ obstacles: Obstacles) -> (StepStanding.State, [Reason]) {
        switch (result.state, obstacles) {
        case (.done, _): (.done, [])
        case (.skipped, _): (.skipped, result.reasons)
        case (_, .left(let reason)): (.skipped, [reason])
        case (_, .waits(let reasons)): (.waiting, reasons)
        case (.blocked, .free): (.blocked, result.reasons)
        case (.undone, .free): (.open, result.reasons)
        }
    }

    /// What keeps a step from being done, whatever became of it before.
    private enum Obstacles {
        case free
        case waits([Reason])
        case left(Reason)

        var isFree: Bool {
            if case .free = self { return true }
            return false
        }
    }

    /// In this order: the stage, tracks that come first, steps above it, the gate of the step itself.
    private func obstacles(
        to step: StepDefinition, in track: TrackDefinition, _ results: [String: StepResult]
    ) -> Obstacles {
        switch TrackAvailability(of: track, in: history) {
        case .notReached(let reason): return .waits([reason])
        case .left(let reason): return .left(reason)
        case .open: break
        }
        var reasons = track.after.compactMap(definition.track).filter { !isComplete($0, results) }
            .map { Reason("step.waits-for-track", ["track": .label($0.label)]) }
        if track.order == .serial, step.function == nil {
            let above = track.steps.prefix { $0.id != step.id }
            reasons += above.filter { $0.isRequired && !isSettled($0, results) }
                .map { Reason("step.waits-for-step", ["step": .label($0.label)]) }
        }
        if PlanHistory.stoppedByHold.contains(step.act), let hold = history.hold(on: history.facts.sections) {
            reasons.append(
                hold.reason(
                    ofPlan: "step.on-hold", ofSections: "step.on-hold-sections", among: history.facts.sections))
        }
        reasons += missing(at: step, in: track)
        return reasons.isEmpty ? .free : .waits(reasons)
    }

    /// What the gate of the step lacks, apart from what was set aside.
    private func missing(at step: StepDefinition, in track: TrackDefinition) -> [Reason] {
        guard !step.gate.isEmpty, let stage = definition.stage(track.stage) else { return [] }
        let situation = Situation(
            history: history, calendar: calendar, today: today, stage: stage, sections: history.facts.sections)
        return step.gate.flatMap { clause in
            situation.override(of: clause) == nil ? clause.condition.missing(in: situation) : []
        }
    }

    /// Whether the act would add something, once nothing stands in its way.
    private func mayBeDone(
        _ step: StepDefinition, in track: TrackDefinition, _ result: StepResult, _ results: [String: StepResult]
    ) -> Bool {
        switch result.state {
        case .undone: true
        // Who was passed over may still speak, while nothing was built on the silence.
        case .skipped: history.skip(of: step) != nil && step.function == nil && !isBuiltOn(step, in: track, results)
        case .blocked:
            switch step.act {
            case .signedOff: true
            case .decided: step.body.map(history.mayDecideAgain) ?? false
            default: false
            }
        case .done: (step.isRepeatable || step.act == .signedOff) && !isBuiltOn(step, in: track, results)
        }
    }

    /// Whether a later step that needed this one has been done.
    private func isBuiltOn(
        _ step: StepDefinition, in track: TrackDefinition, _ results: [String: StepResult]
    ) -> Bool {
        let below =
            track.order == .serial && step.function == nil ? track.steps.drop { $0.id != step.id }.dropFirst() : []
        let dependents = followers(of: track.id).compactMap(definition.track).flatMap(history.steps)
        return (below + dependents).contains { $0.isRequired && results[$0.id]?.state == .done }
    }

    /// Tracks that wait for this one, at any remove, themselves or by the gate of a step.
    private func followers(of track: String) -> Set<String> {
        var found: Set<String> = []
        var queue = [track]
        while let next = queue.popLast() {
            for follower in definition.tracks where definition.predecessors(of: follower).contains(next) {
                if found.insert(follower.id).inserted { queue.append(follower.id) }
            }
        }
        return found
    }

    private func isComplete(_ track: TrackDefinition, _ results: [String: StepResult]) -> Bool {
        history.steps(of: track).allSatisfy { !$0.isRequired || isSettled($0, results) }
    }

    /// A step that will not be done any more holds nobody up.
    private func isSettled(_ step: StepDefinition, _ results: [String: StepResult]) -> Bool {
        let state = results[step.id]?.state
        return state == .done || state == .skipped
    }
}

/// Whether the steps of a track may be done in the stage that the plan is in.
enum TrackAvailability {
    case open
    case notReached(Reason)
    case left(Reason)

    var isNotReached: Bool {
        if case .notReached = self { return true }
        return false
    }

    /// A track in a stage about the frozen version opens when all sections are there; one in an earlier stage while any
    /// section is.
    init(of track: TrackDefinition, in history: PlanHistory) {
        let definition = history.definition
        guard let stage = definition.stage(track.stage), let rank = definition.rank(of: track.stage) else {
            self = .notReached(Reason("step.stage-not-reached", ["stage": .text(track.stage.rawValue)]))
            return
        }
        let now = definition.rank(of: history.stage) ?? 0
        let label = Reason.Argument.label(stage.label)
        switch stage.subject {
        case .version where now < rank:
            self = .notReached(Reason("step.stage-not-reached", ["stage": label]))
        case .version where history.frozen == nil:
            self = .notReached(Reason("step.no-frozen-version"))
        case .sections where !history.sections(in: stage.id).isEmpty, .version where now == rank:
            self = .open
        case .sections where now < rank:
            self = .notReached(Reason("step.stage-not-reached", ["stage": label]))
        default:
            self = track.goesOn ? .open : .left(Reason("step.stage-left", ["stage": label]))
        }
    }
}
