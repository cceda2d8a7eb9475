/// The deepening took place: a meeting of the body named, or where none is named a session with partners, since the
/// first section reached the stage.
struct DeepeningHeld: GateCondition {
    static let name = "deepening-held"
    static let optional: Set<ConditionParameter> = [.body, .count]

    let body: GoverningBody?
    /// How many meetings there must have been.
    let count: Int

    init(_ parameters: ConditionParameters) {
        body = parameters.body
        count = parameters.count ?? 1
    }

    var neededStep: StepNeed? { StepNeed(.meetingHeld, body) }

    func statement(in definition: WorkflowDefinition) -> Reason {
        guard let body else { return Reason("condition.deepening-held-with-partners", ["count": .number(count)]) }
        return Reason("condition.deepening-held", ["body": body.asArgument, "count": .number(count)])
    }

    func missing(in situation: Situation) -> [Reason] {
        let history = situation.history
        let held = history.meetings(of: body, since: situation.stage).count
        guard held < count, !isSkipped(in: history) else { return [] }
        var arguments: [String: Reason.Argument] = ["count": .number(count - held)]
        guard let body else { return [Reason("gate.deepening-with-partners-missing", arguments)] }
        arguments["body"] = body.asArgument
        return [Reason("gate.deepening-missing", arguments)]
    }

    /// Whether every step that could bring the meeting was passed over.
    private func isSkipped(in history: PlanHistory) -> Bool {
        let steps = history.allSteps.filter { $0.act == .meetingHeld && $0.body == body }
        return !steps.isEmpty && steps.allSatisfy { history.skip(of: $0) != nil }
    }

    func actors(in situation: Situation) -> [Role] {
        situation.roles(of: .meetingHeld)
    }
}
