import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Setting up one-time codes: for who must and has none yet, for who wants them, and anew for who lost their telephone.
struct CodeSetupRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.codeSetup, use: setUp)
        router.on(.sendCodeSetup, use: sendSetUp)
    }

    /// Who sets codes up. Whoever owes a code of a key that is there already gives that code first.
    private struct Applicant {
        let participant: Participant
        let person: Person
        var credentials: Credentials
        /// Whether codes were set up before, so that the password is asked again.
        var isRenewal: Bool { credentials.oneTimeKey != nil }
    }

    private func applicant(_ context: SiteContext) async throws -> Applicant? {
        let participant = context.awaitingCode ?? context.participant
        guard let person = participant.person else { return nil }
        let credentials = try await services.store.credentials(of: person.id)
        guard context.awaitingCode == nil || credentials.oneTimeKey == nil else { return nil }
        return Applicant(participant: participant, person: person, credentials: credentials)
    }

    @Sendable private func setUp(_ request: Request, _ context: SiteContext) async throws -> Response {
        let back = try QueryValues(request.uri.query)["terug"]
        guard let applicant = try await applicant(context) else { return redirect(to: .signIn, context) }
        let form = SiteForm(fields(applicant, back, context), holding: ["terug": back ?? ""])
        return try show(form, applicant, back, context)
    }

    @Sendable private func sendSetUp(_ request: Request, _ context: SiteContext) async throws -> Response {
        let back = try context.form.value("terug")
        guard var applicant = try await applicant(context) else { return redirect(to: .signIn, context) }
        var form = SiteForm(fields(applicant, back, context), typed: context.form)
        let typed = form.text("code")
        let password = applicant.isRenewal ? form.secret("wachtwoord") : ""
        guard form.isSound else { return try show(form, applicant, back, context, .unprocessableContent) }
        let keys = tries(.code, applicant.person.id.rawValue, context)
        if let wait = services.attempts.begin(keys, at: services.clock()) {
            form.refuse("code", Self.waiting(wait))
            return try show(form, applicant, back, context, .tooManyRequests)
        }
        if applicant.isRenewal {
            let isRight = try await services.passwords.matches(password, applicant.credentials.passwordHash)
            if !isRight { form.refuse("wachtwoord", Reason("signin.present-password-wrong")) }
        }
        let key = key(context)
        let step = key.step(of: typed, at: services.clock())
        if step == nil { form.refuse("code", Reason("signin.code-wrong")) }
        guard form.isSound, let step else { return try show(form, applicant, back, context, .unprocessableContent) }
        services.attempts.succeed(keys)
        let codes = RecoveryCode.makeAll(services.random)
        applicant.credentials.oneTimeKey = key.text
        applicant.credentials.lastTimeStep = step
        applicant.credentials.recoveryCodes = codes.map(\.hash)
        return try await finish(applicant, codes, back, request, context)
    }

    /// Keeps the key, ends every session from before it, and shows the codes on paper: now, and never again.
    private func finish(
        _ applicant: Applicant, _ codes: [RecoveryCode], _ back: String?, _ request: Request, _ context: SiteContext
    ) async throws -> Response {
        try await services.store.save(applicant.credentials, of: applicant.person.id)
        let holder = SignInSession.Holder.person(applicant.person.id)
        let (context, cookie) = try await Doorkeeper(services: services).admit(
            holder, applicant.participant, hasSecondFactor: true, request, context)
        try await services.store.endAll(of: holder, except: context.session?.id)
        let phrases = phrases(context)
        let page = RecoveryCodesPage(codes, next: landing(back, context), phrases: phrases)
        var response = try response(page, .codeSetup(back: nil), title: page.heading, context)
        response.setCookie(cookie)
        return response
    }

    /// Offered as long as the session lasts, so that an app that scanned it knows it still after a slip.
    private func key(_ context: SiteContext) -> OneTimeKey {
        OneTimeKey(bytes: Array(context.formSecret.offer("one-time key").prefix(20)))
    }

    private func fields(_ applicant: Applicant, _ back: String?, _ context: SiteContext) -> [FormField] {
        let phrases = phrases(context)
        return (applicant.isRenewal ? [SignInForms.presentPassword(phrases)] : [])
            + SignInForms.code(phrases, back: back, hint: "signin.setup-code-hint")
    }

    private func show(
        _ form: SiteForm, _ applicant: Applicant, _ back: String?, _ context: SiteContext,
        _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let phrases = phrases(context)
        let content = FormContent(
            form, to: .codeSetup(back: nil), seal: seal(context), submit: phrases.text("signin.setup-submit"),
            phrases: phrases)
        let page = CodeSetupPage(
            key(context), account: applicant.person.mail.rawValue, issuer: "Paraaf " + services.look.now.municipality,
            isRequired: context.awaitingCode != nil, form: content, phrases: phrases)
        return try response(page, .codeSetup(back: back), title: page.heading, context, status: status)
    }
}
