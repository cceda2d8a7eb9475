import Foundation
import Workflow

/// A round that was closed while it still ran, with whom that cut off.
public struct EarlyClosing: Equatable, Sendable {
    /// As it stood before.
    public let round: RoundView
    public let closedAt: Date
    public let cutOff: [CutOff]

    /// A contact who was told that there was more time, and did not send in all that they had.
    public struct CutOff: Equatable, Sendable {
        public let contact: Contact
        /// How many reactions stand in a draft of theirs that was never sent in.
        public let unsent: Int
    }
}

extension ConsultationDesk {
    /// Closes a round after its last day, or sooner with a reason, which is then part of the act.
    ///
    /// `conflict` says until when it must stay open: one whose term the law sets closes on no other ground than that its
    /// last day has passed.
    ///
    /// - Parameter telling: hears once of a round that was closed early, also when the form comes in twice.
    @discardableResult
    public func close(
        _ id: RoundID, of plan: PlanID, reason: String? = nil, requestID: String, by participant: Participant,
        telling: @Sendable (EarlyClosing) async throws -> Void = { _ in }
    ) async throws -> Act {
        let official = try await official(participant, in: plan)
        let before = try await store.roundViews(of: plan, at: office.time.now(), in: office)
            .first { $0.round.id == id }
        return try await record(
            .roundClosed(round: id.rawValue), in: plan, by: official, reason: reason, requestID: requestID
        ) { act in
            guard let before, before.closing(on: office.time.today) == .early else { return }
            try await telling(
                EarlyClosing(
                    round: before, closedAt: act.recordedAt,
                    cutOff: try await cutOff(by: before.round, for: participant)))
        }
    }

    /// Contacts who may come in for a round: those of its organisations with an open invitation to the plan.
    public func invitedContacts(
        of round: ConsultationRound, for participant: Participant
    ) async throws -> [Contact] {
        let invited = Set(
            try await invitations(of: round.plan, for: participant).filter(\.isOpen).map(\.contact))
        return try await store.contacts(of: nil).filter { contact in
            invited.contains(contact.id) && !contact.isDisabled && round.organisations.contains(contact.organisation)
        }
    }

    /// Whoever has a draft that was not sent in, and every contact of an organisation that sent in nothing.
    private func cutOff(
        by round: ConsultationRound, for participant: Participant
    ) async throws -> [EarlyClosing.CutOff] {
        let inputs = try await store.inputs(of: round.plan).filter { $0.round == round.id && !$0.isWithdrawn }
        let heard = Set(inputs.compactMap(\.submitter.organisation))
        var cutOff: [EarlyClosing.CutOff] = []
        for contact in try await invitedContacts(of: round, for: participant) {
            let draft = try await store.draft(of: Submitter(contact), in: round.id, of: round.plan)
            let unsent = draft?.items.count ?? 0
            if unsent > 0 || !heard.contains(contact.organisation) {
                cutOff.append(EarlyClosing.CutOff(contact: contact, unsent: unsent))
            }
        }
        return cutOff
    }
}
