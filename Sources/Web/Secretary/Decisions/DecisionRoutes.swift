import Hummingbird
import PlanDomain
import Workflow

/// Agendas, decisions and publication of one plan.
struct DecisionRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.decisions, use: decisions)
        router.on(.decisionForm, use: form)
        router.on(.decisionAct, use: act)
    }

    private var meetings: MeetingDesk { MeetingDesk(planDesk, store: services.store) }

    @Sendable private func decisions(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let view = try await services.reading.plan(id)
        let reader = GateReader(view: view, participant: context.participant, today: services.office.time.today)
        let placings = try await services.store.placings(of: id)
        let register = try await services.reading.register(of: id)
        let phrases = phrases(context)
        let frame = frame(
            phrases.text("secretary.nav.decisions"), .decisions(id), in: view.projected, route: .decisions, context)
        let seesMeetings = SiteRoute.meetings.access.admits(context.participant, plan: nil)
        let page = DecisionsPage(
            reader, placings: placings,
            asked: try await pointsDecided(in: view), register: register, linksMeetings: seesMeetings,
            phrases: phrases)
        return try writer.response(page, in: frame)
    }

    /// What was asked of each body, in the text that it decided on; by the number of the act.
    private func pointsDecided(in view: PlanView) async throws -> [Int: [String]] {
        var points: [Int: [String]] = [:]
        for decision in view.standing.decisions {
            guard let text = CommitID(decision.text) else { continue }
            points[decision.sequence] = try await services.reading.metadata(of: view.projected.id, at: text)
                .decisionPoints(for: decision.body)
        }
        return points
    }

    @Sendable private func form(_ request: Request, _ context: SiteContext) async throws -> Response {
        let query = try QueryValues(request.uri.query)
        let (deed, plan) = try await deed(context) { query[$0] }
        return try await show(deed, in: plan, route: .decisions, context)
    }

    /// Scheduling is done again when it is sent again, because its place on the agenda may not have been kept.
    @Sendable private func act(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let record = {
            let (deed, plan) = try await deed(context) { name throws(PlanError) in try context.form.value(name) }
            return try await answer(deed, in: plan, route: .decisions, context)
        }
        if context.parameters.get("action") == DecisionAction.schedule.rawValue { return try await record() }
        return try await once(context, in: id, back: .decisions(id), record)
    }

    private func deed(
        _ context: SiteContext, _ value: (String) throws(PlanError) -> String?
    ) async throws -> (PlanDeed, ProjectedPlan) {
        let id = try plan(context)
        guard let action = context.parameters.get("action").flatMap(DecisionAction.init) else {
            throw PlanError(.notFound, Reason("web.not-found.page"))
        }
        let view = try await services.reading.plan(id)
        let today = services.office.time.today
        let deeds = DecisionDeeds(
            view: view, placings: try await services.store.placings(of: id),
            coming: try await services.store.meetings(of: nil, from: today).filter { $0.state == .planned },
            today: today, desk: planDesk, meetings: meetings, phrases: phrases(context))
        return (try deeds.deed(action, value), view.projected)
    }
}
