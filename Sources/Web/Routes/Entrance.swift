import HTTPTypes
import Hummingbird
import PlanDomain
import Workflow

/// What stands before every handler: the row of its route, and for a form its origin, its size and its token.
struct Entrance: SiteRouteGroup {
    let services: SiteServices
    let route: SiteRoute
    let handler: SiteRouter.Handler

    func add(to router: inout SiteRouter) { router.on(route, use: handler) }

    @Sendable func answer(_ request: Request, _ context: SiteContext) async throws -> Response {
        if route.access.needsSignIn, context.participant == .visitor {
            return try await askToSignIn(request, context)
        }
        let plan = context.parameters.get("plan").flatMap { PlanID($0) }
        try route.access.require(of: context.participant, plan: plan)
        guard route.method == .post else { return try await handler(request, context) }
        guard SameOrigin.accepts(request) else { throw PlanError(.forbidden, Reason("web.form.other-site")) }
        let form = try await FormValues(of: request, within: route.limits)
        guard !route.needsToken || context.formSecret.matches(form.token) else {
            return try resend(form, .token, request, context)
        }
        _ = try (form.value(FormSeal.tokenName), form.value(FormSeal.requestName))
        var sealed = context
        sealed.form = form.withRequestID { Secret.make(services.random).text }
        return try await takeIn(request, sealed)
    }

    /// Once, however often the very same form is sent; see ``SentForms``.
    private func takeIn(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard route.isTakenOnce else { return try await handler(request, context) }
        let time = route.access.needsSignIn ? .seconds(600) : SentForms.pressing
        return try await services.sent.once(
            SentForms.Key(context.form, to: request.uri.string), keptFor: time
        ) { [handler] in try await handler(request, context) }
    }

    /// The same for an address that leads somewhere and one that does not.
    private func askToSignIn(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard route.method == .post else {
            return redirect(to: .signIn(returningTo: request.uri.string), context)
        }
        guard SameOrigin.accepts(request) else { throw PlanError(.forbidden, Reason("web.form.other-site")) }
        // A visitor may not send what only somebody who signed in may.
        let form = try await FormValues(of: request, within: route.limits.withoutFiles)
        return try resend(form, .session, request, context)
    }

    /// Shows what was typed and offers to send it again, so that neither a session that ended nor an old token costs
    /// a word. Only for a form that the browser says came from this site.
    private func resend(
        _ form: FormValues, _ cause: ResendPage.Cause, _ request: Request, _ context: SiteContext
    ) throws -> Response {
        guard SameOrigin.isProven(by: request) else { throw PlanError(.forbidden, Reason("web.form.token")) }
        let phrases = phrases(context)
        let page = ResendPage(
            form, cause: cause, action: request.uri.string, seal: seal(context), phrases: phrases)
        return try writer.response(page, in: frame(page.heading, .plans, context), status: .forbidden)
    }
}
