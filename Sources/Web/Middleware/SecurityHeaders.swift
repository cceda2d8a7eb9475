import HTTPTypes
import Hummingbird

/// Headers that every answer bears, whatever made it.
///
/// A handler that sets one of them itself keeps its own: produced documents bring their own style and have a policy
/// that allows just that.
struct SecurityHeaders: RouterMiddleware {
    /// Nothing is allowed but what these pages use: style sheet, scripts, images and fonts from here, forms to here.
    static let pagePolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-src 'none'; frame-ancestors 'none'"

    let isBehindTLS: Bool

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in Self.fixed where response.headers[name] == nil {
            response.headers[name] = value
        }
        if isBehindTLS { response.headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
        return response
    }

    private static let fixed: [(HTTPField.Name, String)] = [
        (.contentSecurityPolicy, pagePolicy),
        (.xContentTypeOptions, "nosniff"),
        (.siteFrameOptions, "DENY"),
        (.siteReferrerPolicy, "same-origin"),
        (.sitePermissionsPolicy, "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        (.siteOpenerPolicy, "same-origin"),
        (.siteResourcePolicy, "same-origin"),
    ]
}

extension HTTPField.Name {
    /// Header names that are made from text; each is a valid token (RFC 9110, 5.1), so the fallback is never used.
    private static func named(_ name: String) -> HTTPField.Name {
        HTTPField.Name(name) ?? .xContentTypeOptions
    }

    static let siteFrameOptions = named("X-Frame-Options")
    static let siteReferrerPolicy = named("Referrer-Policy")
    static let sitePermissionsPolicy = named("Permissions-Policy")
    static let siteOpenerPolicy = named("Cross-Origin-Opener-Policy")
    static let siteResourcePolicy = named("Cross-Origin-Resource-Policy")
    static let siteFetchSite = named("Sec-Fetch-Site")
    static let siteForwardedFor = named("X-Forwarded-For")
}
