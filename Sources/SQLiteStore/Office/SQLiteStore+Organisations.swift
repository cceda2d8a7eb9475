import GRDB
import PlanDomain

/// Organisations belong to the office and not to the projection: they may be there before the plan is projected, and
/// stay when it is cleared.
extension SQLiteStore: OrganisationStore {
    /// In the order in which they were added.
    public func organisations(of plan: PlanID) async throws -> [Organisation] {
        try await read { db in try Self.organisations(of: plan, db) }
    }

    /// Adds those that do not take part yet, all of them or none.
    public func add(_ organisations: [Organisation], to plan: PlanID) async throws {
        try await write { db in
            var present = try Self.organisations(of: plan, db)
            // Swift holds "é" in one code point and in two for equal, SQLite compares bytes: Swift decides.
            var known = Set(present)
            for organisation in organisations where known.insert(organisation).inserted {
                present.append(organisation)
                try db.insert(
                    into: "organisation", ["plan": plan, "position": present.count, "name": organisation.name])
            }
        }
    }

    private static func organisations(of plan: PlanID, _ db: Database) throws -> [Organisation] {
        let sql = "SELECT name FROM organisation WHERE plan = ? ORDER BY position"
        return try db.list(sql, [plan]) { Organisation(name: try $0.decode(atIndex: 0)) }
    }
}
