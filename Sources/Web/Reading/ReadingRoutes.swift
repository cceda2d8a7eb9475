import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// What visitors, partners in a round and councillors read, and who works on a plan when they read along.
///
/// A plan or version that is not theirs answers as one that is not there. A visitor is led to sign in for both, because
/// it may be theirs once the site knows who they are.
struct ReadingRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.reading) { try await visiting($0, $1, text) }
        router.on(.readingSection) { try await visiting($0, $1, section) }
        router.on(.readingComparison) { try await visiting($0, $1, comparison) }
        router.on(.readingSearch) { try await visiting($0, $1, search) }
        router.on(.origin) { try await visiting($0, $1, origin) }
        router.on(.readingDocument) { try await visiting($0, $1, document) }
        router.on(.readingAnnex) { try await visiting($0, $1, annex) }
        router.on(.withheldDecisions, use: withheld)
    }

    /// The front page of the version, under the address of the plan itself.
    @Sendable func overview(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await visiting(request, context) { visit, request, context in
            let phrases = phrases(context)
            let frame = frame(visit.edition.title, visit.place.overview, visit, context, isOverview: true)
            return try writer.response(to: request, version: visit.version, frame: frame) {
                ReadingPage(visit, phrases: phrases)
            }
        }
    }

    private func text(_ visit: ReadingVisit, _ request: Request, _ context: SiteContext) async throws -> Response {
        let phrases = phrases(context)
        let frame = frame(phrases.text("reading.nav.text"), visit.place.wholeText(), visit, context)
        return try writer.response(to: request, version: visit.version, frame: frame) {
            ReadingTextPage(visit, passages: passages(phrases), phrases: phrases)
        }
    }

    private func section(_ visit: ReadingVisit, _ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try section(context)
        let section = try await services.readingRoom.section(
            id, of: visit.edition.plan, at: visit.place.text, for: visit.participant, as: visit.place.audience)
        let phrases = phrases(context)
        let title =
            switch section.section {
            case .open(let text): text.printedTitle
            case .closed(let place): place.label(phrases)
            }
        let frame = frame(title, visit.place.section(id), visit, context)
        return try writer.response(to: request, version: visit.version + [id.rawValue], frame: frame) {
            let body = section.section.text.flatMap { passages(phrases).markup(of: $0, in: visit.edition, topLevel: 2) }
            return ReadingSectionPage(section, id: id, visit, body: body, phrases: phrases)
        }
    }

    private func comparison(
        _ visit: ReadingVisit, _ request: Request, _ context: SiteContext
    ) async throws -> Response {
        let id = try section(context)
        let query = try QueryValues(request.uri.query)
        guard let old = try query.commit("van"), let new = try query.commit("tot") else {
            throw PlanError(.invalid, Reason("web.comparison.choose-two"))
        }
        let comparison = try await services.readingRoom.comparison(
            of: id, in: visit.edition.plan, from: old, to: new, for: visit.participant, as: visit.place.audience)
        let phrases = phrases(context)
        let title = (comparison.new.section ?? comparison.old.section)?.title ?? phrases.text("reading.closed.part")
        let address = visit.place.comparison(of: id, from: old, to: new)
        let page = ReadingComparisonPage(comparison, title: title, visit.place, phrases: phrases)
        return try writer.response(page, in: frame(page.heading, address, visit, context))
    }

    private func search(_ visit: ReadingVisit, _ request: Request, _ context: SiteContext) async throws -> Response {
        let words = try QueryValues(request.uri.query)["q"] ?? ""
        var hits: [SearchHit] = []
        if ReadingSearchPage.Question(words) == .words {
            hits = try await services.readingRoom.search(
                SearchQuery(words), in: visit.edition.plan, at: visit.place.text, for: visit.participant,
                as: visit.place.audience)
        }
        let phrases = phrases(context)
        let page = ReadingSearchPage(words, hits, visit, phrases: phrases)
        let frame = frame(
            phrases.text("reading.nav.search"), visit.place.search(words), visit, context,
            current: visit.place.search(nil))
        return try writer.response(page, in: frame)
    }

    private func origin(_ visit: ReadingVisit, _ request: Request, _ context: SiteContext) async throws -> Response {
        let origin = try await services.readingRoom.origin(
            of: visit.edition.plan, at: visit.place.text, for: visit.participant, as: visit.place.audience)
        let phrases = phrases(context)
        let page = OriginPage(origin, visit, phrases: phrases)
        return try writer.response(page, in: frame(page.head.heading, visit.place.origin, visit, context))
    }

    /// A closed document has a line on the front page and no page of its own.
    private func document(_ visit: ReadingVisit, _ request: Request, _ context: SiteContext) async throws -> Response {
        let name = context.parameters.get("document") ?? ""
        guard let document = visit.edition.document(name) else {
            throw PlanError(.notFound, Reason("document.unknown", ["document": .text(name)]))
        }
        let phrases = phrases(context)
        let page = ReadingDocumentPage(document, visit, passages: passages(phrases), phrases: phrases)
        return try writer.response(page, in: frame(page.head.heading, visit.place.document(name), visit, context))
    }

    private func annex(_ visit: ReadingVisit, _ request: Request, _ context: SiteContext) async throws -> Response {
        let name = context.parameters.get("annex") ?? ""
        let (annex, bytes) = try await services.readingRoom.annex(name, in: visit.edition)
        return AnnexAnswer.response(annex, bytes, to: request)
    }

    @Sendable private func withheld(_ request: Request, _ context: SiteContext) async throws -> Response {
        let phrases = phrases(context)
        let title = phrases.text("reading.withheld.heading")
        let page = WithheldPage(try await services.readingRoom.withheldDecisions(), phrases: phrases)
        let frame = frame(
            title, .withheldDecisions, context,
            crumbs: [Crumb(label: phrases.text("web.nav.plans"), address: .plans), Crumb(label: title)])
        return try writer.response(page, in: frame)
    }

    private func passages(_ phrases: Phrases) -> ReadingPassages {
        ReadingPassages(cache: services.passages, phrases: phrases)
    }
}

extension PlanEdition.Section {
    /// Nil where it is kept from readers.
    fileprivate var title: String? {
        switch self {
        case .open(let text): text.title
        case .closed(let place): place.title
        }
    }
}
