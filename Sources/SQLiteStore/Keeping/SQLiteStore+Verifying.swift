import Foundation
import GRDB
import PlanDomain

/// What an operator asks of a backup before trusting it.
extension SQLiteStore {
    /// Checks a database file that may be in use, without writing to it.
    ///
    /// It finds damage to the structure, not every flipped bit: SQLite keeps no checksums of its pages, and leaves out
    /// the end of a log that was torn. Throws `unavailable` for a file that cannot be opened as a database at all.
    public static func verify(at file: URL) async throws -> StoreReport {
        try await translatingErrors {
            let (queue, stillness) = try openForReading(StoreFile(file))
            // Without a transaction around the checks: one that met damage cannot be ended, and would hide the finding.
            let findings = try await queue.unsafeRead { db in
                let damage = try damage(in: db)
                return damage.isEmpty ? try danglingReferences(in: db) + migrations(in: db) : damage
            }
            try stillness?.check()
            return StoreReport(findings: findings)
        }
    }

    /// SQLite lists up to a hundred faults and gives up where it can read no further.
    private static func damage(in db: Database) throws -> [StoreReport.Finding] {
        do {
            return try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }.map { .damaged($0) }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            return [.damaged(error.message ?? error.description)]
        }
    }

    /// Foreign keys hold only for connections that ask for them; another program may not have.
    private static func danglingReferences(in db: Database) throws -> [StoreReport.Finding] {
        try db.list(
            "SELECT \"table\" AS name, count(*) AS rows FROM pragma_foreign_key_check GROUP BY name ORDER BY name"
        ) { row in
            .danglingReferences(table: try row.decode(forColumn: "name"), rows: try row.decode(forColumn: "rows"))
        }
    }

    private static func migrations(in db: Database) throws -> [StoreReport.Finding] {
        let known = DatabaseMigrator.paraaf.migrations
        let applied = try DatabaseMigrator.paraaf.appliedIdentifiers(db)
        return applied.subtracting(known).sorted().map { .unknownMigration($0) }
            + known.filter { !applied.contains($0) }.map { .missingMigration($0) }
    }
}
