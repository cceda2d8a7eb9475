import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Recording that a session was held (*bijeenkomst*), for the step of the workflow that waits for it.
struct SessionRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.sessionForm, use: form)
        router.on(.recordSession, use: record)
    }

    @Sendable private func form(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (deed, plan) = try await deed(try QueryValues(request.uri.query)["stap"], context)
        return try await show(deed, in: plan, route: .gate, context)
    }

    @Sendable private func record(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        return try await once(context, in: id, back: .gate(id)) {
            let (deed, plan) = try await deed(try context.form.value("stap"), context)
            return try await answer(deed, in: plan, route: .gate, context)
        }
    }

    private func deed(_ step: String?, _ context: SiteContext) async throws -> (PlanDeed, ProjectedPlan) {
        let view = try await services.reading.plan(try plan(context))
        guard let step, let standing = view.standing.step(step), standing.act == .meetingHeld else {
            throw PlanError(.notFound, Reason("web.not-found.page"))
        }
        let questions = SessionQuestions(
            step: standing, organisations: view.organisations, phrases: phrases(context),
            official: services.phrasebook.phrases(in: .nl))
        return (questions.deed(in: view.projected.id, planDesk), view.projected)
    }
}
