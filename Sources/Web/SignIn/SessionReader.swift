import HTTPTypes
import Hummingbird
import PlanDomain

/// Says for each request who stands before the site: the session's cookie, held against the store, today's appointments
/// and substitutions.
///
/// Whatever somebody who is signed in is shown is kept nowhere: not by their browser, not by a proxy.
struct SessionReader: RouterMiddleware {
    let services: SiteServices
    private var cookies: SiteCookies { services.settings.cookies }

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        if let route = context.route, SiteRoute.sameForAll.contains(route) { return try await next(request, context) }
        var context = context
        let secret = request.cookies[cookies.session].flatMap { Secret($0.value) }
        if let secret, let session = try await session(secret) {
            context.session = session
            context.formSecret = FormSecret(secret)
            try await identify(&context, by: session)
        } else {
            context.formSecret = visitorSecret(request)
        }
        var response = try await next(request, context)
        if let visitor = context.formSecret.toSend {
            response.setCookie(cookies.make(cookies.visitor, visitor.text, seconds: nil))
        }
        if context.session != nil || context.notice != nil || context.formSecret.toSend != nil {
            response.headers[.cacheControl] = "no-store"
            response.headers[.eTag] = nil
            response.headers[.vary] = "Cookie"
        }
        return response
    }

    private func session(_ secret: Secret) async throws -> SignInSession? {
        let now = services.clock()
        guard let session = try await services.store.session(secret.hash, at: now) else { return nil }
        guard !SessionLimits.isIdle(session, at: now) else {
            try await services.store.end(session.id)
            return nil
        }
        if now.timeIntervalSince(session.lastSeenAt) >= SessionLimits.noted {
            try await services.store.touch(session.id, at: now, hasSecondFactor: session.hasSecondFactor)
        }
        return session
    }

    /// Somebody who still owes a one-time code is a visitor, whom the sign-in pages know.
    private func identify(_ context: inout SiteContext, by session: SignInSession) async throws {
        let time = OfficeTime(now: services.clock)
        let participant = try await Reception(store: services.store, time: time).participant(for: session.holder)
        if try await owesCode(participant, session) {
            context.awaitingCode = participant
        } else {
            context.participant = participant
        }
    }

    private func owesCode(_ participant: Participant, _ session: SignInSession) async throws -> Bool {
        guard !session.hasSecondFactor, let person = participant.person else { return false }
        if participant.needsOneTimeCode { return true }
        return try await services.store.credentials(of: person.id).oneTimeKey != nil
    }

    private func visitorSecret(_ request: Request) -> FormSecret {
        if let known = request.cookies[cookies.visitor].flatMap({ Secret($0.value) }) { return FormSecret(known) }
        return FormSecret(.make(services.random), isNew: true)
    }
}
