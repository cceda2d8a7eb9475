import GRDB
import PlanDomain
import Workflow

/// What makes a register that was moved back stand out: kept apart from the projection, and never lowered. The table's
/// triggers hold that against any other writer too.
extension SQLiteStore: WitnessStore {
    public func witnessedHead(of plan: PlanID) async throws -> RegisterHead? {
        try await read { db in try Self.witnessed(plan, db) }
    }

    /// `conflict` when a head with a higher number was seen, or another head with this number.
    public func witness(_ head: RegisterHead, of plan: PlanID) async throws {
        try await write { db in
            if let seen = try Self.witnessed(plan, db) {
                guard seen != head else { return }
                guard seen.sequence < head.sequence else {
                    throw PlanError(
                        .conflict,
                        Reason("register.moved-back", ["plan": .text(plan.rawValue), "act": .number(seen.sequence)]))
                }
            }
            let values: RowValues = ["plan": plan, "head": head.commit, "sequence": head.sequence]
            try db.insert(into: "witness", values, updatingBy: "plan")
        }
    }

    /// By id, plans without a projection included.
    public func witnessedPlans() async throws -> [PlanID] {
        try await read { db in try db.list("SELECT plan FROM witness ORDER BY plan") { try $0.decode(atIndex: 0) } }
    }

    private static func witnessed(_ plan: PlanID, _ db: Database) throws -> RegisterHead? {
        try Row.fetchOne(db, sql: "SELECT head, sequence FROM witness WHERE plan = ?", arguments: [plan]).map { row in
            RegisterHead(commit: try row.decode(forColumn: "head"), sequence: try row.decode(forColumn: "sequence"))
        }
    }
}
