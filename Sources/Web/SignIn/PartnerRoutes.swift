import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Coming in by a personal link, for somebody who speaks for an organisation. The page only asks: mail programs open
/// links too, and a link works once.
struct PartnerRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.partner, use: arrive)
        router.on(.sendPartner, use: enter)
    }

    @Sendable private func arrive(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let guest = try await guest(context) else { return try await closed(context) }
        if isIn(guest, context) { return redirect(to: .contributing(to: guest.plan.id), context) }
        guard guest.link.isOpen(at: services.clock()) else { return try await closed(context) }
        let phrases = phrases(context)
        let title = guest.plan.metadata.title
        let form = FormContent(
            SiteForm([]), to: .partner(guest.secret), seal: seal(context),
            submit: phrases.text("signin.partner-submit"),
            phrases: phrases)
        let page = FormPage(
            heading: phrases.text("signin.partner-heading", ["plan": .text(title)]),
            lead: phrases.text(
                "signin.partner-lead",
                ["name": .text(guest.contact.name), "organisation": .text(guest.contact.organisation.name)]),
            points: ["signin.partner-once", "signin.partner-privacy"].map { TextLine(line: phrases.text($0)) },
            form: form)
        return try response(page, .partner(guest.secret), context)
    }

    @Sendable private func enter(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let guest = try await guest(context) else { return try await closed(context) }
        // A button that was pressed twice.
        if isIn(guest, context) { return redirect(to: .contributing(to: guest.plan.id), context) }
        guard try await services.store.use(guest.secret.hash, at: services.clock()) != nil else {
            return try await closed(context)
        }
        let holder = SignInSession.Holder.contact(guest.contact.id, plan: guest.plan.id)
        let participant = try await Reception(store: services.store, time: services.time).participant(for: holder)
        let (_, cookie) = try await Doorkeeper(services: services).admit(
            holder, participant, hasSecondFactor: false, request, context)
        var response = redirect(to: .contributing(to: guest.plan.id), context)
        response.setCookie(cookie)
        return response
    }

    private struct Guest {
        let secret: Secret
        let link: AccessLink
        let contact: Contact
        let plan: ProjectedPlan
    }

    /// Whose link it is, whether it still opens anything or not.
    private func guest(_ context: SiteContext) async throws -> Guest? {
        guard let secret = context.parameters.get("secret").flatMap({ Secret($0) }),
            let link = try await services.store.link(secret.hash), case .contribute(let id, let plan) = link.purpose,
            let contact = try await services.store.contact(id), !contact.isDisabled,
            let projected = try await services.store.projectedPlan(plan)
        else { return nil }
        return Guest(secret: secret, link: link, contact: contact, plan: projected)
    }

    private func isIn(_ guest: Guest, _ context: SiteContext) -> Bool {
        context.participant.contact(in: guest.plan.id)?.id == guest.contact.id
    }

    private func closed(_ context: SiteContext) async throws -> Response {
        let phrases = phrases(context)
        let form = FormContent(
            SiteForm(SignInForms.newLink(phrases)), to: .newLink, seal: seal(context),
            submit: phrases.text("signin.new-link-submit"), phrases: phrases)
        let page = FormPage(
            heading: phrases.text("signin.link-closed-heading"), lead: phrases.text("signin.partner-closed"), form: form
        )
        return try response(page, .newLink, context, status: .notFound)
    }
}
