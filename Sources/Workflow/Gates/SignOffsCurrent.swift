/// Every required paraaf of the track, and every one that was asked beside it, covers the text as it stands or was
/// carried over to it; one that was skipped is not waited for.
struct SignOffsCurrent: GateCondition {
    static let name = "sign-offs-current"
    static let required: Set<ConditionParameter> = [.track]

    let track: String

    init?(_ parameters: ConditionParameters) {
        guard let track = parameters.track else { return nil }
        self.track = track
    }

    var neededStep: StepNeed? { StepNeed(.signedOff) }

    func statement(in definition: WorkflowDefinition) -> Reason {
        let steps = requiredSteps(in: definition).map { Reason.Argument.label($0.label) }
        return Reason("condition.sign-offs-current", ["steps": .list(steps)])
    }

    func missing(in situation: Situation) -> [Reason] {
        requiredSteps(in: situation.history).flatMap { step -> [Reason] in
            let given = situation.history.signOffs(on: step)
            if given.contains(where: \.isObjection) {
                return given.filter(\.isObjection).map { $0.objection(to: step) }
            }
            if given.contains(where: \.counts) { return [] }
            if given.isEmpty { return [Reason("gate.sign-off-missing", ["step": .label(step.label)])] }
            return given.map { $0.staleness(on: step) }
        }
    }

    func actors(in situation: Situation) -> [Role] {
        var roles: [Role] = []
        for step in requiredSteps(in: situation.history)
        where !situation.history.signOffs(on: step).contains(where: \.counts) {
            roles += step.roles.filter { !roles.contains($0) }
        }
        return roles
    }

    private func requiredSteps(in history: PlanHistory) -> [StepDefinition] {
        (history.definition.track(track).map(history.steps) ?? []).filter {
            $0.act == .signedOff && $0.isRequired && history.result(of: $0).state != .skipped
        }
    }

    private func requiredSteps(in definition: WorkflowDefinition) -> [StepDefinition] {
        definition.track(track)?.steps.filter { $0.act == .signedOff && $0.isRequired } ?? []
    }
}
