import Workflow

/// The text of a round for who is asked in it.
extension PublicReadingRoom {
    /// The frozen text as far as it is open to a participant: to the council what it may read of a version that lies
    /// before it, to everybody else what those who are consulted may read. Closed words are in neither.
    ///
    /// Throws `notFound` for a round that nothing is asked of them in, or that was not opened.
    public func edition(of view: RoundView, for participant: Participant) async throws -> PlanEdition {
        let plan = view.round.plan
        guard view.asks(participant), let commit = view.frozen else { throw PlanError.unknownRound }
        if view.round.audience == .council {
            do {
                return try await edition(of: plan, at: commit, for: participant, as: .council)
            } catch let error as PlanError where error.code == .notFound {
                // It does not lie before the council: then it is consulted like anybody else.
            }
        }
        guard let version = try await publicity(of: plan).consulted.first(where: { $0.kind.round == view.round.id })
        else {
            throw PlanError.unknownRound
        }
        let repository = try await office.repositories.repository(of: plan)
        return PlanEdition(
            of: plan, as: .partners, version, among: [version], text: try await text(of: plan, at: commit),
            definition: try await office.definition(of: repository, at: commit).definition, acts: [],
            time: office.time)
    }
}

extension ReadableVersion.Kind {
    fileprivate var round: RoundID? {
        if case .consultation(let round) = self { RoundID(rawValue: round.id) } else { nil }
    }
}
