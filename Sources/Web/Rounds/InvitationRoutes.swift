import Foundation
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Inviting contacts into a plan, and ending their access.
struct InvitationRoutes: RoundGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.inviteToRounds, use: invite)
        router.on(.withdrawInvitation, use: withdraw)
    }

    @Sendable private func invite(_ request: Request, _ context: SiteContext) async throws -> Response {
        let plan = try plan(context)
        let contact = try await contact(context)
        try await InvitationPost(services: services).invite(contact, to: plan, by: context.participant)
        return redirect(
            to: .rounds(plan, fragment: "contactpersonen"), context,
            notice: Notice("rounds.invited", ["name": contact.name]))
    }

    @Sendable private func withdraw(_ request: Request, _ context: SiteContext) async throws -> Response {
        let plan = try plan(context)
        let contact = try await contact(context)
        try await InvitationPost(services: services).withdraw(contact, from: plan, by: context.participant)
        return redirect(
            to: .rounds(plan, fragment: "contactpersonen"), context,
            notice: Notice("rounds.uninvited", ["name": contact.name]))
    }

    private func contact(_ context: SiteContext) async throws -> Contact {
        guard let id = ContactID(context.parameters.get("contact") ?? ""),
            let contact = try await services.store.contact(id)
        else { throw PlanError(.notFound, Reason("people.contact-unknown")) }
        return contact
    }
}

/// Makes the personal link of a contact and mails it; the office never sees it.
struct InvitationPost {
    let services: SiteServices

    func invite(_ contact: Contact, to plan: PlanID, by participant: Participant) async throws {
        let secret = Secret.make(services.random)
        let now = services.clock()
        let expiresAt = now.addingTimeInterval(PartnerLinks.lifetime)
        try await ConsultationDesk(services.office, store: services.store)
            .invite(contact.id, to: plan, token: secret.hash, expiresAt: expiresAt, by: participant)
        let title = try await services.store.projectedPlan(plan)?.metadata.title ?? plan.rawValue
        let address = try await LinkMail.site(services) + SiteAddress.partner(secret).path
        try await services.store.queue(
            [LinkMail(services).invitation(of: contact, to: title, address: address, until: expiresAt)], at: now)
    }

    /// Sessions and links end, and a new link can no longer be asked for.
    func withdraw(_ contact: Contact, from plan: PlanID, by participant: Participant) async throws {
        try await ConsultationDesk(services.office, store: services.store)
            .withdraw(contact.id, from: plan, by: participant)
        try await PartnerLinks(services: services).withdraw(contact.id, from: plan)
    }
}
