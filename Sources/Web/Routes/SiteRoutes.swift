import HTTPTypes
import Hummingbird
import NIOCore
import Phrases
import PlanDomain
import Workflow

/// Pages that belong to no plan: about, the choice of language, health, static files.
struct SiteRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.about, use: about)
        router.on(.language, use: chooseLanguage)
        router.on(.health, use: health)
        router.on(.asset, use: asset)
        router.on(.icon, use: icon)
    }

    @Sendable private func about(_ request: Request, _ context: SiteContext) async throws -> Response {
        let phrases = phrases(context)
        let title = phrases.text("web.nav.about")
        let frame = frame(
            title, .about, context,
            crumbs: [Crumb(label: phrases.text("web.nav.plans"), address: .plans), Crumb(label: title)])
        return try writer.response(to: request, version: [], frame: frame) {
            AboutPage(municipality: services.look.now.municipality, phrases: phrases)
        }
    }

    /// Answers whether the plans can be read, for whoever watches the server.
    @Sendable private func health(_ request: Request, _ context: SiteContext) async throws -> Response {
        _ = try await services.reading.plans()
        return Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: "ok\n")))
    }

    /// A file may be kept for good under the address that holds its hash; under an outdated one it is given without
    /// that promise, so that a page from before an upgrade keeps its looks.
    @Sendable private func asset(_ request: Request, _ context: SiteContext) async throws -> Response {
        let name = context.parameters.get("file") ?? ""
        guard let file = services.files.file(name) ?? services.look.now.file(name) else { throw HTTPError(.notFound) }
        let isExact = context.parameters.get("hash") == file.hash
        let tag = "\"\(file.hash)\""
        var headers: HTTPFields = [
            .contentType: file.contentType, .eTag: tag,
            .cacheControl: isExact ? "public, max-age=31536000, immutable" : "no-cache",
        ]
        if file.contentType.hasPrefix("image/") { headers[.contentSecurityPolicy] = Self.imagePolicy }
        if request.headers[.ifNoneMatch] == tag {
            headers[.contentType] = nil
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }

    /// An image that is opened by itself does nothing but show.
    private static let imagePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

    @Sendable private func icon(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let file = services.files.file("paraaf.svg") else { throw HTTPError(.notFound) }
        return Response(
            status: .ok, headers: [.contentType: file.contentType, .cacheControl: "public, max-age=86400"],
            body: .init(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }

    @Sendable private func chooseLanguage(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let language = try context.form.value("taal").flatMap(Language.init) else {
            throw PlanError(.invalid, Reason("web.form.unknown-language"))
        }
        let back = ReturnAddress(try context.form.value("terug"), in: context.routes)
        var response = redirect(to: SiteAddress(own: back.path), context)
        response.setCookie(
            Cookie(
                name: LanguageChoice.cookieName, value: language.rawValue, maxAge: 365 * 86_400, path: "/",
                secure: services.settings.isBehindTLS, httpOnly: true, sameSite: .lax))
        return response
    }
}
