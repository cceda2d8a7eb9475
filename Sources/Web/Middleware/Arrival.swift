import Foundation
import HTTPTypes
import Hummingbird

/// Gives each request the table of routes, its own route, and what was to be said on the next page.
struct Arrival: RouterMiddleware {
    let services: SiteServices
    let routes: RouteTable

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.routes = routes
        // The proxy writes the last of these itself; what stands before it, anybody can claim.
        if services.settings.isBehindTLS, let last = request.headers[.siteForwardedFor]?.split(separator: ",").last {
            context.sender = last.trimmingCharacters(in: .whitespaces)
        }
        let method: SiteRoute.Method = request.method == .post ? .post : .get
        context.route = routes.route(method, at: request.uri.path)
        let cookies = services.settings.cookies
        let carried = request.cookies[cookies.notice]?.value
        context.notice = carried.flatMap { Notice(sealed: $0, with: services.noticeKey) }
        var response = try await next(request, context)
        let isPage = response.headers[.contentType]?.hasPrefix("text/html") == true
        if carried != nil, isPage, request.method != .head {
            response.setCookie(cookies.removal(of: cookies.notice))
        }
        return response
    }
}
