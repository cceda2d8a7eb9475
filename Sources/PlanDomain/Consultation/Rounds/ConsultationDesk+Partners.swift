import Foundation
import Workflow

/// Inviting partners into a plan, by who consults on it or who looks after contacts for all plans.
///
/// A partner comes in by a link whose secret the office never sees again: its hash comes in from whoever made it.
extension ConsultationDesk {
    /// Invites a contact, or invites them again; links that they had before no longer open anything. Their organisation
    /// takes part in the plan from then on.
    ///
    /// - Parameter token: the hash of the secret in the link.
    @discardableResult
    public func invite(
        _ id: ContactID, to plan: PlanID, token: TokenHash, expiresAt: Date, by participant: Participant
    ) async throws -> AccessLink {
        try Self.requireInviter(participant, in: plan)
        _ = try await office.projectedPlan(plan)
        guard let contact = try await store.contact(id), !contact.isDisabled else { throw Self.unknownContact }
        try await store.add([contact.organisation], to: plan)
        try await store.save(Invitation(plan: plan, contact: id, invitedAt: office.time.now()))
        let link = try await makeLink(for: id, plan, token: token, expiresAt: expiresAt)
        try await note(.contactInvited, id, plan, participant)
        return link
    }

    /// Gives a contact who asked for it another link; nil for who is not invited, or no longer. The caller must not tell
    /// who asked which of the two it was.
    public func renew(
        _ id: ContactID, to plan: PlanID, token: TokenHash, expiresAt: Date
    ) async throws -> AccessLink? {
        guard let contact = try await store.contact(id), !contact.isDisabled,
            try await invitation(of: id, to: plan)?.isOpen == true
        else { return nil }
        return try await makeLink(for: id, plan, token: token, expiresAt: expiresAt)
    }

    /// Ends the access of a contact to a plan at once: links, sessions and the right to ask for a new link. What they
    /// sent in stays.
    public func withdraw(_ id: ContactID, from plan: PlanID, by participant: Participant) async throws {
        try Self.requireInviter(participant, in: plan)
        guard var invitation = try await invitation(of: id, to: plan) else { throw Self.unknownContact }
        let now = office.time.now()
        let isChange = invitation.isOpen
        if isChange {
            invitation.withdrawnAt = now
            try await store.save(invitation)
        }
        try await store.withdrawLinks(for: .contribute(id, plan: plan), at: now)
        try await store.endAll(of: .contact(id, plan: plan), except: nil)
        if isChange { try await note(.contactWithdrawn, id, plan, participant) }
    }

    private func note(
        _ kind: OfficeDeed.Kind, _ contact: ContactID, _ plan: PlanID, _ participant: Participant
    ) async throws {
        try await store.note(
            OfficeDeed(kind, at: office.time.now(), by: participant, about: .contact(contact), plan: plan))
    }

    /// Who was invited, in the order of the first invitation.
    public func invitations(of plan: PlanID, for participant: Participant) async throws -> [Invitation] {
        try participant.require(.consult, in: plan)
        return try await store.invitations(of: plan)
    }

    /// How far a contact came, for who invites them and for who sees to who may see what.
    public func standing(
        of contact: ContactID, in plan: PlanID, for participant: Participant
    ) async throws -> InvitationStanding {
        if !participant.may(.audit, in: plan) { try Self.requireInviter(participant, in: plan) }
        return InvitationStanding(
            try await invitation(of: contact, to: plan),
            try await store.links(for: .contribute(contact, plan: plan)).first, at: office.time.now())
    }

    /// Whether a contact may come in to a plan. It tells nobody anything else.
    public func isInvited(_ contact: ContactID, to plan: PlanID) async throws -> Bool {
        try await invitation(of: contact, to: plan)?.isOpen == true
    }

    private func makeLink(
        for id: ContactID, _ plan: PlanID, token: TokenHash, expiresAt: Date
    ) async throws -> AccessLink {
        let now = office.time.now()
        let link = AccessLink(id: token, purpose: .contribute(id, plan: plan), madeAt: now, expiresAt: expiresAt)
        try await store.withdrawLinks(for: link.purpose, at: now)
        try await store.make(link)
        return link
    }

    private func invitation(of contact: ContactID, to plan: PlanID) async throws -> Invitation? {
        try await store.invitations(of: plan).first { $0.contact == contact }
    }

    private static func requireInviter(_ participant: Participant, in plan: PlanID) throws(PlanError) {
        if !participant.isAdministrator { try participant.require(.consult, in: plan) }
    }

    private static var unknownContact: PlanError { PlanError(.notFound, Reason("people.contact-unknown")) }
}
