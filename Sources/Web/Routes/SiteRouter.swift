import Hummingbird

/// The site as a router: reading pages, produced documents, static files.
public enum SiteRouter {
    public static func make(_ services: SiteServices) -> Router<SiteContext> {
        let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SecurityHeaders(isBehindTLS: services.settings.isBehindTLS))
        router.add(middleware: LanguageChoice())
        router.add(middleware: ErrorPages(services: services))
        PlanRoutes(services: services).add(to: router)
        SectionRoutes(services: services).add(to: router)
        DocumentRoutes(services: services).add(to: router)
        SiteRoutes(services: services).add(to: router)
        return router
    }
}

extension Router {
    func get(
        _ route: SiteRoute, use handler: @Sendable @escaping (Request, Context) async throws -> Response
    ) {
        get(RouterPath(route.rawValue), use: handler)
    }

    func post(
        _ route: SiteRoute, use handler: @Sendable @escaping (Request, Context) async throws -> Response
    ) {
        post(RouterPath(route.rawValue), use: handler)
    }
}
