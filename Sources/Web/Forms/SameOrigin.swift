import HTTPTypes
import Hummingbird

/// Whether a form was sent from a page of this very site.
enum SameOrigin {
    /// Browsers say so in `Sec-Fetch-Site` or `Origin`; a client that sends neither is no browser and carries nobody's
    /// cookies.
    static func accepts(_ request: Request) -> Bool {
        saysWhere(request) ? isProven(by: request) : true
    }

    /// Whether the browser itself said that it comes from here.
    static func isProven(by request: Request) -> Bool {
        if let site = request.headers[.siteFetchSite] { return site == "same-origin" || site == "none" }
        guard let origin = request.headers[.origin], let host = request.head.authority,
            let start = origin.firstRange(of: "://")
        else { return false }
        return origin[start.upperBound...] == host
    }

    private static func saysWhere(_ request: Request) -> Bool {
        request.headers[.siteFetchSite] != nil || request.headers[.origin] != nil
    }
}
