import PlanDomain
import SQLiteStore
import TestSupport

/// What a refusal must leave as it was: every reference in git, every projected row, the digest, the witness.
struct Snapshot: Equatable {
    let references: [String]
    let rows: [String]
    let digest: String
    let witnessed: RegisterHead?

    init(_ world: World, _ plan: PlanID) async throws {
        references = try world.git(plan).references()
        rows = try await world.store.projectionRows(of: plan)
        digest = try await world.store.projectionDigest(of: plan)
        witnessed = try await world.store.witnessedHead(of: plan)
    }
}
