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
        let bytes = try bytes(page, frame, isRefusal: status == .unprocessableContent)
        return Response(status: status, headers: Self.headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// A page that is known by what it is made from.
    ///
    /// - Parameters:
    ///   - version: everything in `page` that may differ at another time, such as the heads of the plan.
    ///   - page: called only when it was not made before. A page for somebody who is signed in is made each time, and
    ///     kept nowhere.
    func response<Page: SitePage>(
        to request: Request, version: [String], frame: PageFrame, page: () throws -> Page
    ) throws -> Response {
        guard !frame.isPersonal else { return try response(page(), in: frame) }
        let key = Self.key(
            of: [Page.template, frame.language.rawValue, request.uri.string, services.edition, frame.look.version]
                + version)
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

    /// The title of a form that is shown again for its errors says so first, because that is what is read out first.
    private func bytes(_ page: some SitePage, _ frame: PageFrame, isRefusal: Bool = false) throws -> [UInt8] {
        let main = Markup(bytes: try services.templates.render(page, in: frame.language))
        let phrases = services.phrasebook.phrases(in: frame.language)
        let title = isRefusal ? phrases.text("web.form.error-title", ["title": .text(frame.title)]) : frame.title
        let scripts = (["paraaf.js"] + type(of: page).scripts).compactMap(services.files.address(of:))
        let layout = LayoutPage(frame: frame, title: title, main: main, scripts: scripts.map(ScriptLink.init))
        return try services.templates.render(layout, in: frame.language)
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
