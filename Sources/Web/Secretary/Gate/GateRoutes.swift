import Hummingbird
import PlanDomain
import Workflow

/// The gates of a plan, and what is done there.
struct GateRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.gate, use: gate)
        router.on(.gateForm, use: form)
        router.on(.gateAct, use: act)
    }

    @Sendable private func gate(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let view = try await services.reading.plan(id)
        let phrases = phrases(context)
        let frame = frame(
            phrases.text("secretary.nav.gate"), .gate(id), in: view.projected, route: .gate, context)
        let reader = GateReader(view: view, participant: context.participant, today: services.office.time.today)
        let found = try await CoverageDesk(services.office, store: services.store)
            .warnings(of: id, for: context.participant)
        let page = GatePage(
            reader, register: try await services.reading.register(of: id),
            warnings: CoverageWarnings(plan: id, phrases: phrases)
                .links(opposed: found.opposed, proposedThemes: found.proposedThemes), phrases: phrases)
        return try writer.response(page, in: frame)
    }

    @Sendable private func form(_ request: Request, _ context: SiteContext) async throws -> Response {
        let query = try QueryValues(request.uri.query)
        let (deed, plan) = try await deed(context) { query[$0] }
        return try await show(deed, in: plan, route: .gate, context)
    }

    @Sendable private func act(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        return try await once(context, in: id, back: .gate(id)) {
            let (deed, plan) = try await deed(context) { name throws(PlanError) in try context.form.value(name) }
            return try await answer(deed, in: plan, route: .gate, context)
        }
    }

    private func deed(
        _ context: SiteContext, _ value: (String) throws(PlanError) -> String?
    ) async throws -> (PlanDeed, ProjectedPlan) {
        let id = try plan(context)
        guard let action = context.parameters.get("action").flatMap(GateAction.init) else {
            throw PlanError(.notFound, Reason("web.not-found.page"))
        }
        let view = try await services.reading.plan(id)
        let askable =
            action == .ask ? try await planDesk.askableFunctions(in: id, for: context.participant) : []
        let deeds = GateDeeds(view: view, desk: planDesk, askable: askable, phrases: phrases(context))
        return (try deeds.deed(action, value), view.projected)
    }
}
