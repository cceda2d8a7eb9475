import Hummingbird
import PlanDomain

/// The board of a plan: sections by stages.
struct ProgressRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.progress, use: progress)
    }

    @Sendable private func progress(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let view = try await services.reading.plan(id)
        try context.participant.require(.readWorking, in: id)
        let board = PlanBoard(view, on: services.office.time.today)
        let phrases = phrases(context)
        let frame = frame(
            phrases.text("secretary.nav.progress"), .progress(id), in: view.projected, route: .progress, context)
        let register = try await services.reading.register(of: id)
        return try writer.response(ProgressPage(board, of: view, register: register, phrases: phrases), in: frame)
    }
}
