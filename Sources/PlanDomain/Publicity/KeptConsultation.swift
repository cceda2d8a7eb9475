/// Tells of consultation out of the rounds and inputs in the store. Inputs that were
/// withdrawn do not count, nor does what was said behind closed doors.
public struct KeptConsultation: ConsultationRecord {
    private let store: any ConsultationStore

    public init(_ store: any ConsultationStore) { self.store = store }

    public func rounds(of organisation: Organisation, in plan: PlanID) async throws -> Set<String> {
        let rounds = try await store.rounds(of: plan).filter { $0.organisations.contains(organisation) }
        return Set(rounds.map(\.id.rawValue))
    }

    public func tallies(of plan: PlanID) async throws -> [RoundTally] {
        let inputs = try await store.inputs(of: plan).filter { $0.withdrawnAt == nil && !$0.isClosed }
        return try await store.rounds(of: plan).map { round in
            let received = inputs.filter { $0.round == round.id }
            let counts = Dictionary(grouping: received.compactMap(\.submitter.organisation)) { $0 }.mapValues(\.count)
            return RoundTally(
                round: round.id.rawValue,
                organisations: round.organisations.map { organisation in
                    OrganisationTally(organisation: organisation, inputs: counts[organisation] ?? 0)
                },
                others: received.count { input in
                    input.submitter.organisation.map { !round.organisations.contains($0) } ?? true
                })
        }
    }
}
