import GRDB
import PlanDomain
import Workflow

/// The words behind the hashes of the register, with the salt that keeps short ones from being guessed.
extension SQLiteStore: ReasonStore {
    /// Keeping the same reason again changes nothing; `conflict` when another one is kept under its hash.
    public func keep(_ reason: KeptReason) async throws {
        try await write { db in
            if let kept = try Self.reasons([reason.hash], db).first {
                guard kept == reason else { throw PlanError(.conflict, Reason("reason.hash-taken")) }
                return
            }
            try db.insert(into: "reason", ["hash": reason.hash, "salt": reason.salt, "text": reason.text])
        }
    }

    public func reasons(for hashes: [ReasonHash]) async throws -> [ReasonHash: KeptReason] {
        try await read { db in
            Dictionary(uniqueKeysWithValues: try Self.reasons(hashes, db).map { ($0.hash, $0) })
        }
    }

    /// The hashes go as one argument, so that their number is not bounded by SQLite's limit on arguments.
    private static func reasons(_ hashes: [ReasonHash], _ db: Database) throws -> [KeptReason] {
        let sql = "SELECT hash, salt, text FROM reason WHERE hash IN (SELECT value FROM json_each(?))"
        return try db.list(sql, [try JSONText(hashes)]) { row in
            KeptReason(
                hash: try row.decode(forColumn: "hash"), salt: try row.decode(forColumn: "salt"),
                text: try row.decode(forColumn: "text"))
        }
    }
}
