import Hummingbird
import PlanDomain
import Workflow

/// *Wat ligt er bij mij*: what waits for whoever is signed in.
struct WorkRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.desk, use: desk)
    }

    @Sendable private func desk(_ request: Request, _ context: SiteContext) async throws -> Response {
        let work = WorkDesk(services.office, sources: services.taskSources)
        let list = try await work.list(for: context.participant)
        let phrases = phrases(context)
        let title = phrases.text("web.nav.desk")
        let frame = frame(
            title, .desk, context,
            crumbs: [Crumb(label: phrases.text("web.nav.plans"), address: .plans), Crumb(label: title)])
        let page = DeskPage(list, on: services.office.time.today, phrases: phrases)
        return try writer.response(page, in: frame)
    }
}
