import Foundation
import Workflow

/// Inviting partners into a plan.
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
        try participant.require(.consult, in: plan)
        _ = try await office.projectedPlan(plan)
        guard let contact = try await store.contact(id), !contact.isDisabled else { throw Self.unknownContact }
        let now = office.time.now()
        let link = AccessLink(id: token, purpose: .contribute(id, plan: plan), madeAt: now, expiresAt: expiresAt)
        try await store.add([contact.organisation], to: plan)
        try await store.save(Invitation(plan: plan, contact: id, invitedAt: now))
        try await store.withdrawLinks(for: link.purpose, at: now)
        try await store.make(link)
        return link
    }

    /// Ends the access of a contact to a plan at once: links, sessions and the right to ask for a new link. What they
    /// sent in stays.
    public func withdraw(_ id: ContactID, from plan: PlanID, by participant: Participant) async throws {
        try participant.require(.consult, in: plan)
        guard var invitation = try await store.invitations(of: plan).first(where: { $0.contact == id }) else {
            throw Self.unknownContact
        }
        let now = office.time.now()
        if invitation.isOpen {
            invitation.withdrawnAt = now
            try await store.save(invitation)
        }
        try await store.withdrawLinks(for: .contribute(id, plan: plan), at: now)
        try await store.endAll(of: .contact(id, plan: plan), except: nil)
    }

    /// Who was invited, in the order of the first invitation.
    public func invitations(of plan: PlanID, for participant: Participant) async throws -> [Invitation] {
        try participant.require(.consult, in: plan)
        return try await store.invitations(of: plan)
    }

    /// Whether a contact may come in to a plan: to be asked before a link is renewed. It tells nobody anything else.
    public func isInvited(_ contact: ContactID, to plan: PlanID) async throws -> Bool {
        try await store.invitations(of: plan).contains { $0.contact == contact && $0.isOpen }
    }

    private static var unknownContact: PlanError { PlanError(.notFound, Reason("people.contact-unknown")) }
}
