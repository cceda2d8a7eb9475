/// There is something to decide: at least one decision point for the body, and none of them empty.
struct DecisionPointsWritten: GateCondition {
    static let name = "decision-points-written"
    static let optional: Set<ConditionParameter> = [.body]

    let body: GoverningBody

    init(_ parameters: ConditionParameters) {
        body = parameters.body ?? .college
    }

    func statement(in definition: WorkflowDefinition) -> Reason {
        Reason("condition.decision-points-written", ["body": body.asArgument])
    }

    func missing(in situation: Situation) -> [Reason] {
        let points = situation.facts.decisionPoints.filter { $0.body == body }
        guard !points.isEmpty else { return [Reason("gate.no-decision-points", ["body": body.asArgument])] }
        let empty = points.filter { $0.text.allSatisfy(\.isWhitespace) }
        guard !empty.isEmpty else { return [] }
        return [
            Reason(
                "gate.decision-points-empty",
                ["points": .list(empty.map { .number($0.number) }), "count": .number(empty.count)])
        ]
    }

    func actors(in situation: Situation) -> [Role] { [.drafter] }
}
