/// Every route that the site answers, as the router was given them.
struct RouteTable: Sendable {
    let routes: [SiteRoute]

    init(_ routes: [SiteRoute]) {
        self.routes = routes
    }

    func has(_ route: SiteRoute) -> Bool { routes.contains(route) }

    /// The route of a method that an address belongs to.
    func route(_ method: SiteRoute.Method, at path: some StringProtocol) -> SiteRoute? {
        let parts = Self.parts(of: path)
        return routes.filter { $0.method == method && $0.accepts(parts) }.max { left, right in
            left.fixedParts.lexicographicallyPrecedes(right.fixedParts)
        }
    }

    /// For the header `Allow` (RFC 9110, 10.2.1); empty for an address that the site does not know.
    func methods(at path: some StringProtocol) -> [String] {
        (route(.get, at: path) == nil ? [] : ["GET", "HEAD"]) + (route(.post, at: path) == nil ? [] : ["POST"])
    }

    private static func parts(of path: some StringProtocol) -> [Substring] {
        Substring(path).split(separator: "/")
    }
}
