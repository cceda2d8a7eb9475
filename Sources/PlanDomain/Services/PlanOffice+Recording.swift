import Foundation
import Workflow

/// Recording official acts.
extension PlanOffice {
    /// Records an act if the plan's workflow allows it now.
    ///
    /// - Parameters:
    ///   - shown: the text that whoever acts has read; nil for the text as it stands. When the text has moved on since,
    ///     nothing is recorded (`conflict`).
    ///   - first: what is done the first time alone, before anybody else writes to the plan. The act stands whatever
    ///     comes of it.
    /// - Returns: the act; the one that is there already when its request was answered before.
    /// - Throws: `PlanError` with what is in the way; `gateClosed` names what is missing and who must act.
    @discardableResult
    public func record(
        _ act: NewAct, in plan: PlanID, shown: CommitID? = nil,
        first: @Sendable (Act) async throws -> Void = { _ in }
    ) async throws -> Act {
        try await turns.take(plan) {
            try await bringUpToDate(plan)
            let acts = try await store.acts(of: plan)
            if let known = acts.first(where: { $0.requestID == act.requestID }) { return known }
            let projected = try await projectedPlan(plan)
            guard shown ?? projected.heads.text == projected.heads.text else {
                throw PlanError(.conflict, Reason("text.moved-on"))
            }
            let repository = try await repositories.repository(of: plan)
            let workflow = try await definition(of: repository, at: projected.heads.text)
            try check(act, given: try await facts(of: projected), workflow: workflow.definition)
            let sealed = try await seal(act, about: projected.heads.text, workflow: workflow.source)
            let recorded = try await repository.record(sealed, onTopOf: projected.heads.register)
            try await followUp(on: plan)
            try await first(recorded)
            return recorded
        }
    }

    /// Records many acts in one turn: each by itself, signed and on top of the one before it, and allowed by what that one
    /// made true. The projection follows once, at the end.
    ///
    /// - Throws: `PlanError` with what is in the way of the first that is not allowed; the ones before it stand.
    @discardableResult
    public func record(all acts: [NewAct], in plan: PlanID) async throws -> [Act] {
        try await turns.take(plan) {
            try await bringUpToDate(plan)
            let projected = try await projectedPlan(plan)
            let repository = try await repositories.repository(of: plan)
            let workflow = try await definition(of: repository, at: projected.heads.text)
            let known = Dictionary(try await store.acts(of: plan).map { ($0.requestID, $0) }) { first, _ in first }
            var facts = try await facts(of: projected)
            var head = projected.heads.register
            var recorded: [Act] = []
            do {
                for act in acts where known[act.requestID] == nil {
                    try check(act, given: facts, workflow: workflow.definition)
                    let sealed = try await seal(act, about: projected.heads.text, workflow: workflow.source)
                    let made = try await repository.record(sealed, onTopOf: head)
                    head = RegisterHead(commit: made.id, sequence: made.sequence)
                    facts.acts.append(made.fact(zone: time))
                    recorded.append(made)
                }
            } catch {
                if !recorded.isEmpty { try await followUp(on: plan) }
                throw error
            }
            if !recorded.isEmpty { try await followUp(on: plan) }
            return recorded
        }
    }

    /// Throws what the workflow has against an act.
    func check(_ act: NewAct, given facts: PlanFacts, workflow: WorkflowDefinition) throws(PlanError) {
        let proposed = ProposedAct(
            act.payload, sections: act.sections.map(\.rawValue), by: act.author.role, function: act.author.function,
            onBehalfOf: act.onBehalfOf?.function, on: act.date,
            hasReason: act.reason.map { !$0.allSatisfy(\.isWhitespace) } ?? false)
        let engine = WorkflowEngine(workflow, calendar: calendar)
        if let refusal = engine.refusal(of: proposed, given: facts, on: time.today) {
            throw PlanError(refusal: refusal)
        }
    }

    /// Keeps the reason before anything refers to it, and pins the act to its text.
    func seal(_ act: NewAct, about text: CommitID?, workflow: WorkflowSource) async throws -> SealedAct {
        let kept = act.reason.map(sealReason)
        if let kept { try await store.keep(kept) }
        return SealedAct(
            act: act, text: text, recordedAt: time.now(), reasonHash: kept?.hash, workflowDigest: workflow.digest)
    }
}

extension PlanError {
    /// What the engine refuses: a closed gate and a wrong function are told apart from an act out of turn.
    init(refusal: Reason) {
        let code: Code =
            switch refusal.key {
            case "refusal.gate-closed": .gateClosed
            case "refusal.wrong-role": .forbidden
            default: .conflict
            }
        self.init(code, refusal)
    }
}
