/// Where a form leads back to: a page of this site that the router knows, the front page otherwise.
///
/// Only what matches a route is taken over, so that no address can lead a reader elsewhere.
struct ReturnAddress {
    let path: String

    init(_ wanted: String?, in routes: RouteTable) {
        path = wanted.flatMap { Self.isOwn($0, routes) ? $0 : nil } ?? SiteAddress.plans.path
    }

    private static func isOwn(_ address: String, _ routes: RouteTable) -> Bool {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        guard address.utf8.count <= 300, path.first == "/", !path.hasPrefix("//"),
            address.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x5C })
        else { return false }
        return routes.route(.get, at: path) != nil && !path.contains("..")
    }
}
