import Hummingbird
import PlanDomain

/// Leaving: the session ends in the store, so that its cookie opens nothing any more.
struct SignOutRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.signOut, use: signOut)
    }

    @Sendable private func signOut(_ request: Request, _ context: SiteContext) async throws -> Response {
        if let session = context.session { try await services.store.end(session.id) }
        var response = redirect(to: .plans, context, notice: Notice("web.signed-out"))
        let cookies = services.settings.cookies
        response.setCookie(cookies.removal(of: cookies.session))
        return response
    }
}
