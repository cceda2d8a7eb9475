import Foundation
import Phrases
import PlanDomain

/// The personal links by which contacts of organisations come in, for one plan and nothing else: their secrets, and the
/// mail that brings them. Who is invited the ``ConsultationDesk`` knows.
struct PartnerLinks {
    let services: SiteServices

    /// In seconds. Long enough for a holiday; whoever comes later asks for a new one.
    static let lifetime: TimeInterval = 14 * 86_400

    struct Letter: Equatable, Sendable {
        let link: AccessLink
        /// The whole address, to be handed over by other ways than mail.
        let address: String
        /// Not queued yet.
        let mail: NewMail
    }

    var desk: ConsultationDesk { ConsultationDesk(services.office, store: services.store) }

    /// Makes a link; those before it open nothing any more, sessions that were begun by them go on.
    func make(_ contact: Contact, _ plan: PlanID, by participant: Participant) async throws -> Letter {
        let secret = Secret.make(services.random)
        let link = try await desk.invite(
            contact.id, to: plan, token: secret.hash, expiresAt: expiry, by: participant)
        return try await letter(to: contact, link, secret, plan)
    }

    /// Makes a link and queues its mail.
    @discardableResult
    func invite(_ contact: Contact, to plan: PlanID, by participant: Participant) async throws -> Letter {
        let letter = try await make(contact, plan, by: participant)
        try await services.store.queue([letter.mail], at: services.clock())
        return letter
    }

    /// Mails another link for each plan to which somebody is invited still, all in one mail; nobody hears whether one
    /// went out. `contacts` are one reader, who may speak for more than one organisation.
    func renew(_ contacts: [Contact]) async throws {
        var links: [LinkMail.PlanLink] = []
        for contact in contacts {
            for plan in try await services.store.plans(of: contact.organisation) {
                let secret = Secret.make(services.random)
                guard let link = try await desk.renew(contact.id, to: plan, token: secret.hash, expiresAt: expiry)
                else { continue }
                links.append(
                    LinkMail.PlanLink(
                        organisation: contact.organisation.name, plan: try await title(of: plan),
                        address: try await address(of: secret), until: link.expiresAt))
            }
        }
        guard let reader = contacts.first, let mail = LinkMail(services).renewal(to: reader, links) else { return }
        try await services.store.queue([mail], at: services.clock())
    }

    private var expiry: Date { services.clock().addingTimeInterval(Self.lifetime) }

    private func letter(
        to contact: Contact, _ link: AccessLink, _ secret: Secret, _ plan: PlanID
    ) async throws -> Letter {
        let address = try await address(of: secret)
        return Letter(
            link: link, address: address,
            mail: LinkMail(services).invitation(
                of: contact, to: try await title(of: plan), address: address, until: link.expiresAt))
    }

    private func title(of plan: PlanID) async throws -> String {
        try await services.store.projectedPlan(plan)?.metadata.title ?? plan.rawValue
    }

    private func address(of secret: Secret) async throws -> String {
        try await LinkMail.site(services) + SiteAddress.partner(secret).path
    }
}
