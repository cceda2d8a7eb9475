import HTTPTypes

/// One thing that the site can be asked: a method, the shape of an address, who may ask it, and how large a form may be.
///
/// Areas name theirs in files of their own (`SiteRoute+Partners.swift`); the router takes a handler only together with
/// a route, so that there is no page without a row in the table of who may what. In a shape `:name` stands for one part
/// of an address; a row that speaks of a plan reads it from `:plan`.
struct SiteRoute: Hashable, Sendable {
    let method: Method
    /// Such as `/plannen/:plan/tekst`.
    let template: String
    let access: RouteAccess
    /// What a form may hold; means nothing for a page.
    let limits: FormLimits
    /// Whether a form must bear the token of the browser that it was shown to. Only a form that stands on pages for
    /// everybody and changes nothing but that browser's own cookie does without.
    let needsToken: Bool
    /// Whether the same form sent twice is one request. Not so for what an open page sends over and over.
    let isTakenOnce: Bool

    enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    init(
        _ method: Method, _ template: String, access: RouteAccess, limits: FormLimits = .fields,
        needsToken: Bool = true, isTakenOnce: Bool = true
    ) {
        self.method = method
        self.template = template
        self.access = access
        self.limits = limits
        self.needsToken = needsToken
        self.isTakenOnce = isTakenOnce
    }

    var httpMethod: HTTPRequest.Method { method == .get ? .get : .post }

    /// Whether an address has the shape of this route.
    func accepts(_ parts: [Substring]) -> Bool {
        let own = template.split(separator: "/")
        return own.count == parts.count && zip(own, parts).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
    }

    /// How much of the shape is fixed, first parts first: of two routes that fit, the router takes the more fixed one.
    var fixedParts: [Int] { template.split(separator: "/").map { $0.hasPrefix(":") ? 0 : 1 } }
}

extension SiteRoute: CustomStringConvertible {
    var description: String { "\(method.rawValue) \(template)" }
}
