import Foundation
import Phrases
import PlanDomain

/// Personal links by which contacts of organisations come in, for one plan and nothing else: made, told by mail,
/// withdrawn.
///
/// The newest link of a contact says where they stand: as long as it was not withdrawn they may ask for another one by
/// mail. Who may invite, the caller has asked.
struct PartnerLinks {
    let services: SiteServices

    /// In seconds. Long enough for a holiday; whoever comes later asks for a new one.
    static let lifetime: TimeInterval = 14 * 86_400

    struct Invitation: Equatable, Sendable {
        let link: AccessLink
        /// The whole address, to be handed over by other ways than mail.
        let address: String
        /// Not queued yet.
        let mail: NewMail
    }

    enum Standing: Equatable, Sendable {
        case never
        case invited(until: Date)
        case used(Date)
        case expired
        case withdrawn
    }

    /// Makes a link; those before it open nothing any more, sessions that were begun by them go on.
    func make(_ contact: Contact, _ plan: PlanID) async throws -> Invitation {
        let now = services.clock()
        let purpose = AccessLink.Purpose.contribute(contact.id, plan: plan)
        let secret = Secret.make(services.random)
        let link = AccessLink(
            id: secret.hash, purpose: purpose, madeAt: now, expiresAt: now.addingTimeInterval(Self.lifetime))
        let title = try await services.store.projectedPlan(plan)?.metadata.title ?? plan.rawValue
        try await services.store.withdrawLinks(for: purpose, at: now)
        try await services.store.make(link)
        let address = try await LinkMail.site(services) + SiteAddress.partner(secret).path
        return Invitation(
            link: link, address: address,
            mail: LinkMail(services).invitation(of: contact, to: title, address: address, until: link.expiresAt))
    }

    /// Makes a link and queues its mail.
    @discardableResult
    func invite(_ contact: Contact, to plan: PlanID) async throws -> Invitation {
        let invitation = try await make(contact, plan)
        try await services.store.queue([invitation.mail], at: services.clock())
        return invitation
    }

    /// Ends what the contact can do in the plan: open links, sessions, and asking for a new link.
    func withdraw(_ contact: ContactID, from plan: PlanID) async throws {
        let now = services.clock()
        let purpose = AccessLink.Purpose.contribute(contact, plan: plan)
        try await services.store.withdrawLinks(for: purpose, at: now)
        if case .used = try await standing(of: contact, in: plan) {
            // A used link stays used; that access ended since is said by a newer one, which never opened anything.
            let mark = Secret.make(services.random).hash
            try await services.store.make(
                AccessLink(id: mark, purpose: purpose, madeAt: now, expiresAt: now, withdrawnAt: now))
        }
        try await services.store.endAll(of: .contact(contact, plan: plan), except: nil)
    }

    func standing(of contact: ContactID, in plan: PlanID) async throws -> Standing {
        guard let newest = try await services.store.links(for: .contribute(contact, plan: plan)).first else {
            return .never
        }
        if newest.withdrawnAt != nil { return .withdrawn }
        if let usedAt = newest.usedAt { return .used(usedAt) }
        return services.clock() < newest.expiresAt ? .invited(until: newest.expiresAt) : .expired
    }
}
