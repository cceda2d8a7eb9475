import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Following one's inputs by a code, without an account. What it shows is kept nowhere, and tries are limited without an
/// address being kept.
struct FollowRoutes: AnswerGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.follow, use: follow)
        router.on(.sendFollow, use: sendFollow)
        router.on(.stopFollowing, use: stop)
        router.on(.followed, use: followed)
        router.on(.followedDocument, use: document)
        router.on(.followedReplyForm, use: replyForm)
        router.on(.sendFollowedReply, use: sendReply)
    }

    // MARK: The code

    @Sendable private func follow(_ request: Request, _ context: SiteContext) async throws -> Response {
        let code = try QueryValues(request.uri.query)["code"].flatMap { FollowSecret(typed: $0) }
        return try ask(SiteForm(fields(context), holding: ["code": code?.text ?? ""]), context)
    }

    @Sendable private func sendFollow(_ request: Request, _ context: SiteContext) async throws -> Response {
        var form = SiteForm(fields(context), typed: context.form)
        let typed = form.text("code")
        guard form.isSound else { return try ask(form, context, .unprocessableContent) }
        let tries = [services.maskedSender(context)]
        if let wait = services.attempts.begin(tries, at: services.clock()) {
            form.refuse("code", Reason("signin.wait", ["count": .number(wait)]))
            return try ask(form, context, .tooManyRequests)
        }
        guard let secret = FollowSecret(typed: typed), try await services.store.followCode(secret.hash) != nil else {
            form.refuse("code", Reason("feedback.code-unknown"))
            return try ask(form, context, .unprocessableContent)
        }
        services.attempts.succeed(tries)
        var response = redirect(to: .followed(), context)
        response.setCookie(FollowCookie(services).make(secret))
        return response
    }

    @Sendable private func stop(_ request: Request, _ context: SiteContext) async throws -> Response {
        var response = redirect(to: .follow(), context, notice: Notice("feedback.follow.stopped"))
        response.setCookie(FollowCookie(services).removal)
        return response
    }

    // MARK: What it opens

    @Sendable private func followed(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let (_, inputs) = try await opened(request) else { return redirect(to: .follow(), context) }
        let phrases = phrases(context)
        let page = AnswersPage(
            try await lines(inputs.answers, in: inputs.plan, reply: { .followedReply(to: $0) }, context),
            lead: lead(inputs, context), document: .followedDocument, stop: seal(context), phrases: phrases)
        let response = try respond(page, phrases.text("feedback.heading"), .followed(), context)
        try await room.noteReading(of: inputs.answers, in: inputs.plan)
        return response
    }

    @Sendable private func document(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let (_, inputs) = try await opened(request) else { return redirect(to: .follow(), context) }
        return try await document(inputs.answers, in: inputs.plan, lead: lead(inputs, context), context)
    }

    @Sendable private func replyForm(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let (_, inputs) = try await opened(request) else { return redirect(to: .follow(), context) }
        let answer = try answer(among: inputs, context)
        guard answer.mayReply else { return redirect(to: .followed(), context) }
        return try show(answer, ReplyForm(phrases: phrases(context)).form(on: answer), context)
    }

    @Sendable private func sendReply(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let (secret, inputs) = try await opened(request) else { return redirect(to: .follow(), context) }
        let answer = try answer(among: inputs, context)
        let fields = ReplyForm(phrases: phrases(context))
        var form = fields.form(typed: context.form)
        guard let (reply, ordinal) = fields.written(&form) else {
            return try show(answer, form, context, .unprocessableContent)
        }
        do {
            try await room.reply(reply, to: answer.number, ordinal: ordinal, following: secret.hash)
        } catch let error as PlanError where error.isAboutForm {
            form.refuse(ReplyForm.field(of: error), error)
            return try show(answer, form, context, error.formStatus)
        }
        return redirect(
            to: .followed(fragment: answer.number.description), context,
            notice: Notice("feedback.reply.done", ["input": answer.number.description]))
    }

    // MARK: Parts

    /// What the code in the cookie opens; nil where there is none, or it opens nothing any more.
    private func opened(_ request: Request) async throws -> (FollowSecret, FollowedInputs)? {
        let cookie = request.cookies[FollowCookie(services).name]?.value
        guard let secret = cookie.flatMap({ FollowSecret(typed: $0) }),
            let inputs = try await room.answers(following: secret.hash)
        else { return nil }
        return (secret, inputs)
    }

    private func answer(among inputs: FollowedInputs, _ context: SiteContext) throws -> InputAnswer {
        let number = try inputNumber(context)
        guard let answer = inputs.answers.first(where: { $0.number == number }) else {
            throw PlanError(.notFound, Reason("input.unknown", ["input": .text(number.description)]))
        }
        return answer
    }

    private func lead(_ inputs: FollowedInputs, _ context: SiteContext) -> String {
        phrases(context).text("feedback.lead", ["plan": .text(inputs.planTitle)])
    }

    private func fields(_ context: SiteContext) -> [FormField] {
        let phrases = phrases(context)
        return [
            FormField(
                "code", phrases.text("feedback.follow.code"), hint: phrases.text("feedback.follow.code-hint"),
                limit: 60, autocomplete: "off")
        ]
    }

    private func ask(
        _ form: SiteForm, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let phrases = phrases(context)
        let content = FormContent(
            form, to: .follow(), seal: seal(context), submit: phrases.text("feedback.follow.submit"), phrases: phrases)
        let page = FormPage(
            heading: phrases.text("feedback.follow.heading"), lead: phrases.text("feedback.follow.lead"),
            form: content)
        return try respond(page, page.heading, .follow(), context, status)
    }

    private func show(
        _ answer: InputAnswer, _ form: SiteForm, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let address = SiteAddress.followedReply(to: answer.number)
        let page = replyPage(answer, form, to: address, back: .followed(), context)
        return try respond(page, page.heading, address, context, status)
    }

    private func respond(
        _ page: some SitePage, _ title: String, _ address: SiteAddress, _ context: SiteContext,
        _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let crumbs = [
            Crumb(label: phrases(context).text("web.nav.plans"), address: .plans), Crumb(label: title),
        ]
        var response = try writer.response(
            page, in: frame(title, address, context, crumbs: crumbs), status: status)
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
