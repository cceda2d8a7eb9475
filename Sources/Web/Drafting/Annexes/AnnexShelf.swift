import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import PlanDomain

/// The images and annexes that a text can show, and where a page fetches them from.
struct AnnexShelf: Sendable {
    let annexes: [Annex]
    let address: @Sendable (Annex) -> String?

    static let empty = AnnexShelf(annexes: [], address: { _ in nil })

    /// For those who work on the plan.
    static func working(_ annexes: [Annex], of plan: PlanID, at commit: CommitID) -> AnnexShelf {
        AnnexShelf(annexes: annexes) { SiteAddress.annexFile(plan, $0.name, at: commit).path }
    }

    /// For readers of a version: what its open texts show.
    static func reading(_ edition: PlanEdition) -> AnnexShelf {
        let place = ReadingPlace(plan: edition.plan, text: edition.version.text, audience: edition.audience)
        return AnnexShelf(annexes: edition.annexes) { place.annex($0.name).path }
    }
}

/// An image or annex as it is sent: never as something that runs, and asked for again by who may see it today.
enum AnnexAnswer {
    static func response(_ annex: Annex, _ bytes: Data, to request: Request) -> Response {
        let tag = "\"\(annex.digest)\""
        var headers: HTTPFields = [.eTag: tag, .cacheControl: "private, no-cache", .vary: "Cookie"]
        guard request.headers[.ifNoneMatch] != tag else { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = annex.kind.contentType
        headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'; sandbox"
        // A name of an annex needs no quoting; see `Annex.kind(ofName:)`.
        headers[.contentDisposition] = "\(annex.kind.isImage ? "inline" : "attachment"); filename=\"\(annex.name)\""
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: [UInt8](bytes))))
    }
}
