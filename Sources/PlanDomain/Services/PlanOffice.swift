import Foundation
import Synchronization
import Workflow

/// Where plans are kept and acted upon: the use cases, over the repositories and the store.
///
/// Order of every write: objects synced, one ref swapped, projection written, answer. Once the ref is swapped the thing
/// has happened; a projection that lags behind is completed before the next turn, and at start-up.
public struct PlanOffice: Sendable {
    public let repositories: any PlanRepositories
    public let store: any PlanStore
    public let workflows: WorkflowCatalogue
    public let skeletons: any PlanSkeletons
    public let time: OfficeTime
    public let calendar: MunicipalCalendar
    let turns = PlanTurns()
    /// Salts and hashes the free text of an act.
    let sealReason: @Sendable (String) -> KeptReason
    private let definitions = KnownDefinitions()

    public init(
        repositories: any PlanRepositories, store: any PlanStore, workflows: WorkflowCatalogue,
        skeletons: any PlanSkeletons, time: OfficeTime = OfficeTime(),
        calendar: MunicipalCalendar = MunicipalCalendar(), sealReason: @escaping @Sendable (String) -> KeptReason
    ) {
        self.repositories = repositories
        self.store = store
        self.workflows = workflows
        self.skeletons = skeletons
        self.time = time
        self.calendar = calendar
        self.sealReason = sealReason
    }

    /// The workflow that a plan carries at a commit of its text.
    func definition(of repository: any PlanRepository, at text: CommitID) async throws -> WorkflowCatalogue.Entry {
        let source = try await repository.workflow(at: text)
        return try definitions.entry(for: source)
    }

    /// A workflow that was read before, by its digest.
    func knownDefinition(_ digest: String) -> WorkflowCatalogue.Entry? { definitions.known(digest) }

    func projectedPlan(_ plan: PlanID) async throws -> ProjectedPlan {
        guard let projected = try await store.projectedPlan(plan) else {
            throw PlanError(.notFound, Reason("plan.unknown", ["plan": .text(plan.rawValue)]))
        }
        return projected
    }

    func facts(of plan: ProjectedPlan) async throws -> PlanFacts {
        let changes = Array(try await store.changes(of: plan.id, section: nil).reversed())
        let acts = try await store.acts(of: plan.id)
        var facts = PlanFacts(of: plan, changes: changes, acts: acts, zone: time)
        let lines = try await store.inputLines(of: plan.id)
        facts.gather(lines, try await store.following(of: plan.id), acts: acts, changes: changes)
        facts.unreportedSessions = try await store.unreportedSessions(of: plan.id).map(\.day)
        return facts
    }
}

/// Workflows that were read before, by digest: a file is parsed once.
private final class KnownDefinitions: Sendable {
    private let entries = Mutex<[String: WorkflowCatalogue.Entry]>([:])

    func known(_ digest: String) -> WorkflowCatalogue.Entry? { entries.withLock { $0[digest] } }

    func entry(for source: WorkflowSource) throws -> WorkflowCatalogue.Entry {
        if let known = entries.withLock({ $0[source.digest] }) { return known }
        let definition = try WorkflowDefinition.read(yaml: source.yaml, file: "werkwijze.yml")
        let entry = WorkflowCatalogue.Entry(definition: definition, source: source)
        entries.withLock { $0[source.digest] = entry }
        return entry
    }
}

extension PlanOffice {
    /// Where the plan stands in git.
    public func heads(of plan: PlanID) async throws -> PlanHeads {
        try await repositories.repository(of: plan).heads()
    }
}
