import HTTPTypes
import Hummingbird
import NIOCore
import Phrases
import PlanDomain
import Workflow

/// The overview of what was heard, as a page and as files.
struct CoverageRoutes: SiteRouteGroup {
    let services: SiteServices
    private let desk: CoverageDesk

    init(services: SiteServices) {
        self.services = services
        desk = CoverageDesk(services.office, store: services.store)
    }

    func add(to router: inout SiteRouter) {
        router.on(.coverage, use: overview)
        router.on(.coverageCSV, use: file)
    }

    @Sendable private func overview(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let plan = try await services.reading.plan(id).projected
        let overview = try await desk.overview(of: plan, for: context.participant)
        let map = (try QueryValues(request.uri.query))["kaart"].flatMap(CoverageMap.init) ?? .partnersBySections
        let phrases = phrases(context)
        return try writer.response(
            CoveragePage(overview, map: map, of: id, phrases: phrases),
            in: frame(phrases.text("coverage.heading"), .coverage(id, map), in: plan, route: .coverage, context))
    }

    @Sendable private func file(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let name = (try QueryValues(request.uri.query))["tabel"] ?? CoverageMap.partnersBySections.rawValue
        let plan = try await services.reading.plan(id).projected
        let overview = try await desk.overview(of: plan, for: context.participant)
        let figures = CoverageFigures(overview: overview, plan: id, phrases: phrases(context))
        guard let figure = figures.figure(named: name) else {
            throw PlanError(.notFound, Reason("web.not-found.page"))
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"overzicht-\(name).csv\"", .cacheControl: "no-store",
            ], body: .init(byteBuffer: ByteBuffer(bytes: Array(figure.table.csv.utf8))))
    }
}
