import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import PlanDomain
import Workflow

/// Turns whatever went wrong into a page that says what the reader can do.
///
/// Only a `PlanError` tells a reader what happened. Anything else is written to the log under a reference, and the
/// page shows the reference alone.
struct ErrorPages: RouterMiddleware {
    let services: SiteServices

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        do {
            guard request.uri.string.utf8.count <= 4_000 else { throw HTTPError(.uriTooLong) }
            return try await next(request, context)
        } catch let error as PlanError {
            return page(.init(error), for: request, context)
        } catch let error as HTTPError {
            return page(failure(for: error, to: request, context), for: request, context)
        } catch is NIOTooManyBytesError {
            return page(Failure(status: .contentTooLarge), for: request, context)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            context.logger.error(
                "request failed",
                metadata: [
                    "reference": "\(context.reference)", "method": "\(request.method)",
                    "path": "\(Self.place(request, context))",
                    "error": "\(error)",
                ])
            return page(.internalError, for: request, context)
        }
    }

    /// An address that lets somebody in is not written down.
    private static func place(_ request: Request, _ context: SiteContext) -> String {
        if let route = context.route, route.holdsSecret { return route.template }
        return request.uri.path
    }

    /// Hummingbird says "not found" of a path that exists under another method too.
    private func failure(for error: HTTPError, to request: Request, _ context: SiteContext) -> Failure {
        let allowed = context.routes.methods(at: request.uri.path)
        if error.status == .notFound, !allowed.isEmpty, !allowed.contains(request.method.rawValue) {
            return Failure(status: .methodNotAllowed, allowed: allowed)
        }
        return Failure(status: error.status)
    }

    private func page(_ failure: Failure, for request: Request, _ context: SiteContext) -> Response {
        var response = pageOrPlainText(failure, context)
        response.headers[.cacheControl] = "no-store"
        if !failure.allowed.isEmpty { response.headers[.allow] = failure.allowed.joined(separator: ", ") }
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// Plain text where even the page of an error can't be made.
    private func pageOrPlainText(_ failure: Failure, _ context: SiteContext) -> Response {
        let phrases = services.phrasebook.phrases(in: context.language)
        let content = ErrorPage(failure, reference: context.reference, phrases: phrases)
        let frame = PageFrame(title: content.heading, address: .plans, services: services, context: context)
        do {
            return try PageWriter(services: services).response(content, in: frame, status: failure.status)
        } catch {
            context.logger.error("no page for an error", metadata: ["error": "\(error)"])
            let text = [content.heading, content.reference].compactMap { $0 }.joined(separator: "\n")
            return Response(
                status: failure.status, headers: [.contentType: "text/plain; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(string: text + "\n")))
        }
    }
}

/// What the page of an error needs to know.
struct Failure {
    let status: HTTPResponse.Status
    /// Why, where the reader can do something about it.
    var reason: Reason?
    /// The methods that would have been allowed.
    var allowed: [String] = []

    static let internalError = Failure(status: .internalServerError)
}

extension Failure {
    /// Reasons that name a command line, which a reader does not have.
    private static let forReaders = [
        "plan.unknown": Reason("web.not-found.plan"), "section.unknown": Reason("web.not-found.section"),
    ]

    /// The one table from the code of an error to the status of the answer.
    init(_ error: PlanError) {
        let status: HTTPResponse.Status =
            switch error.code {
            case .notFound: .notFound
            case .invalid: .badRequest
            case .forbidden: .forbidden
            case .conflict, .gateClosed: .conflict
            case .unavailable: .serviceUnavailable
            }
        self.init(status: status, reason: Self.forReaders[error.reason.key] ?? error.reason)
    }
}
