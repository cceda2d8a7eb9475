import Foundation
import PlanDomain
import Synchronization
import Workflow

/// A store that fails once where it writes a projection, as when the power goes between git and the database; in all
/// else it is the store behind it.
final class FailingStore: Sendable {
    struct PowerCut: Error {}

    private let store: any PlanStore
    private let failures: Mutex<Int>

    init(_ store: any PlanStore, failures: Int = 0) {
        self.store = store
        self.failures = Mutex(failures)
    }

    func failNext() { failures.withLock { $0 += 1 } }

    private func failIfAsked() throws {
        try failures.withLock { failures in
            guard failures > 0 else { return }
            failures -= 1
            throw PowerCut()
        }
    }
}

extension FailingStore: ProjectionStore {
    func apply(_ update: ProjectionUpdate) async throws {
        try failIfAsked()
        try await store.apply(update)
    }

    func projectedHeads(of plan: PlanID) async throws -> PlanHeads? { try await store.projectedHeads(of: plan) }
    func clearProjection(of plan: PlanID) async throws { try await store.clearProjection(of: plan) }
    func projectedPlans() async throws -> [PlanID] { try await store.projectedPlans() }
    func projectionRows(of plan: PlanID) async throws -> [String] { try await store.projectionRows(of: plan) }
    func summaries() async throws -> [PlanSummary] { try await store.summaries() }
    func projectedPlan(_ plan: PlanID) async throws -> ProjectedPlan? { try await store.projectedPlan(plan) }
    func acts(of plan: PlanID) async throws -> [Act] { try await store.acts(of: plan) }

    func changes(of plan: PlanID, section: SectionID?) async throws -> [Change] {
        try await store.changes(of: plan, section: section)
    }
}

extension FailingStore: WitnessStore, ReasonStore {
    func witnessedHead(of plan: PlanID) async throws -> RegisterHead? { try await store.witnessedHead(of: plan) }
    func witness(_ head: RegisterHead, of plan: PlanID) async throws { try await store.witness(head, of: plan) }
    func witnessedPlans() async throws -> [PlanID] { try await store.witnessedPlans() }
    func keep(_ reason: KeptReason) async throws { try await store.keep(reason) }

    func reasons(for hashes: [ReasonHash]) async throws -> [ReasonHash: KeptReason] {
        try await store.reasons(for: hashes)
    }
}

extension FailingStore: OrganisationStore, SettingsStore, InputStandingStore, SessionStandingStore {
    func inputLines(of plan: PlanID) async throws -> [InputLine] { try await store.inputLines(of: plan) }
    func unreportedSessions(of plan: PlanID) async throws -> [Session] { try await store.unreportedSessions(of: plan) }

    func houseStyle() async throws -> HouseStyle { try await store.houseStyle() }
    func save(_ style: HouseStyle) async throws { try await store.save(style) }
    func houseLogo() async throws -> HouseLogo? { try await store.houseLogo() }
    func save(_ logo: HouseLogo?) async throws { try await store.save(logo) }

    func organisations(of plan: PlanID) async throws -> [Organisation] { try await store.organisations(of: plan) }

    func add(_ organisations: [Organisation], to plan: PlanID) async throws {
        try await store.add(organisations, to: plan)
    }
}

extension FailingStore: FollowingStore {
    func followed(of plan: PlanID) async throws -> FollowedPlan { try await store.followed(of: plan) }
    func following(of plan: PlanID) async throws -> Following { try await store.following(of: plan) }
    func anchoredInputs(of plan: PlanID) async throws -> [AnchoredInput] { try await store.anchoredInputs(of: plan) }
    func hasUnplacedAnchors(in plan: PlanID) async throws -> Bool { try await store.hasUnplacedAnchors(in: plan) }
    func anchorDecisions(of plan: PlanID) async throws -> [AnchorDecision] { try await store.anchorDecisions(of: plan) }

    func keep(_ update: FollowingUpdate, of plan: PlanID) async throws { try await store.keep(update, of: plan) }

    func decide(_ decision: AnchorDecision, over place: AnchorPlace, in plan: PlanID) async throws {
        try await store.decide(decision, over: place, in: plan)
    }
}
