import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Signing in with an address and a password; who must give a one-time code too is led on to it.
///
/// Nothing here tells whether an address has an account: the answers are the same, and so is the work.
struct SignInRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.signIn, use: signIn)
        router.on(.sendSignIn, use: sendSignIn)
    }

    @Sendable private func signIn(_ request: Request, _ context: SiteContext) async throws -> Response {
        let query = try QueryValues(request.uri.query)
        let back = query["terug"]
        if context.participant.person != nil { return redirect(to: landing(back, context), context) }
        if let person = context.awaitingCode?.person, query["opnieuw"] == nil {
            let hasKey = try await services.store.credentials(of: person.id).oneTimeKey != nil
            return redirect(to: hasKey ? .code(back: back) : .codeSetup(back: back), context)
        }
        let form = SiteForm(
            SignInForms.signIn(phrases(context), back: back), holding: back.map { ["terug": $0] } ?? [:])
        return try show(form, context)
    }

    @Sendable private func sendSignIn(_ request: Request, _ context: SiteContext) async throws -> Response {
        let back = try context.form.value("terug")
        var form = SiteForm(SignInForms.signIn(phrases(context), back: back), typed: context.form)
        let mail = form.mail("mail")
        let password = form.secret("wachtwoord")
        guard form.isSound, let mail else { return try show(form, context, .unprocessableContent) }
        let keys = tries(.account, mail.rawValue, context)
        if let wait = services.attempts.begin(keys, at: services.clock()) {
            form.refuse("", Self.waiting(wait))
            return try show(form, context, .tooManyRequests)
        }
        guard let (person, credentials) = try await account(mail, password) else {
            form.refuse("", Reason("signin.wrong"))
            return try show(form, context, .unprocessableContent)
        }
        services.attempts.succeed(keys)
        return try await letIn(person, credentials, back: back, request, context)
    }

    /// Who has this address and this password.
    private func account(_ mail: MailAddress, _ password: String) async throws -> (Person, Credentials)? {
        let person = try await services.store.person(withMail: mail)
        var credentials = Credentials()
        if let person, !person.isDisabled { credentials = try await services.store.credentials(of: person.id) }
        let isRight = try await services.passwords.matches(password, credentials.passwordHash)
        guard isRight, let person else { return nil }
        return (person, credentials)
    }

    private func show(
        _ form: SiteForm, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let phrases = phrases(context)
        let content = FormContent(
            form, to: .signIn, seal: seal(context), submit: phrases.text("signin.submit"), phrases: phrases
        ).step(1, of: 2, phrases)
        let page = FormPage(
            heading: phrases.text("signin.heading"), lead: phrases.text("signin.lead"), form: content,
            links: ["signin.forgotten", "signin.partner-link"].map {
                PageLink(label: phrases.text($0), address: .newLink)
            }
                + (services.settings.isDemo ? [PageLink(label: phrases.text("demo.switch"), address: .demo)] : []))
        return try response(page, .signIn, context, status: status)
    }

}

// MARK: What the pages of signing in have in common

extension SiteRouteGroup {
    /// Begins the session of somebody who proved to be who they say, and leads on: to the code, to its set-up, or to
    /// where they were going.
    func letIn(
        _ person: Person, _ credentials: Credentials, back: String?, notice: Notice? = nil, _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        let reception = Reception(store: services.store, time: services.time)
        let participant = try await reception.participant(for: .person(person.id))
        let owesCode = participant.needsOneTimeCode || credentials.oneTimeKey != nil
        let (_, cookie) = try await Doorkeeper(services: services).admit(
            .person(person.id), participant, owesCode: owesCode, hasSecondFactor: false, request, context)
        let next: SiteAddress =
            !owesCode
            ? landing(back, context) : credentials.oneTimeKey == nil ? .codeSetup(back: back) : .code(back: back)
        var response = redirect(to: next, context, notice: notice)
        response.setCookie(cookie)
        return response
    }

    /// Where somebody who signed in goes on: where they were going, else to what waits for them.
    func landing(_ back: String?, _ context: SiteContext) -> SiteAddress {
        guard let back, !back.isEmpty else { return context.routes.has(.desk) ? .desk : .plans }
        return SiteAddress(own: ReturnAddress(back, in: context.routes).path)
    }

    /// What a try of this kind counts for.
    func tries(_ rule: AttemptLimits.Key.Name, _ what: String, _ context: SiteContext) -> [AttemptLimits.Key] {
        [.init(rule: rule, of: what), .init(rule: .source, of: context.sender)]
    }

    static func waiting(_ seconds: Int) -> Reason { Reason("signin.wait", ["count": .number(seconds)]) }

    /// A page of signing in, which nobody may keep.
    func response(
        _ page: FormPage, _ address: SiteAddress, _ context: SiteContext, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        try response(page, address, title: page.heading, context, status: status)
    }

    func response(
        _ page: some SitePage, _ address: SiteAddress, title: String, _ context: SiteContext,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let front = Crumb(label: phrases(context).text("web.nav.plans"), address: .plans)
        let frame = frame(title, address, context, crumbs: [front, Crumb(label: title)])
        var response = try writer.response(page, in: frame, status: status)
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
