import HTTPTypes
import Hummingbird
import NIOCore
import Phrases

/// Makes the answer of a page: from the cache where it was made before, with "not modified" where the reader has it.
struct PageWriter {
    let services: SiteServices

    /// A page that is made anew each time, such as that of an error.
    func response(
        _ page: some SitePage, in frame: PageFrame, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        Response(
            status: status, headers: Self.headers, body: .init(byteBuffer: ByteBuffer(bytes: try bytes(page, frame))))
    }

    /// A page that is known by what it is made from.
    ///
    /// - Parameters:
    ///   - version: everything in `page` that may differ at another time, such as the heads of the plan.
    ///   - page: called only when it was not made before.
    func response<Page: SitePage>(
        to request: Request, version: [String], frame: PageFrame, page: () throws -> Page
    ) throws -> Response {
        let key = Self.key(
            of: [Page.template, frame.language.rawValue, request.uri.string, services.edition] + version)
        let tag = "\"\(key)\""
        var headers = Self.headers
        headers[.eTag] = tag
        headers[.cacheControl] = "no-cache"
        if let known = request.headers[.ifNoneMatch], Self.matches(known, tag) {
            headers[.contentType] = nil
            return Response(status: .notModified, headers: headers)
        }
        let content = try services.pages.bytes(for: key) ?? fresh(key) { try bytes(page(), frame) }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: content)))
    }

    private func fresh(_ key: String, _ make: () throws -> [UInt8]) rethrows -> [UInt8] {
        let bytes = try make()
        services.pages.keep(bytes, for: key)
        return bytes
    }

    private func bytes(_ page: some SitePage, _ frame: PageFrame) throws -> [UInt8] {
        let main = Markup(bytes: try services.templates.render(page, in: frame.language))
        return try services.templates.render(LayoutPage(frame: frame, main: main), in: frame.language)
    }

    /// The cookie chooses the language.
    private static let headers: HTTPFields = [.contentType: "text/html; charset=utf-8", .vary: "Cookie"]

    /// RFC 9110, 13.1.2: weak comparison over a list, or `*`.
    private static func matches(_ header: String, _ tag: String) -> Bool {
        header.split(separator: ",").contains { item in
            let item = item.drop { $0 == " " }.prefix { $0 != " " }
            return item == "*" || item == tag || item == "W/" + tag
        }
    }

    /// Parts are kept apart by a separator that none of them holds, so that no two lists give one key.
    private static func key(of parts: [String]) -> String {
        Digest.hexadecimal(of: parts.joined(separator: "\u{1F}").utf8, bytes: 16)
    }
}
