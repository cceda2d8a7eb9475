import Foundation
import Workflow

/// Keeping the projection level with git.
extension PlanOffice {
    /// Completes every projection that lags, and finishes what an interruption left half: the start of a server.
    public func bringAllUpToDate() async throws {
        let present = try await repositories.planIDs()
        for plan in present {
            try await turns.take(plan) { try await bringUpToDate(plan) }
        }
        try await refuseGonePlans(present: present)
    }

    /// Builds the projection of all plans again from git. Witness, reasons, organisations and settings stay.
    ///
    /// Throws `conflict` for a register that does not descend from the head that was witnessed, and `unavailable` for a
    /// plan whose repository is gone; what was projected of it stays.
    public func reindex(progress: @Sendable (PlanID) -> Void = { _ in }) async throws {
        let present = try await repositories.planIDs()
        try await refuseGonePlans(present: present)
        for plan in present {
            progress(plan)
            try await turns.take(plan) {
                let repository = try await repositories.repository(of: plan)
                try await checkWitness(of: repository, at: try await repository.heads().register)
                try await store.clearProjection(of: plan)
                try await bringUpToDate(plan)
            }
        }
    }

    /// A plan that was seen before must still be there: its register would have moved back to nothing.
    private func refuseGonePlans(present: [PlanID]) async throws {
        let known = Set(try await store.witnessedPlans()).union(try await store.projectedPlans())
        guard let gone = known.subtracting(present).min() else { return }
        throw PlanError(.unavailable, Reason("plan.repository-gone", ["plan": .text(gone.rawValue)]))
    }

    /// Applies what git has and the projection has not. The caller holds the plan's turn.
    func bringUpToDate(_ plan: PlanID) async throws {
        let repository = try await repositories.repository(of: plan)
        let heads = try await repository.heads()
        try await checkWitness(of: repository, at: heads.register)
        try await project(repository, upTo: heads)
        try await follow(repository)
        try await store.witness(heads.register, of: plan)
        try await freezeVersions(of: plan, in: repository)
    }

    /// Brings the projection up to date after a write that has happened already: what fails now does not undo it.
    ///
    /// Throws `unavailable` that says so. The next turn, or the next start, completes the projection.
    func followUp(on plan: PlanID) async throws {
        do {
            try await bringUpToDate(plan)
        } catch let error as PlanError where error.code == .unavailable {
            throw PlanError(
                .unavailable, Reason("projection.behind", ["plan": .text(plan.rawValue), "why": .phrase(error.reason)]))
        }
    }

    /// Applies to the projection what it has not applied yet, and nothing else.
    func project(_ repository: any PlanRepository, upTo heads: PlanHeads) async throws {
        let applied = try await store.projectedHeads(of: repository.id)
        if applied != heads {
            try await store.apply(try await update(of: repository, from: applied, to: heads))
        }
    }

    /// A register may only grow: the head that was seen before must be in it, at its place.
    private func checkWitness(of repository: any PlanRepository, at head: RegisterHead) async throws {
        guard let witnessed = try await store.witnessedHead(of: repository.id), witnessed != head else { return }
        let isDescendant =
            witnessed.sequence < head.sequence
            ? try await repository.acts(after: witnessed.sequence - 1, upTo: head).first?.id == witnessed.commit
            : false
        guard isDescendant else {
            throw PlanError(
                .conflict,
                Reason(
                    "register.moved-back",
                    ["plan": .text(repository.id.rawValue), "act": .number(witnessed.sequence)]))
        }
    }

    private func update(
        of repository: any PlanRepository, from applied: PlanHeads?, to heads: PlanHeads
    ) async throws -> ProjectionUpdate {
        let plan = repository.id
        let changes = try await repository.changes(after: applied?.text, upTo: heads.text)
        let acts = try await repository.acts(after: applied?.register.sequence ?? 0, upTo: heads.register)
        let allChanges = try await store.changes(of: plan, section: nil).reversed() + changes
        let allActs = try await store.acts(of: plan) + acts
        let text = try await repository.text(at: heads.text)
        let workflow = try await definition(of: repository, at: heads.text).definition
        let draft = Projector(plan: plan, heads: heads, text: text, definition: workflow)
        let versions = VersionTag.all(of: allActs, in: workflow)
        let projected = draft.projected(changes: allChanges, acts: allActs, versions: versions, zone: time)
        return ProjectionUpdate(plan: plan, after: applied, projected: projected, changes: changes, acts: acts)
    }

    /// Puts the tags in place that the acts ask for; those that are there stay as they are.
    private func freezeVersions(of plan: PlanID, in repository: any PlanRepository) async throws {
        let wanted = try await projectedPlan(plan).versions
        guard !wanted.isEmpty else { return }
        let present = Set(try await repository.frozenVersions().map(\.tag))
        let acts = Dictionary(uniqueKeysWithValues: try await store.acts(of: plan).map { ($0.sequence, $0) })
        for version in wanted where !present.contains(version.tag) {
            guard let act = acts[version.act] else { continue }
            try await repository.freeze(version, at: act.recordedAt)
        }
    }
}

extension VersionTag {
    /// The versions that the acts set apart: one whenever the text goes to the bodies as a whole, one when it is adopted.
    static func all(of acts: [Act], in workflow: WorkflowDefinition) -> [VersionTag] {
        var counts: [String: Int] = [:]
        return acts.compactMap { act in
            guard case .stageMoved(let from, let to) = act.payload, let name = name(from, to, workflow) else {
                return nil
            }
            counts[name, default: 0] += 1
            return VersionTag(tag: "\(name)/\(counts[name, default: 1])", text: act.text, act: act.sequence)
        }
    }

    private static func name(_ from: StageID, _ to: StageID, _ workflow: WorkflowDefinition) -> String? {
        guard let target = workflow.stage(to) else { return nil }
        if target.isEnd { return "vastgesteld" }
        return target.subject == .version && workflow.stage(from)?.subject == .sections ? "versie" : nil
    }
}
