import HTTPTypes
import Hummingbird
import NIOCore
import Phrases
import PlanDomain
import Workflow

/// Pages that belong to no plan: about, the choice of language, health, static files.
struct SiteRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: Router<SiteContext>) {
        router.get(.about, use: about)
        router.post(.language, use: chooseLanguage)
        router.get(.health, use: health)
        router.get(.asset, use: asset)
        router.get(.icon, use: icon)
    }

    private func about(_ request: Request, _ context: SiteContext) async throws -> Response {
        let phrases = phrases(context)
        let frame = PageFrame(
            title: phrases.text("web.nav.about"), address: .about,
            crumbs: [
                Crumb(label: phrases.text("web.nav.plans"), address: .plans),
                Crumb(label: phrases.text("web.nav.about")),
            ], services: services, language: context.language)
        return try writer.response(to: request, version: [services.settings.municipality], frame: frame) {
            AboutPage(municipality: services.settings.municipality, phrases: phrases)
        }
    }

    /// Answers whether the plans can be read, for whoever watches the server.
    private func health(_ request: Request, _ context: SiteContext) async throws -> Response {
        _ = try await services.reading.plans()
        return Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: "ok\n")))
    }

    /// A file may be kept for good under the address that holds its hash; under an outdated one it is given without
    /// that promise, so that a page from before an upgrade keeps its looks.
    private func asset(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let file = services.files.file(context.parameters.get("file") ?? "") else { throw HTTPError(.notFound) }
        let isExact = context.parameters.get("hash") == file.hash
        let tag = "\"\(file.hash)\""
        var headers: HTTPFields = [
            .contentType: file.contentType, .eTag: tag,
            .cacheControl: isExact ? "public, max-age=31536000, immutable" : "no-cache",
        ]
        if request.headers[.ifNoneMatch] == tag {
            headers[.contentType] = nil
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }

    private func icon(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let file = services.files.file("paraaf.svg") else { throw HTTPError(.notFound) }
        return Response(
            status: .ok, headers: [.contentType: file.contentType, .cacheControl: "public, max-age=86400"],
            body: .init(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }

    private func chooseLanguage(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard SameOrigin.accepts(request) else {
            throw PlanError(.forbidden, Reason("web.form.other-site"))
        }
        var request = request
        let body = try await request.collectBody(upTo: context.maxUploadSize)
        let form = try QueryValues(String(buffer: body))
        guard let language = form["taal"].flatMap(Language.init) else {
            throw PlanError(.invalid, Reason("web.form.unknown-language"))
        }
        var response = Response(
            status: .seeOther, headers: [.location: ReturnAddress(form["terug"]).path, .cacheControl: "no-store"])
        response.setCookie(
            Cookie(
                name: LanguageChoice.cookieName, value: language.rawValue, maxAge: 365 * 86_400, path: "/",
                secure: services.settings.isBehindTLS, httpOnly: true, sameSite: .lax))
        return response
    }
}

/// Whether a form was sent from a page of this very site.
enum SameOrigin {
    /// Browsers say so in `Sec-Fetch-Site` or `Origin`; a client that sends neither is no browser and carries nobody's
    /// cookies.
    static func accepts(_ request: Request) -> Bool {
        if let site = request.headers[.siteFetchSite] { return site == "same-origin" || site == "none" }
        guard let origin = request.headers[.origin] else { return true }
        guard let host = request.head.authority, let start = origin.firstRange(of: "://") else { return false }
        return origin[start.upperBound...] == host
    }
}

/// Where a form leads back to: a page of this site that the router knows, the front page otherwise.
///
/// Only what matches a route is taken over, so that no address can lead a reader elsewhere.
struct ReturnAddress {
    let path: String

    init(_ wanted: String?) {
        path = wanted.flatMap { Self.isOwn($0) ? $0 : nil } ?? SiteAddress.plans.path
    }

    private static func isOwn(_ address: String) -> Bool {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        guard address.utf8.count <= 300, path.first == "/", !path.hasPrefix("//"),
            address.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x5C }),
            let route = SiteRoute(matching: String(path))
        else { return false }
        return !route.isForm && !path.contains("..")
    }
}
