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
        try await PartnerLinks(services: services).invite(contact, to: plan, by: context.participant)
        return redirect(
            to: .rounds(plan, fragment: "contactpersonen"), context,
            notice: Notice("rounds.invited", ["name": contact.name]))
    }

    @Sendable private func withdraw(_ request: Request, _ context: SiteContext) async throws -> Response {
        let plan = try plan(context)
        let contact = try await contact(context)
        try await desk.withdraw(contact.id, from: plan, by: context.participant)
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
