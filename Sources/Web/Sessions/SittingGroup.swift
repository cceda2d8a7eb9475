import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// What the routes of sessions have in common: the desk, the session in the address, the frame of its pages.
protocol SittingGroup: SiteRouteGroup {}

extension SittingGroup {
    var desk: SessionDesk { SessionDesk(services.office, store: services.store, seals: services.seals) }

    func view(_ context: SiteContext) async throws -> SessionView {
        guard let id = SessionID(context.parameters.get("sitting") ?? "") else {
            throw PlanError(.notFound, Reason("sessions.unknown"))
        }
        return try await desk.session(id, of: try plan(context), for: context.participant)
    }

    func mail(_ context: SiteContext) async throws -> SessionMail {
        let title = try await services.reading.plan(try plan(context)).projected.metadata.title
        return try await SessionMail(services, plan: title)
    }

    func sittingForm(_ context: SiteContext) async throws -> SittingForm {
        let id = try plan(context)
        return SittingForm(
            rounds: try await desk.rounds(of: id, for: context.participant),
            organisations: try await services.store.organisations(of: id), phrases: phrases(context))
    }

    func respond(
        _ page: some SitePage, _ title: String, _ address: SiteAddress, _ context: SiteContext,
        _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let plan = try await services.reading.plan(try plan(context)).projected
        let crumbs = [
            Crumb(label: phrases(context).text("sessions.nav"), address: .sittings(plan.id)), Crumb(label: title),
        ]
        return try writer.response(
            page, in: frame(title, address, in: plan, route: .sittings, context, crumbs: crumbs), status: status)
    }
}
