import Workflow

/// Tasks that follow from where plans stand: gates, steps, sections, and parafen that were reopened.
///
/// A pure function of the plans: a condition that a step meets is told as that step, so that nothing is listed twice.
struct StandingTasks: TaskSource {
    func tasks(for participant: Participant, in plans: [PlanView], on today: CalendarDate) -> [WorkTask] {
        plans.flatMap { plan in
            let desk = Reader(plan: plan, capacities: participant.capacities(in: plan.projected.id), today: today)
            return desk.stepTasks + desk.gateTasks + desk.sectionTasks
        }
    }
}

/// One plan as one participant reads it.
private struct Reader {
    let plan: PlanView
    let capacities: [Capacity]
    let today: CalendarDate

    private var standing: PlanStanding { plan.standing }

    /// The first capacity with one of these roles: their own before that of whom they replace.
    private func capacity(among roles: [Role], function: String? = nil) -> Capacity? {
        capacities.first { roles.contains($0.role) && (function == nil || $0.countedFunction == function) }
    }

    private func task(
        _ what: Reason, reasons: [Reason] = [], since: CalendarDate?, due: CalendarDate? = nil, isRequired: Bool = true,
        as capacity: Capacity?, at place: WorkTask.Place
    ) -> WorkTask {
        WorkTask(
            plan: plan.projected.id, planTitle: plan.projected.metadata.title, what: what, reasons: reasons,
            since: since, due: due, today: today, isRequired: isRequired, capacity: capacity, place: place)
    }

    // MARK: Steps

    var stepTasks: [WorkTask] {
        standing.tracks.flatMap { track in track.steps.compactMap { task(for: $0, in: track) } }
    }

    /// An optional step is listed where somebody's opinion is asked; other things that may be left undone are no task.
    private func task(for step: StepStanding, in track: TrackStanding) -> WorkTask? {
        guard step.state == .open, step.mayBeDone, step.isRequired || step.act == .signedOff,
            let capacity = capacity(among: step.roles, function: step.function)
        else { return nil }
        if step.act == .roundClosed { return closingTask(step, as: capacity) }
        let reopened = step.signOffs.contains { $0.function == capacity.countedFunction && !$0.coverage.isValid }
        return task(
            Reason(
                reopened ? "work.sign-off-again" : Self.key(of: step.act),
                ["step": .label(step.label), "body": .body(step.body ?? .college)]),
            reasons: step.reasons, since: since(track), due: due(of: step.id), isRequired: step.isRequired,
            as: capacity, at: place(of: step))
    }

    /// Rounds that are past their last day; one that still runs is nobody's to close.
    private func closingTask(_ step: StepStanding, as capacity: Capacity) -> WorkTask? {
        let ended = standing.rounds.filter { !$0.isClosed && $0.until < today }.map(\.until)
        guard let last = ended.min() else { return nil }
        return task(
            Reason("work.close-round"), since: last.adding(days: 1), as: capacity, at: .rounds)
    }

    private static func key(of act: ActKind) -> String {
        switch act {
        case .signedOff: "work.sign-off"
        case .scheduled: "work.schedule"
        case .decided: "work.decide"
        case .finalReleased: "work.release"
        case .published: "work.publish"
        case .meetingHeld: "work.session"
        case .roundOpened: "work.open-round"
        default: "work.step"
        }
    }

    private func place(of step: StepStanding) -> WorkTask.Place {
        switch step.act {
        case .signedOff: .signOff(step: step.id)
        case .scheduled: .scheduling(step.body ?? .college)
        case .decided: .decision(step.body ?? .college)
        case .finalReleased: .release
        case .published: .publication
        case .meetingHeld: .session(step: step.id)
        default: .rounds
        }
    }

    /// Since the last section came into the stage of the track.
    private func since(_ track: TrackStanding) -> CalendarDate? {
        let stage = plan.definition.track(track.id)?.stage
        return standing.sections.filter { $0.stage == stage }.compactMap(\.since).max()
            ?? standing.sections.compactMap(\.since).max()
    }

    private func due(of step: String) -> CalendarDate? {
        standing.deadlines.filter { $0.step == step && $0.state != .met }.compactMap(\.due).min()
    }

    // MARK: Gates

    /// What the reader can do something about, and letting through what is ready.
    var gateTasks: [WorkTask] {
        plan.gates.flatMap { gate -> [WorkTask] in
            let lines = gate.lines.filter { $0.state == .missing && $0.need == nil }
            let mine = lines.compactMap { line in
                capacity(among: line.actors).map { capacity in
                    task(
                        Reason("work.gate", ["condition": .phrase(line.statement)]), reasons: line.reasons,
                        since: line.since, due: line.due, as: capacity, at: .gate(gate.stage))
                }
            }
            return mine + [passage(through: gate)].compactMap { $0 }
        }
    }

    private func passage(through gate: GateReport) -> WorkTask? {
        guard gate.isOpen, let stage = plan.definition.stage(gate.stage),
            !gate.sections.contains(where: { standing.hold(on: $0) != nil }),
            let capacity = capacity(among: stage.movedBy)
        else { return nil }
        let deadlines = standing.deadlines.filter { $0.stage == gate.stage && $0.step == nil && $0.state != .met }
        return task(
            Reason("work.move-on", ["stage": .label(stage.label)]),
            since: standing.sections.filter { gate.sections.contains($0.id) }.compactMap(\.since).max(),
            due: deadlines.compactMap(\.due).min(), as: capacity, at: .gate(gate.stage))
    }

    // MARK: Sections

    /// Sections of the reader's own function that they can write at: all that were sent back, and those in draft.
    var sectionTasks: [WorkTask] {
        plan.projected.sections.compactMap { section in
            guard let place = standing.section(section.id.rawValue),
                plan.definition.stage(place.stage)?.subject == .sections, place.wasSentBack || place.stage == "draft",
                let capacity = capacities.first(where: { $0.countedFunction == section.owner })
            else { return nil }
            let deadlines = standing.deadlines.filter {
                $0.stage == place.stage && $0.step == nil && $0.state != .met
            }
            return task(
                Reason(place.wasSentBack ? "work.rewrite" : "work.write", ["section": .text(section.printedTitle)]),
                since: place.since, due: deadlines.compactMap(\.due).min(), as: capacity, at: .section(section.id))
        }
    }
}
