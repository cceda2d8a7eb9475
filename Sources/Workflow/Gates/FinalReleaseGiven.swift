/// The final release (*definitief akkoord*) of the body's decision was given, after the meeting.
struct FinalReleaseGiven: GateCondition {
    static let name = "final-release-given"
    static let optional: Set<ConditionParameter> = [.body]

    let body: GoverningBody

    init(_ parameters: ConditionParameters) {
        body = parameters.body ?? .college
    }

    var neededStep: StepNeed? { StepNeed(.finalReleased, body) }

    func statement(in definition: WorkflowDefinition) -> Reason {
        Reason("condition.final-release-given", ["body": body.asArgument])
    }

    func missing(in situation: Situation) -> [Reason] {
        situation.history.release(of: body) == nil
            ? [Reason("gate.final-release-missing", ["body": body.asArgument])] : []
    }

    func actors(in situation: Situation) -> [Role] {
        situation.roles(of: .finalReleased, body: body)
    }
}
