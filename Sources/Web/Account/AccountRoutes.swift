import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Somebody's own account.
struct AccountRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.account, use: account)
        router.on(.saveAccount, use: saveAccount)
        router.on(.savePassword, use: savePassword)
        router.on(.endSessions, use: endSessions)
        router.on(.endSession, use: endSession)
    }

    @Sendable private func account(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await show(context, try person(context))
    }

    @Sendable private func saveAccount(_ request: Request, _ context: SiteContext) async throws -> Response {
        let person = try person(context)
        var form = SiteForm(AccountForms.details(phrases(context)), typed: context.form)
        let name = form.text("naam")
        let language = form.choice("taal")
        let preference = form.choice("post").flatMap { MailPreference(rawValue: $0) }
        guard form.isSound, let language, let preference else {
            return try await show(context, person, details: form, status: .unprocessableContent)
        }
        do {
            try await PeopleDesk(store: services.store, time: services.time).change(
                person.id, name: name, mail: person.mail.rawValue, language: language, by: context.participant)
        } catch let error as PlanError where error.code == .invalid {
            form.refuse("naam", error)
            return try await show(context, person, details: form, status: .unprocessableContent)
        }
        try await services.store.save(preference, of: person.mail)
        var response = redirect(to: .account, context, notice: Notice("account.saved"))
        // The choice in the footer would go before it.
        let cookies = services.settings.cookies
        response.setCookie(cookies.make(LanguageChoice.cookieName, "", seconds: 0))
        return response
    }

    @Sendable private func savePassword(_ request: Request, _ context: SiteContext) async throws -> Response {
        let person = try person(context)
        var form = SiteForm(AccountForms.password(phrases(context)), typed: context.form)
        let present = form.secret("wachtwoord")
        let password = form.newPassword(for: person, services.look.now)
        guard form.isSound else {
            return try await show(context, person, password: form, status: .unprocessableContent)
        }
        let keys = tries(.code, person.id.rawValue, context)
        if let wait = services.attempts.begin(keys, at: services.clock()) {
            form.refuse("wachtwoord", Self.waiting(wait))
            return try await show(context, person, password: form, status: .tooManyRequests)
        }
        var credentials = try await services.store.credentials(of: person.id)
        guard try await services.passwords.matches(present, credentials.passwordHash) else {
            form.refuse("wachtwoord", Reason("signin.present-password-wrong"))
            return try await show(context, person, password: form, status: .unprocessableContent)
        }
        services.attempts.succeed(keys)
        credentials.passwordHash = try await services.passwords.hash(password)
        try await services.store.save(credentials, of: person.id)
        try await services.store.endAll(of: .person(person.id), except: context.session?.id)
        let address = try await LinkMail.site(services) + SiteAddress.newLink.path
        try await services.store.queue(
            [LinkMail(services).passwordChanged(of: person, address: address)], at: services.clock())
        return redirect(to: .account, context, notice: Notice("account.password-saved"))
    }

    @Sendable private func endSessions(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await services.store.endAll(of: .person(try person(context).id), except: context.session?.id)
        return redirect(to: .account, context, notice: Notice("account.sessions-ended"))
    }

    /// Only one's own: another's is as unknown as one that ended.
    @Sendable private func endSession(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = TokenHash(rawValue: context.parameters.get("session") ?? "")
        let own = try await services.store.sessions(of: .person(try person(context).id), at: services.clock())
        guard own.contains(where: { $0.id == id }) else {
            throw PlanError(.notFound, Reason("account.session-unknown"))
        }
        try await services.store.end(id)
        return redirect(to: .account, context, notice: Notice("account.session-ended"))
    }

    private func person(_ context: SiteContext) throws(PlanError) -> Person {
        guard let person = context.participant.person else {
            throw PlanError(.notFound, Reason("web.not-found.page"))
        }
        return person
    }

    private func show(
        _ context: SiteContext, _ person: Person, details: SiteForm? = nil, password: SiteForm? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let phrases = phrases(context)
        let preference = try await services.store.mailPreference(of: person.mail)
        let known = ["naam": person.name, "taal": person.language, "post": preference.rawValue]
        let credentials = try await services.store.credentials(of: person.id)
        let seal = seal(context)
        let page = AccountPage(
            heading: phrases.text("web.nav.account"), mail: person.mail.rawValue,
            functions: context.participant.appointments.map { TextLine(line: words($0, phrases)) },
            details: FormContent(
                details ?? SiteForm(AccountForms.details(phrases), holding: known), to: .account, seal: seal,
                submit: phrases.text("account.save"), phrases: phrases),
            password: FormContent(
                password ?? SiteForm(AccountForms.password(phrases)), to: .ownPassword, seal: seal,
                submit: phrases.text("account.save-password"), phrases: phrases),
            codes: credentials.oneTimeKey == nil
                ? phrases.text("account.codes-none")
                : phrases.text("account.codes-left", ["count": .number(credentials.recoveryCodes.count)]),
            codesLink: PageLink(
                label: phrases.text(credentials.oneTimeKey == nil ? "account.codes-set" : "account.codes-renew"),
                address: .codeSetup(back: SiteAddress.account.path)),
            sessions: try await sessions(of: person, seal, context), seal: seal)
        return try response(page, .account, title: page.heading, context, status: status)
    }

    private func words(_ appointment: Appointment, _ phrases: Phrases) -> String {
        phrases.text(
            "account.function",
            ["function": .text(appointment.function), "role": .text(phrases.text(appointment.role))])
    }

    private func sessions(
        of person: Person, _ seal: FormSeal, _ context: SiteContext
    ) async throws -> [AccountPage.Row] {
        let phrases = phrases(context)
        return try await services.store.sessions(of: .person(person.id), at: services.clock()).map { session in
            let device = session.device == "?" ? phrases.text("account.device-unknown") : session.device
            return AccountPage.Row(
                device: device,
                seen: phrases.text("account.seen", ["moment": .text(phrases.moment(session.lastSeenAt))]),
                isThis: session.id == context.session?.id,
                endLabel: phrases.text("account.end-session", ["device": .text(device)]),
                address: .ownSession(session.id.rawValue), seal: seal)
        }
    }
}
