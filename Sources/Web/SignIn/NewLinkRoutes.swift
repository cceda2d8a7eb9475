import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Asking for a new link by mail: for who forgot a password, and for contacts whose link was used or grew old.
///
/// The page says the same whether or not the address is known, and after the same time.
struct NewLinkRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.newLink, use: ask)
        router.on(.sendNewLink, use: send)
    }

    @Sendable private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
        try show(SiteForm(SignInForms.newLink(phrases(context))), context)
    }

    @Sendable private func send(_ request: Request, _ context: SiteContext) async throws -> Response {
        var form = SiteForm(SignInForms.newLink(phrases(context)), typed: context.form)
        let mail = form.mail("mail")
        guard form.isSound, let mail else { return try show(form, context, .unprocessableContent) }
        if let wait = services.attempts.begin(tries(.request, mail.rawValue, context), at: services.clock()) {
            form.refuse("mail", Self.waiting(wait))
            return try show(form, context, .tooManyRequests)
        }
        let answered = ContinuousClock.now + Self.answerTime
        try await queueLinks(for: mail)
        try await Task.sleep(until: answered, clock: .continuous)
        let phrases = phrases(context)
        let page = FormPage(
            heading: phrases.text("signin.new-link-done-heading"),
            lead: phrases.text("signin.new-link-done", ["mail": .text(mail.rawValue)]),
            points: ["signin.new-link-spam", "signin.new-link-other"].map { TextLine(line: phrases.text($0)) },
            links: [PageLink(label: phrases.text("web.nav.sign-in"), address: .signIn)])
        return try response(page, .newLink, context)
    }

    /// Longer than making links takes.
    private static let answerTime = Duration.milliseconds(400)

    private func queueLinks(for mail: MailAddress) async throws {
        let store = services.store
        if let person = try await store.person(withMail: mail), !person.isDisabled {
            let links = PasswordLinks(store: store, clock: services.clock, random: services.random)
            let address = try await LinkMail.site(services) + links.make(for: person.id)
            try await store.queue(
                [LinkMail(services).password(for: person, address: address)], at: services.clock())
        }
        let contacts = try await store.contacts(of: nil).filter { $0.mail == mail && !$0.isDisabled }
        try await PartnerLinks(services: services).renew(contacts)
    }

    private func show(
        _ form: SiteForm, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let phrases = phrases(context)
        let content = FormContent(
            form, to: .newLink, seal: seal(context), submit: phrases.text("signin.new-link-submit"), phrases: phrases
        ).cancel(phrases.text("signin.cancel"), .signIn)
        let page = FormPage(
            heading: phrases.text("signin.new-link-heading"), lead: phrases.text("signin.new-link-lead"), form: content)
        return try response(page, .newLink, context, status: status)
    }
}
