import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// By which server mail leaves.
struct MailSettingsRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.mailSettings, use: settings)
        router.on(.saveMailSettings, use: save)
        router.on(.tryMail, use: tryOut)
        router.on(.removeMailSettings, use: remove)
    }

    @Sendable private func settings(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await show(context)
    }

    @Sendable private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        let known = try await services.store.mailSettings()
        let fields = MailSettingsForm.fields(phrases(context), hasPassword: known?.login != nil)
        var form = SiteForm(fields, typed: context.form)
        guard let settings = form.mailSettings(known: known) else {
            return try await show(context, settings: form, status: .unprocessableContent)
        }
        try await services.store.save(settings)
        try await services.store.note(
            OfficeDeed(.mailSettingsChanged, at: services.clock(), by: context.participant))
        try await services.store.retryWaitingMail(at: services.clock())
        return redirect(to: .mailSettings, context, notice: Notice("maildesk.settings.saved"))
    }

    /// Past the outbox, so that what is said is about these settings as they are now.
    @Sendable private func tryOut(_ request: Request, _ context: SiteContext) async throws -> Response {
        let phrases = phrases(context)
        guard let settings = try await services.store.mailSettings(), let trial = services.mailTrial else {
            throw PlanError(.conflict, Reason("maildesk.trial.no-settings"))
        }
        var form = SiteForm(MailSettingsForm.trial(phrases), typed: context.form)
        let address = form.mail("proefadres")
        guard form.isSound, let address else {
            return try await show(context, trial: form, status: .unprocessableContent)
        }
        let mail = NewMail(
            to: address, name: "", language: phrases.language.rawValue, subject: phrases.text("maildesk.trial.subject"),
            text: phrases.text("maildesk.trial.text", ["site": .text(settings.siteAddress)]), urgency: .atOnce)
        let outcome = await trial.send(mail, by: settings)
        guard case .accepted(let answer) = outcome else {
            form.refuse("proefadres", Self.words(outcome))
            return try await show(context, trial: form, status: .unprocessableContent)
        }
        let said = ["address": address.rawValue, "answer": String(answer.prefix(300))]
        return redirect(to: .mailSettings, context, notice: Notice("maildesk.trial.accepted", said))
    }

    @Sendable private func remove(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await services.store.save(nil as MailSettings?)
        try await services.store.note(
            OfficeDeed(.mailSettingsRemoved, at: services.clock(), by: context.participant))
        return redirect(to: .mailSettings, context, notice: Notice("maildesk.settings.removed"))
    }

    /// What went wrong, in our words and in those of the server.
    private static func words(_ outcome: DeliveryOutcome) -> Reason {
        switch outcome {
        case .accepted(let answer): Reason("maildesk.trial.deferred", ["answer": .text(answer)])
        case .refused(let answer): Reason("maildesk.trial.refused", ["answer": .text(answer)])
        case .deferred(let answer): Reason("maildesk.trial.deferred", ["answer": .text(answer)])
        case .trouble(let trouble, let answer): Reason(key(of: trouble), ["answer": .text(answer)])
        case .interrupted: Reason("maildesk.trial.interrupted")
        }
    }

    private static func key(of trouble: MailTrouble) -> String {
        switch trouble {
        case .unreachable: "maildesk.trouble.unreachable"
        case .silent: "maildesk.trouble.silent"
        case .notTrusted: "maildesk.trouble.not-trusted"
        case .notEncrypted: "maildesk.trouble.not-encrypted"
        case .loginRefused: "maildesk.trouble.login-refused"
        case .senderRefused: "maildesk.trouble.sender-refused"
        case .other: "maildesk.trouble.unknown"
        }
    }

    private func show(
        _ context: SiteContext, settings: SiteForm? = nil, trial: SiteForm? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let phrases = phrases(context)
        let known = try await services.store.mailSettings()
        let seal = seal(context)
        let held =
            known.map(MailSettingsForm.values)
            ?? MailSettingsForm.usual(site: services.address, municipality: services.look.now.municipality)
        let own = ["proefadres": context.participant.person?.mail.rawValue ?? ""]
        let canTry = known != nil && services.mailTrial != nil
        let page = MailSettingsPage(
            heading: phrases.text("maildesk.settings.heading"),
            outbox: PageLink(label: phrases.text("maildesk.outbox.heading"), address: .outbox),
            settings: FormContent(
                settings
                    ?? SiteForm(MailSettingsForm.fields(phrases, hasPassword: known?.login != nil), holding: held),
                to: .mailSettings, seal: seal, submit: phrases.text("maildesk.settings.save"), phrases: phrases),
            trial: canTry
                ? FormContent(
                    trial ?? SiteForm(MailSettingsForm.trial(phrases), holding: own), to: .mailTrial, seal: seal,
                    submit: phrases.text("maildesk.trial.submit"), phrases: phrases) : nil,
            removal: known == nil
                ? nil
                : FormContent(
                    SiteForm([]), to: .mailRemoval, seal: seal, submit: phrases.text("maildesk.settings.remove"),
                    phrases: phrases
                ).grave())
        return try deskResponse(page, page.heading, .mailSettings, context, status: status)
    }
}

extension SiteRouteGroup {
    /// A page under the administrator's front page, kept by nobody on its way.
    func deskResponse(
        _ page: some SitePage, _ heading: String, _ address: SiteAddress, _ context: SiteContext,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let front = Crumb(
            label: phrases(context).text("web.nav.administration"),
            address: context.routes.has(.administration) ? .administration : nil)
        let frame = frame(heading, address, context, crumbs: [front, Crumb(label: heading)])
        var response = try writer.response(page, in: frame, status: status)
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
