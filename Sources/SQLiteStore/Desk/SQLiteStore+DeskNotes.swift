import GRDB
import PlanDomain
import Workflow

/// What somebody keeps for themselves at the desk: what they read, and filters with a name.
extension SQLiteStore {
    public func mark(_ numbers: [InputNumber], in plan: PlanID, isRead: Bool, by person: PersonID) async throws {
        try await write { db in
            let sql =
                isRead
                ? """
                INSERT INTO inputRead (plan, input, person, version)
                SELECT plan, number, :person, version FROM input
                WHERE plan = :plan AND number IN (SELECT value FROM json_each(:numbers))
                ON CONFLICT (plan, person, input) DO UPDATE SET version = excluded.version
                """
                : """
                DELETE FROM inputRead
                WHERE plan = :plan AND person = :person AND input IN (SELECT value FROM json_each(:numbers))
                """
            try db.execute(
                sql: sql, arguments: ["plan": plan, "person": person, "numbers": try JSONText(numbers)])
        }
    }

    public func savedFilters(of person: PersonID, in plan: PlanID) async throws -> [SavedFilter] {
        try await read { db in
            let sql = "SELECT name, query FROM savedFilter WHERE plan = ? AND person = ? ORDER BY name"
            return try db.list(sql, [plan, person]) { row in
                SavedFilter(
                    name: try row.decode(forColumn: "name"),
                    query: try row.decode(JSONText<DeskQuery>.self, forColumn: "query").value)
            }
        }
    }

    public func save(_ filter: SavedFilter, of person: PersonID, in plan: PlanID) async throws {
        try await write { db in
            try db.insert(
                into: "savedFilter",
                ["plan": plan, "person": person, "name": filter.name, "query": try JSONText(filter.query)],
                updatingBy: "plan, person, name")
        }
    }

    public func removeFilter(_ name: String, of person: PersonID, in plan: PlanID) async throws {
        try await write { db in
            try db.execute(
                sql: "DELETE FROM savedFilter WHERE plan = ? AND person = ? AND name = ?",
                arguments: [plan, person, name])
        }
    }
}
