import Hummingbird
import PlanDomain

/// The site as a router: it takes a handler only together with its row in the table of who may what.
public struct SiteRouter {
    typealias Handler = @Sendable (Request, SiteContext) async throws -> Response

    private(set) var endpoints: [(route: SiteRoute, handler: Handler)] = []

    /// The router of the whole site.
    public static func make(_ services: SiteServices) -> Router<SiteContext> {
        site(services).router(services)
    }

    /// All routes with their handlers.
    static func site(_ services: SiteServices) -> SiteRouter {
        var router = SiteRouter()
        for group in groups(services) { group.add(to: &router) }
        return router
    }

    /// Answers a route. The participant is held against the row first; a form is read, held against its limits and
    /// its token, and then stands in `context.form`.
    mutating func on(_ route: SiteRoute, use handler: @escaping Handler) {
        endpoints.append((route, handler))
    }

    /// - Parameter replacement: stands in for every handler; for tests of what is done before a handler runs.
    func router(_ services: SiteServices, replacement: Handler? = nil) -> Router<SiteContext> {
        let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SecurityHeaders(isBehindTLS: services.settings.isBehindTLS))
        router.add(middleware: Arrival(services: services, routes: RouteTable(endpoints.map(\.route))))
        // Twice: outside for a store that cannot say who is there, inside with the frame of whoever is.
        router.add(middleware: ErrorPages(services: services))
        router.add(middleware: SessionReader(services: services))
        router.add(middleware: LanguageChoice())
        router.add(middleware: ErrorPages(services: services))
        for (route, handler) in endpoints {
            let entrance = Entrance(services: services, route: route, handler: replacement ?? handler)
            router.on(RouterPath(route.template), method: route.httpMethod, use: entrance.answer)
        }
        return router
    }
}
