import PlanDomain
import Workflow

/// Somebody before the gates of a plan: what they may do there today.
///
/// It decides which links show; the desk decides again when a form comes in.
struct GateReader {
    let view: PlanView
    let participant: Participant
    let today: CalendarDate

    var plan: PlanID { view.projected.id }

    /// Whether they hold one of these roles with the right to it, of their own or for another.
    func may(_ right: PlanRight, as roles: [Role]) -> Bool {
        !participant.capacities(in: plan, among: right.roles.intersection(roles)).isEmpty
    }

    /// What can be done with the sections that stand in a stage.
    func actions(at stage: StageDefinition, isOpen: Bool) -> [GateAction] {
        var actions: [GateAction] = []
        let goesInParts = stage.next.contains { view.definition.stage($0)?.subject == .sections }
        if isOpen || goesInParts, may(.moveStages, as: stage.movedBy) { actions.append(.moveOn) }
        if let rule = stage.sendBack, may(.moveStages, as: rule.roles) { actions.append(.sendBack) }
        return actions
    }

    /// What can be done with the plan as a whole.
    var planActions: [GateAction] {
        var actions: [GateAction] = []
        let stands = view.gates.isEmpty == false
        let isHeld = view.standing.holds.contains(where: \.isOfWholePlan)
        if stands, !isHeld, may(.moveStages, as: view.definition.actRoles[.held] ?? []) { actions.append(.hold) }
        if !view.standing.holds.isEmpty, may(.moveStages, as: view.definition.actRoles[.resumed] ?? []) {
            actions.append(.resume)
        }
        if !view.signOffRoutes.isEmpty, may(.moveStages, as: view.definition.actRoles[.adviserAsked] ?? []) {
            actions.append(.ask)
        }
        return actions
    }

    /// Whether they can give the paraaf of a step now.
    func maySign(_ step: StepStanding) -> Bool {
        step.act == .signedOff && step.mayBeDone
            && participant.capacities(in: plan, among: PlanRight.signOff.roles.intersection(step.roles)).contains {
                step.function == nil || $0.countedFunction == step.function
            }
    }

    func maySkip(_ step: StepStanding) -> Bool {
        [.open, .waiting].contains(step.state) && may(.moveStages, as: view.skippers(of: step.id) ?? [])
    }

    /// The page on which they can do a step now; nil for a paraaf, which has its own, and for what is not theirs.
    func address(at step: StepStanding) -> SiteAddress? {
        if let action = action(at: step) { return .decision(plan, action, body: step.body) }
        guard step.mayBeDone else { return nil }
        switch step.act {
        case .meetingHeld: return may(.recordSessions, as: step.roles) ? .session(plan, step: step.id) : nil
        case .roundOpened, .roundExtended, .roundClosed: return may(.consult, as: step.roles) ? .rounds(plan) : nil
        default: return nil
        }
    }

    /// The step by which they can bring about what a condition of a gate waits for.
    func step(for need: StepNeed?) -> StepStanding? {
        guard let need else { return nil }
        return view.standing.tracks.flatMap(\.steps).first {
            $0.act == need.act && $0.body == need.body && address(at: $0) != nil
        }
    }

    /// What they can record of a step of the bodies now.
    func action(at step: StepStanding) -> DecisionAction? {
        guard step.mayBeDone, let action = DecisionAction(of: step.act), may(action.right, as: step.roles) else {
            return nil
        }
        return action
    }
}
