import Foundation
import GRDB
import PlanDomain

/// Copies to keep elsewhere.
extension SQLiteStore {
    /// Writes a copy as it stands at one moment to `target`, while writers go on (https://www.sqlite.org/backup.html).
    ///
    /// The copy is one file that needs no other beside it, and is durable under its name when this returns; what was
    /// cut off never bears that name. Throws `conflict` when there is a file already.
    public func backup(to target: URL) async throws {
        let target = StoreFile(target)
        let draft = StoreFile(target.url.appendingPathExtension("part-\(UUID().uuidString.lowercased())"))
        do {
            try await read { db in try Self.copy(db, to: draft) }
            try draft.move(to: target)
        } catch {
            try? FileManager.default.removeItem(at: draft.url)
            throw error
        }
    }

    /// Runs on a queue of the database, within the transaction that holds the moment.
    private static func copy(_ source: Database, to draft: StoreFile) throws {
        try draft.create()
        let copy = try DatabaseQueue(path: draft.path)
        try copy.writeWithoutTransaction { db in
            try source.backup(to: db)
            // The header says WAL, as the source's does; out of that mode the copy can be read where nothing can be
            // written.
            try db.execute(sql: "PRAGMA journal_mode = DELETE")
        }
        try copy.close()
    }
}
