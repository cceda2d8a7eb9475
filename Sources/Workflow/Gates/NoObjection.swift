/// Nobody who was asked, required or not, has said *niet akkoord* and left it at that.
struct NoObjection: GateCondition {
    static let name = "no-objection"

    init(_ parameters: ConditionParameters) {}

    var neededStep: StepNeed? { StepNeed(.signedOff) }

    func missing(in situation: Situation) -> [Reason] {
        situation.history.allSteps.filter { $0.act == .signedOff }.flatMap { step in
            situation.history.signOffs(on: step).filter(\.isObjection).map { $0.objection(to: step) }
        }
    }

    func actors(in situation: Situation) -> [Role] {
        situation.roles(of: .signedOff)
    }
}
