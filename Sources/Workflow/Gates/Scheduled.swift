/// The plan stands on the agenda of the body.
struct Scheduled: GateCondition {
    static let name = "scheduled"
    static let required: Set<ConditionParameter> = [.body]

    let body: GoverningBody

    init?(_ parameters: ConditionParameters) {
        guard let body = parameters.body else { return nil }
        self.body = body
    }

    var neededStep: StepNeed? { StepNeed(.scheduled, body) }

    func statement(in definition: WorkflowDefinition) -> Reason {
        Reason("condition.scheduled", ["body": body.asArgument])
    }

    func missing(in situation: Situation) -> [Reason] {
        situation.history.schedulings(of: body).isEmpty ? [Reason("gate.not-scheduled", ["body": body.asArgument])] : []
    }

    func actors(in situation: Situation) -> [Role] {
        situation.roles(of: .scheduled, body: body)
    }
}
