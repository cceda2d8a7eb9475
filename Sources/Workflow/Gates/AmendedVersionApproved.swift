/// Where the body adopted as amended, the amended text was frozen anew and signed off by everybody who must.
///
/// An amendment of a later body passes this gate once more: the board does not send on what nobody approved.
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
        let awaiting = GoverningBody.allCases.filter { history.decision(of: $0)?.state == .awaitsVersion }
        let lacking = awaiting.compactMap(history.lastDecision).flatMap { history.lackingApprovals(of: $0.act) }
        return lacking.enumerated().filter { !lacking[..<$0.offset].contains($0.element) }.map(\.element)
    }

    func actors(in situation: Situation) -> [Role] {
        situation.roles(of: .signedOff)
    }
}
