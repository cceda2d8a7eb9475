/// Every required paraaf of the track covers the text as it stands, or was carried over to it.
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
        requiredSteps(in: situation.definition).flatMap { step -> [Reason] in
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
        for step in requiredSteps(in: situation.definition)
        where !situation.history.signOffs(on: step).contains(where: \.counts) {
            roles += step.roles.filter { !roles.contains($0) }
        }
        return roles
    }

    private func requiredSteps(in definition: WorkflowDefinition) -> [StepDefinition] {
        definition.track(track)?.steps.filter { $0.act == .signedOff && $0.isRequired } ?? []
    }
}
