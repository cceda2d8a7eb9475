import Workflow

/// Where plans stand, put together from the projection alone: git is read only for a workflow that was never seen.
extension PlanOffice {
    /// `notFound` when there is no such plan.
    func view(of plan: PlanID) async throws -> PlanView {
        try await view(of: try await projectedPlan(plan), among: try await store.summaries())
    }

    /// Those of the plans that are there, in this order.
    func views(of plans: [PlanID]) async throws -> [PlanView] {
        let summaries = try await store.summaries()
        var views: [PlanView] = []
        for plan in plans {
            guard let projected = try await store.projectedPlan(plan) else { continue }
            views.append(try await view(of: projected, among: summaries))
        }
        return views
    }

    /// The workflow in force: the one that the last act was held against.
    func definition(of plan: PlanID) async throws -> WorkflowDefinition {
        try await definition(of: try await projectedPlan(plan), acts: try await store.acts(of: plan))
    }

    private func view(of projected: ProjectedPlan, among summaries: [PlanSummary]) async throws -> PlanView {
        let acts = try await store.acts(of: projected.id)
        let workflow = try await definition(of: projected, acts: acts)
        let engine = WorkflowEngine(workflow, calendar: calendar)
        let facts = try await facts(of: projected)
        let today = time.today
        let standing = engine.standing(of: facts, on: today)
        let stages = workflow.stages.filter { stage in
            !stage.isEnd && standing.sections.contains { $0.stage == stage.id }
        }
        let gates = stages.compactMap { engine.gate(leaving: $0.id, of: facts, on: today) }
        let steps = workflow.tracks.filter { track in stages.contains { $0.id == track.stage } }.flatMap(\.steps)
        return PlanView(
            projected: projected, definition: workflow, standing: standing,
            gate: gates.first { $0.stage == projected.stage }
                ?? (workflow.stage(projected.stage)?.isEnd == false
                    ? engine.gate(leaving: projected.stage, of: facts, on: today) : nil),
            organisations: try await store.organisations(of: projected.id),
            predecessor: summaries.first { $0.id == projected.metadata.follows },
            successors: summaries.filter { $0.follows == projected.id }, gates: gates,
            stepGates: steps.filter { !$0.gate.isEmpty }.compactMap { step in
                engine.gate(before: step.id, of: facts, on: today).map { .init(label: step.label, report: $0) }
            })
    }

    private func definition(of plan: ProjectedPlan, acts: [Act]) async throws -> WorkflowDefinition {
        if let known = acts.last.flatMap({ knownDefinition($0.workflowDigest) }) { return known.definition }
        return try await definition(of: try await repositories.repository(of: plan.id), at: plan.heads.text).definition
    }
}
