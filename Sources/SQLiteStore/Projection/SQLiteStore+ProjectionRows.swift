import Crypto
import Foundation
import GRDB
import PlanDomain

/// What two projections are compared by: the one that grew act by act and the one that was built again from git.
extension SQLiteStore {
    /// Every projected row of a plan as a line of JSON: the table's name and the value of every column.
    ///
    /// The columns come from the schema, so that a later one cannot be left out; those that SQLite computes from
    /// others add nothing and do no harm. The order is that of the primary keys, in which neither SQLite's own row
    /// numbers nor the way in which updates were cut take part.
    public func projectionRows(of plan: PlanID) async throws -> [String] {
        try await read { db in
            try Self.projectionTables.flatMap { table in try Self.lines(of: table, plan, db) }
        }
    }

    /// SHA-256 over those rows, each ended by a newline, in hexadecimal.
    public func projectionDigest(of plan: PlanID) async throws -> String {
        var hash = SHA256()
        for row in try await projectionRows(of: plan) { hash.update(data: Data((row + "\n").utf8)) }
        return hash.finalize().map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined()
    }

    /// In the order in which their rows are printed; every table that is projected is here.
    static var projectionTables: [String] {
        [
            "plan", "section", "documentText", "versionTag", "change", "changeSection", "changeDocument", "changeInput",
            "act", "actSection",
        ]
    }

    private static func lines(of table: String, _ plan: PlanID, _ db: Database) throws -> [String] {
        let columns = try db.columns(in: table).map(\.name)
        let key = try db.primaryKey(table).columns
        return try String.fetchAll(
            db,
            sql: """
                SELECT json_array('\(table)', \(columns.joined(separator: ", "))) FROM \(table)
                WHERE \(table == "plan" ? "id" : "plan") = ? ORDER BY \(key.joined(separator: ", "))
                """,
            arguments: [plan])
    }
}
