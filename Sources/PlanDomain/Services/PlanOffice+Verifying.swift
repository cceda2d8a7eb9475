import Workflow

/// Checking what is kept against what it is kept from.
extension PlanOffice {
    /// Checks a register act by act: the chain, the signatures and the texts first, then whether the workflow allowed
    /// each act at its place.
    public func verifyRegister(of plan: PlanID) async throws -> RegisterReport {
        let repository = try await repositories.repository(of: plan)
        let witnessed = try await store.witnessedHead(of: plan)
        let report = try await repository.checkRegister(witnessed: witnessed)
        guard report.isSound else { return report }
        let heads = try await repository.heads()
        let acts = try await repository.acts(after: 0, upTo: heads.register)
        let changes = try await repository.changes(after: nil, upTo: heads.text)
        for (index, act) in acts.enumerated() {
            let before = Array(acts[..<index])
            if let refusal = try await refusal(of: act, after: before, changes: changes, in: repository) {
                return RegisterReport(
                    soundActs: index,
                    finding: .init(sequence: act.sequence, commit: act.id, fault: .notAllowed(refusal)))
            }
        }
        return report
    }

    /// Why an act should not have been recorded, judged by the text that it is about and the acts before it.
    private func refusal(
        of act: Act, after acts: [Act], changes: [Change], in repository: any PlanRepository
    ) async throws -> Reason? {
        let workflow = try await definition(of: repository, at: act.text)
        guard workflow.source.digest == act.workflowDigest else { return Reason("register.other-workflow") }
        let count = (changes.firstIndex { $0.id == act.text } ?? changes.count - 1) + 1
        let head = acts.last.map { RegisterHead(commit: $0.id, sequence: $0.sequence) }
        let projector = Projector(
            plan: repository.id,
            heads: PlanHeads(text: act.text, register: head ?? RegisterHead(commit: act.id, sequence: 0)),
            text: try await repository.text(at: act.text), definition: workflow.definition)
        let past = Array(changes[..<count])
        let plan = projector.projected(changes: past, acts: acts, versions: [], zone: time)
        let facts = PlanFacts(of: plan, changes: past, acts: acts, zone: time)
        let proposed = ProposedAct(
            act.payload, sections: act.sections.map(\.rawValue), by: act.author.role, function: act.author.function,
            onBehalfOf: act.onBehalfOf?.function, on: act.date, hasReason: act.reasonHash != nil)
        let engine = WorkflowEngine(workflow.definition, calendar: calendar)
        return engine.refusal(of: proposed, given: facts, on: time.day(of: act.recordedAt))
    }

    /// Where the projection of a plan differs from one made afresh in `scratch`, line by line; empty when it does not.
    public func differences(
        of plan: PlanID, usingScratch scratch: any PlanStore
    ) async throws -> [ProjectionDifference] {
        let repository = try await repositories.repository(of: plan)
        let fresh = PlanOffice(
            repositories: repositories, store: scratch, workflows: workflows, skeletons: skeletons, time: time,
            calendar: calendar, sealReason: sealReason)
        try await fresh.project(repository, upTo: try await repository.heads())
        let kept = Set(try await store.projectionRows(of: plan))
        let made = Set(try await scratch.projectionRows(of: plan))
        return made.subtracting(kept).sorted().map(ProjectionDifference.missing)
            + kept.subtracting(made).sorted().map(ProjectionDifference.surplus)
    }
}

/// A row in which a projection differs from what git says.
public enum ProjectionDifference: Equatable, Sendable {
    /// Git says it, the projection does not.
    case missing(String)
    /// The projection has it, git does not.
    case surplus(String)
}
