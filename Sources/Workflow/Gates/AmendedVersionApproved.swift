/// Where the body adopted as amended, the amended text was frozen anew and signed off by everybody who must.
struct AmendedVersionApproved: GateCondition {
    static let name = "amended-version-approved"
    static let required: Set<ConditionParameter> = [.body]

    let body: GoverningBody

    init?(_ parameters: ConditionParameters) {
        guard let body = parameters.body else { return nil }
        self.body = body
    }

    /// For another condition that asks the same of one body.
    init(body: GoverningBody) {
        self.body = body
    }

    var neededStep: StepNeed? { StepNeed(.decided, body) }

    func statement(in definition: WorkflowDefinition) -> Reason {
        Reason("condition.amended-version-approved", ["body": body.asArgument])
    }

    func missing(in situation: Situation) -> [Reason] {
        let history = situation.history
        guard history.decision(of: body)?.state == .awaitsVersion, let last = history.lastDecision(of: body)
        else { return [] }
        return history.lackingApprovals(of: last.act)
    }

    func actors(in situation: Situation) -> [Role] {
        situation.roles(of: .signedOff)
    }
}
