import Foundation
import Workflow

/// Where a partner, a councillor or an adviser reads what is asked of them, writes down their inputs and sends them in.
///
/// The clock of the server decides what is in time.
public struct ContributionRoom: Sendable {
    let office: PlanOffice
    let store: any ConsultationStore
    let seals: InputSeals
    private let readings: PublicReadingRoom

    public init(_ office: PlanOffice, store: any ConsultationStore, seals: InputSeals) {
        self.office = office
        self.store = store
        self.seals = seals
        readings = PublicReadingRoom(office)
    }

    /// Rounds in which the participant is asked something, those that are over included.
    public func rounds(of plan: PlanID, for participant: Participant) async throws -> [RoundView] {
        try await requireAccess(participant, to: plan)
        return try await store.roundViews(of: plan, at: office.time.now(), in: office).filter { $0.asks(participant) }
    }

    /// `notFound` for a round in which they are not asked.
    public func round(_ id: RoundID, of plan: PlanID, for participant: Participant) async throws -> RoundView {
        try await rounds(of: plan, for: participant).round(id)
    }

    /// The text that people react to, as it was when the round was opened and as far as it is open to the participant.
    public func text(of id: RoundID, in plan: PlanID, for participant: Participant) async throws -> PlanEdition {
        // In two lines: as one expression it brings down the optimiser of Swift 6.3.1.
        let view = try await round(id, of: plan, for: participant)
        return try await readings.edition(of: view, for: participant)
    }

    /// Nothing is said of a section that is closed to them, not even whether a passage stands in it.
    func requireShown(_ section: SectionID?, of view: RoundView, for participant: Participant) async throws {
        guard let section else { return }
        let edition = try await readings.edition(of: view, for: participant)
        guard edition.openSections.contains(where: { $0.id == section }) else {
            throw PlanError(.invalid, Reason("section.unknown", ["section": .text(section.rawValue)]))
        }
    }

    func frozenText(of view: RoundView) async throws -> (text: PlanText, commit: CommitID) {
        guard let commit = view.frozen else { throw PlanError.unknownRound }
        return (try await office.repositories.repository(of: view.round.plan).text(at: commit), commit)
    }

    /// Throws `notFound` for who has no part in the plan, or no longer has.
    func requireAccess(_ participant: Participant, to plan: PlanID) async throws {
        try await participant.requirePart(in: plan, store)
    }

    /// A round that receives reactions now, and as whom the participant reacts.
    func openRound(
        _ id: RoundID, of plan: PlanID, for participant: Participant
    ) async throws -> (view: RoundView, submitter: Submitter) {
        let view = try await round(id, of: plan, for: participant)
        guard let submitter = participant.submitter(in: view.round) else { throw PlanError.unknownRound }
        try view.requireOpen()
        return (view, submitter)
    }
}
