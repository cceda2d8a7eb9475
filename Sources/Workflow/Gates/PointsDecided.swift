/// The body gave a result on every decision point, on exactly the frozen text, and rejected none.
///
/// Whether a version that was adopted as amended is ready is for `AmendedVersionApproved` to say.
struct PointsDecided: GateCondition {
    static let name = "points-decided"
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
        Reason("condition.points-decided", ["body": body.asArgument])
    }

    func missing(in situation: Situation) -> [Reason] {
        let bodyArgument: [String: Reason.Argument] = ["body": body.asArgument]
        guard let decision = situation.history.decision(of: body) else {
            return [Reason("gate.not-decided", bodyArgument)]
        }
        switch decision.state {
        case .deferred: return [Reason("gate.decision-deferred", bodyArgument)]
        case .mustGoBack: return [Reason("gate.decision-must-go-back", bodyArgument)]
        case .concluded, .awaitsVersion:
            return rejected(in: decision) + undecided(in: decision, situation) + textDiffers(from: decision, situation)
        }
    }

    func actors(in situation: Situation) -> [Role] {
        situation.roles(of: .decided, body: body)
    }

    private func rejected(in decision: DecisionStanding) -> [Reason] {
        decision.points.filter { $0.outcome == .rejected }.map {
            Reason("gate.point-rejected", ["point": .number($0.point), "body": body.asArgument])
        }
    }

    /// Points that were written after the decision, or that it passed over.
    private func undecided(in decision: DecisionStanding, _ situation: Situation) -> [Reason] {
        let decided = Set(decision.points.map(\.point))
        let open = situation.facts.decisionPoints.filter { $0.body == body && !decided.contains($0.number) }
        return open.map { Reason("gate.point-undecided", ["point": .number($0.number), "body": body.asArgument]) }
    }

    /// A decision holds for the text that was frozen, and that text must still be the plan's.
    private func textDiffers(from decision: DecisionStanding, _ situation: Situation) -> [Reason] {
        let history = situation.history
        if !history.isAboutFrozenVersion(decision), decision.state == .concluded {
            return [Reason("gate.decided-on-other-text", ["body": body.asArgument])]
        }
        guard let frozen = history.frozen else { return [] }
        let later = history.changes.touching(after: frozen.text)
        return later.isEmpty ? [] : [Reason("gate.text-changed-since-freeze", ["count": .number(later.count)])]
    }
}
