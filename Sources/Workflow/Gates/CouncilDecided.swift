/// The council gave its result on every point, and what it amended stands in an approved version.
struct CouncilDecided: GateCondition {
    static let name = "council-decided"

    private let points = PointsDecided(body: .raad)
    private let amendments = AmendedVersionApproved(body: .raad)

    init(_ parameters: ConditionParameters) {}

    var neededStep: StepNeed? { points.neededStep }

    func missing(in situation: Situation) -> [Reason] {
        points.missing(in: situation) + amendments.missing(in: situation)
    }

    func actors(in situation: Situation) -> [Role] {
        points.actors(in: situation)
    }
}
