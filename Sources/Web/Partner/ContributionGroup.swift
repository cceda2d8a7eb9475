import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Phrases
import PlanDomain
import Workflow

/// What the routes of the partner's form have in common: the round, and the frame of its pages.
protocol ContributionGroup: SiteRouteGroup {
    var hall: ContributionHall { get }
}

extension ContributionGroup {
    /// The round that the address means. `notFound` where nothing is asked of the reader.
    func visit(_ request: Request, _ context: SiteContext) async throws -> ContributionVisit {
        guard let visit = try await anyVisit(request, context) else {
            throw PlanError(.notFound, Reason("round.unknown"))
        }
        return visit
    }

    func anyVisit(_ request: Request, _ context: SiteContext) async throws -> ContributionVisit? {
        let query = try QueryValues(request.uri.query)
        return try await hall.visit(
            try plan(context), round: query[ContributionPlace.roundName],
            about: try query.commit(ContributionPlace.versionName), for: context.participant)
    }

    /// A page of the form: above it the round, and the page itself where it is another one.
    func frame(_ title: String, _ address: SiteAddress, of visit: ContributionVisit, _ context: SiteContext)
        -> PageFrame
    {
        let overview = visit.place.overview()
        let name = visit.text?.title ?? visit.view.round.title
        let first = Crumb(label: phrases(context).text("web.nav.plans"), address: .plans)
        let isOverview = address == overview
        let own = Crumb(label: name, address: isOverview ? nil : overview)
        return frame(
            isOverview ? name : "\(title) – \(name)", address, context,
            crumbs: [first, own] + (isOverview ? [] : [Crumb(label: title)]))
    }

    /// The number of an item in the address.
    func item(_ context: SiteContext) throws(PlanError) -> Int {
        guard let text = context.parameters.get("item"), let item = Int(text), String(item) == text else {
            throw PlanError(.notFound, Reason("input.item-unknown"))
        }
        return item
    }
}

extension SiteRouteGroup {
    /// The number of an input in the address; one that cannot be one is as unknown as one that nobody was given.
    func inputNumber(_ context: SiteContext) throws(PlanError) -> InputNumber {
        let text = context.parameters.get("number") ?? ""
        guard let number = InputNumber(text) else {
            throw PlanError(.notFound, Reason("input.unknown", ["input": .text(String(text.prefix(20)))]))
        }
        return number
    }

    func attachment(_ context: SiteContext) throws(PlanError) -> AttachmentID {
        guard let id = AttachmentID(context.parameters.get("file") ?? "") else {
            throw PlanError(.notFound, Reason("attachment.unknown"))
        }
        return id
    }

    /// A file that somebody else made: only ever to be saved, never to be shown or run from here.
    func download(_ file: AttachedFile) -> Response {
        download(file.bytes, called: file.attachment.name, type: file.attachment.type.contentType)
    }

    /// As ``download(_:)``, for what came in otherwise.
    func download(_ bytes: Data, called name: String, type: String) -> Response {
        let plain = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-._ ".contains($0)) ? $0 : "-" })
        let encoded = name.utf8.map { byte -> String in
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            return isPlain || byte == 45 || byte == 46
                ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
        return Response(
            status: .ok,
            headers: [
                .contentType: type,
                .contentDisposition: "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded)",
                .contentSecurityPolicy: "default-src 'none'; sandbox", .xContentTypeOptions: "nosniff",
                .cacheControl: "no-store",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: [UInt8](bytes))))
    }
}

extension PlanError {
    /// Whether the same form may be shown again with it: something in it is wrong, or it came too late.
    var isAboutForm: Bool { code == .invalid || code == .conflict }

    /// The status of a form that is shown again.
    var formStatus: HTTPResponse.Status { code == .conflict ? .conflict : .unprocessableContent }
}
