import Workflow

/// Telling how a version came about.
extension PublicReadingRoom {
    /// `notFound` for who was consulted: they were given a text to react to, and its history is not theirs.
    public func origin(
        of plan: PlanID, at text: CommitID? = nil, for participant: Participant, as audience: ReadingAudience? = nil
    ) async throws -> PlanOrigin {
        let access = try await access(to: plan, for: participant)
        let edition = try await edition(at: text, as: audience, access)
        guard edition.audience != .partners else { throw PlanError.unknown(plan) }
        let publicity = try await publicity(of: plan)
        let tallies = try await consultation?.tallies(of: plan) ?? []
        let acts = try await office.store.acts(of: plan)
        let repository = try await office.repositories.repository(of: plan)
        let teller = OriginTeller(
            edition: edition, publicity: publicity,
            definition: try await office.definition(of: repository, at: edition.version.text).definition,
            acts: acts, tallies: tallies, time: office.time)
        return PlanOrigin(
            plan: plan, planTitle: edition.title, audience: edition.audience, version: edition.version,
            moments: teller.moments(),
            organisations: try await office.store.organisations(of: plan).sorted { $0.name < $1.name },
            councilChanges: try await councilChanges(edition, acts, access))
    }

    /// Against the text that the council decided on.
    private func councilChanges(
        _ edition: PlanEdition, _ acts: [Act], _ access: PlanAccess
    ) async throws -> CouncilChanges? {
        guard edition.version.kind == .adopted(by: .raad),
            let decision = edition.decisions.first(where: { $0.body == .raad }),
            let offered = acts.first(where: { $0.sequence == decision.act })?.text
        else { return nil }
        let readable = try access.versions(as: edition.audience).first { $0.text == offered }
        let text = try await text(of: edition.plan, at: offered)
        let difference = SectionDifference(
            before: EditionCutter(text: text, closure: edition.version.closure),
            readable: readable.map { EditionCutter(text: text, closure: $0.closure) })
        return CouncilChanges(offered: readable?.text, sections: difference.sections(to: edition))
    }
}
