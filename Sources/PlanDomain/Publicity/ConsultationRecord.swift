/// What is kept of consultation beside the register: who was asked in which round, and how much came in. Whoever keeps
/// inputs answers it; neither their words nor their makers come through here.
public protocol ConsultationRecord: Sendable {
    /// Ids of the rounds in which an organisation was asked.
    func rounds(of organisation: Organisation, in plan: PlanID) async throws -> Set<String>
    /// By round, in any order; a round of which nothing is kept is absent.
    func tallies(of plan: PlanID) async throws -> [RoundTally]
}

/// How many inputs a round brought.
public struct RoundTally: Equatable, Sendable {
    /// The id of the round.
    public let round: String
    /// Organisations that were asked, also those that were silent.
    public let organisations: [OrganisationTally]
    /// Inputs of persons, all together.
    public let others: Int

    public init(round: String, organisations: [OrganisationTally], others: Int = 0) {
        self.round = round
        self.organisations = organisations
        self.others = others
    }
}

public struct OrganisationTally: Equatable, Sendable {
    public let organisation: Organisation
    public let inputs: Int

    public init(organisation: Organisation, inputs: Int) {
        self.organisation = organisation
        self.inputs = inputs
    }
}
