import HTTPTypes
import Hummingbird
import NIOCore
import PlanDomain

/// The list of a plan's documents, and the documents themselves.
struct DocumentRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.documents, use: documents)
        router.on(.document, use: document)
    }

    @Sendable private func documents(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let plan = try await services.reading.plan(id).projected
        let documents = try await services.documents.documents(of: id)
        let phrases = phrases(context)
        let frame = frame(phrases.text("web.nav.documents"), .documents(id), in: plan, route: .documents, context)
        let version = plan.heads.version + documents.map { "\($0.name) \($0.title) \($0.summary ?? "")" }
        return try writer.response(to: request, version: version, frame: frame) {
            DocumentListPage(documents, of: plan, phrases: phrases)
        }
    }

    /// The document as it is, with a policy that allows its own style and nothing else.
    @Sendable private func document(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let moment = try QueryValues(request.uri.query).moment("bij")
        let name = context.parameters.get("document") ?? ""
        let made = try await services.documents.document(
            name, of: id, at: moment, language: context.language.rawValue)
        let tag = "\"\(Digest.hexadecimal(of: made.html, bytes: 16))\""
        if request.headers[.ifNoneMatch] == tag {
            return Response(status: .notModified, headers: [.eTag: tag, .vary: "Cookie", .cacheControl: "no-cache"])
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/html; charset=utf-8", .eTag: tag, .vary: "Cookie",
                .contentSecurityPolicy: StylePolicy.policy(for: made.html),
                .contentDisposition: "inline; filename=\"\(Self.safeFileName(made.fileName))\"",
                .cacheControl: "no-cache",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: [UInt8](made.html))))
    }

    /// Only what needs no quoting in a header.
    private static func safeFileName(_ name: String) -> String {
        String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) ? $0 : "-" })
    }
}
