import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// What the routes of the intake have in common: the desk, the document in the address, the frame of its pages.
protocol IntakeGroup: SiteRouteGroup {}

extension IntakeGroup {
    var desk: IntakeDesk {
        IntakeDesk(services.office, store: services.store, reading: services.sources, seals: services.seals)
    }

    func documentID(_ context: SiteContext) throws(PlanError) -> IntakeDocumentID {
        guard let id = IntakeDocumentID(context.parameters.get("letter") ?? "") else {
            throw PlanError(.notFound, Reason("intake.unknown"))
        }
        return id
    }

    /// The document in the address.
    func view(_ context: SiteContext) async throws -> IntakeView {
        try await desk.document(try documentID(context), of: try plan(context), for: context.participant)
    }

    func respond(
        _ page: some SitePage, _ title: String, _ address: SiteAddress, _ context: SiteContext,
        _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let plan = try await services.reading.plan(try plan(context)).projected
        let crumbs = [
            Crumb(label: phrases(context).text("intake.nav"), address: .intake(plan.id)), Crumb(label: title),
        ]
        return try writer.response(
            page, in: frame(title, address, in: plan, route: .intake, context, crumbs: crumbs), status: status)
    }
}
