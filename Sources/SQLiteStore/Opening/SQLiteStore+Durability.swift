import GRDB
import PlanDomain
import Workflow

/// What must hold before the first write: that an answer means the disk has it.
extension SQLiteStore {
    /// Asks the connection that writes how it is set. Throws `store.not-durable` with the first setting that would lose
    /// acknowledged rows, or let in rows that refer to nothing.
    public func assertDurable() async throws {
        try await translatingErrors {
            try await database.writeWithoutTransaction { db in
                for (setting, wanted) in [("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1")] {
                    let found = try DatabaseValue.fetchOne(db, sql: "PRAGMA \(setting)").map(Self.text) ?? ""
                    guard found == wanted else {
                        throw PlanError(
                            .unavailable,
                            Reason("store.not-durable", ["setting": .text(setting), "value": .text(found)]))
                    }
                }
            }
        }
    }

    private static func text(_ value: DatabaseValue) -> String {
        String.fromDatabaseValue(value) ?? Int.fromDatabaseValue(value).map(String.init) ?? ""
    }
}
