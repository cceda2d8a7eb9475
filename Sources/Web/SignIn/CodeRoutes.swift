import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// The second step of signing in: the code of an app, or a code on paper in its place.
struct CodeRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.code, use: code)
        router.on(.sendCode, use: sendCode)
        router.on(.recovery, use: recovery)
        router.on(.sendRecovery, use: sendRecovery)
    }

    @Sendable private func code(_ request: Request, _ context: SiteContext) async throws -> Response {
        let back = try QueryValues(request.uri.query)["terug"]
        guard try await holder(context) != nil else { return redirect(to: signIn(back), context) }
        let form = SiteForm(SignInForms.code(phrases(context), back: back), holding: ["terug": back ?? ""])
        return try show(form, back, context)
    }

    @Sendable private func sendCode(_ request: Request, _ context: SiteContext) async throws -> Response {
        let back = try context.form.value("terug")
        guard let (participant, person, key) = try await holder(context) else {
            return redirect(to: signIn(back), context)
        }
        var form = SiteForm(SignInForms.code(phrases(context), back: back), typed: context.form)
        let typed = form.text("code")
        guard form.isSound else { return try show(form, back, context, .unprocessableContent) }
        let keys = tries(.code, person.id.rawValue, context)
        if let wait = services.attempts.begin(keys, at: services.clock()) {
            form.refuse("code", Self.waiting(wait))
            return try show(form, back, context, .tooManyRequests)
        }
        guard let step = key.step(of: typed, at: services.clock()) else {
            form.refuse("code", Reason("signin.code-wrong"))
            return try show(form, back, context, .unprocessableContent)
        }
        guard try await services.store.useTimeStep(step, of: person.id) else {
            form.refuse("code", Reason("signin.code-used"))
            return try show(form, back, context, .unprocessableContent)
        }
        services.attempts.succeed(keys)
        return try await finish(participant, person, back: back, notice: nil, request, context)
    }

    @Sendable private func recovery(_ request: Request, _ context: SiteContext) async throws -> Response {
        let back = try QueryValues(request.uri.query)["terug"]
        guard try await holder(context) != nil else { return redirect(to: signIn(back), context) }
        let form = SiteForm(SignInForms.recovery(phrases(context), back: back), holding: ["terug": back ?? ""])
        return try showRecovery(form, back, context)
    }

    @Sendable private func sendRecovery(_ request: Request, _ context: SiteContext) async throws -> Response {
        let back = try context.form.value("terug")
        guard let (participant, person, _) = try await holder(context) else {
            return redirect(to: signIn(back), context)
        }
        var form = SiteForm(SignInForms.recovery(phrases(context), back: back), typed: context.form)
        let typed = form.text("herstelcode")
        guard form.isSound else { return try showRecovery(form, back, context, .unprocessableContent) }
        let keys = tries(.code, person.id.rawValue, context)
        if let wait = services.attempts.begin(keys, at: services.clock()) {
            form.refuse("herstelcode", Self.waiting(wait))
            return try showRecovery(form, back, context, .tooManyRequests)
        }
        guard try await services.store.useRecoveryCode(RecoveryCode.hash(of: typed), of: person.id) else {
            form.refuse("herstelcode", Reason("signin.recovery-wrong"))
            return try showRecovery(form, back, context, .unprocessableContent)
        }
        services.attempts.succeed(keys)
        let left = try await services.store.credentials(of: person.id).recoveryCodes.count
        let notice = Notice("signin.recovery-left", ["count": String(left)])
        return try await finish(participant, person, back: back, notice: notice, request, context)
    }

    /// Somebody who gave their password and has codes set up.
    private func holder(_ context: SiteContext) async throws -> (Participant, Person, OneTimeKey)? {
        guard let participant = context.awaitingCode, let person = participant.person else { return nil }
        let credentials = try await services.store.credentials(of: person.id)
        guard let key = credentials.oneTimeKey.flatMap({ OneTimeKey($0) }) else { return nil }
        return (participant, person, key)
    }

    private func finish(
        _ participant: Participant, _ person: Person, back: String?, notice: Notice?, _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        let (_, cookie) = try await Doorkeeper(services: services).admit(
            .person(person.id), participant, hasSecondFactor: true, request, context)
        var response = redirect(to: landing(back, context), context, notice: notice)
        response.setCookie(cookie)
        return response
    }

    private func signIn(_ back: String?) -> SiteAddress { back.map { .signIn(returningTo: $0) } ?? .signIn }

    private func show(
        _ form: SiteForm, _ back: String?, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let phrases = phrases(context)
        let content = FormContent(
            form, to: .code(back: nil), seal: seal(context), submit: phrases.text("signin.submit"), phrases: phrases
        ).step(2, of: 2, phrases)
        let page = FormPage(
            heading: phrases.text("signin.code-heading"), lead: phrases.text("signin.code-lead"), form: content,
            links: [
                PageLink(label: phrases.text("signin.no-phone"), address: .recovery(back: back)),
                PageLink(label: phrases.text("signin.other-account"), address: .otherAccount),
            ])
        return try response(page, .code(back: back), context, status: status)
    }

    private func showRecovery(
        _ form: SiteForm, _ back: String?, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let phrases = phrases(context)
        let content = FormContent(
            form, to: .recovery(back: nil), seal: seal(context), submit: phrases.text("signin.submit"),
            phrases: phrases
        ).step(2, of: 2, phrases)
        let page = FormPage(
            heading: phrases.text("signin.recovery-heading"), lead: phrases.text("signin.recovery-lead"),
            form: content,
            links: [PageLink(label: phrases.text("signin.phone-again"), address: .code(back: back))])
        return try response(page, .recovery(back: back), context, status: status)
    }
}
