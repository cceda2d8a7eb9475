/// At least one round of consultation was held, and every round is closed after its last day.
struct ConsultationClosed: GateCondition {
    static let name = "consultation-closed"
    static let optional: Set<ConditionParameter> = [.count]

    /// How many rounds there must have been.
    let count: Int

    init(_ parameters: ConditionParameters) {
        count = parameters.count ?? 1
    }

    var neededStep: StepNeed? { StepNeed(.roundClosed) }

    func statement(in definition: WorkflowDefinition) -> Reason {
        Reason("condition.consultation-closed", ["count": .number(count)])
    }

    func missing(in situation: Situation) -> [Reason] {
        let rounds = situation.history.rounds
        guard !rounds.isEmpty else { return [Reason("gate.no-round")] }
        guard rounds.count >= count else {
            return [Reason("gate.too-few-rounds", ["count": .number(count), "held": .number(rounds.count)])]
        }
        return rounds.filter { !$0.isClosed }.map { round in
            let arguments: [String: Reason.Argument] = [
                "audience": .label(round.audience), "until": .date(round.until),
            ]
            return Reason(situation.today > round.until ? "gate.round-not-closed" : "gate.round-runs", arguments)
        }
    }

    func actors(in situation: Situation) -> [Role] {
        situation.roles(of: .roundClosed)
    }
}
