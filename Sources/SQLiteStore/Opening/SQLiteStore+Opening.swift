import Foundation
import GRDB
import PlanDomain
import Workflow

/// Three ways to open: to serve, to read beside a server, and for a test.
extension SQLiteStore {
    /// Opens the database at `file`, making or migrating it where needed.
    ///
    /// Throws `data-folder.newer` before anything changes when a newer program has migrated it, and otherwise
    /// `unavailable` with the state of the file.
    public static func open(at file: URL) throws -> SQLiteStore {
        try translatingErrorsOfOpening {
            let file = StoreFile(file)
            if file.exists { try refuseNewer(file) } else { try file.create() }
            let pool = try DatabasePool(path: file.path, configuration: .paraaf())
            // Opening the pool has just set NORMAL, which loses acknowledged rows when the power goes.
            try pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
            try DatabaseMigrator.paraaf.migrate(pool)
            return SQLiteStore(pool)
        }
    }

    /// Opens a database for reading, beside a server that writes to it or without one, and leaves no file behind.
    ///
    /// SQLite makes a `-wal` and a `-shm` file for whoever reads a database in WAL mode. Made by another user than the
    /// server's they would lock the server out, so a database that nobody has open is read as an immutable file; should
    /// a server start meanwhile, reads throw `store.busy`. Writes throw `store.read-only`.
    public static func open(readOnlyAt file: URL) throws -> SQLiteStore {
        try translatingErrorsOfOpening {
            let file = StoreFile(file)
            let (queue, stillness) = try openForReading(file)
            try queue.read { db in
                let migrator = DatabaseMigrator.paraaf
                guard try !migrator.hasBeenSuperseded(db) else { throw refusal("data-folder.newer", of: file) }
                guard try migrator.hasCompletedMigrations(db) else { throw refusal("data-folder.older", of: file) }
            }
            return SQLiteStore(queue, stillness: stillness)
        }
    }

    /// A store that lives as long as the process.
    public static func inMemory() throws -> SQLiteStore {
        let queue = try DatabaseQueue(configuration: .paraaf())
        try DatabaseMigrator.paraaf.migrate(queue)
        return SQLiteStore(queue)
    }

    /// One connection, and where nobody else has the file open the promise to watch that it stays so.
    static func openForReading(_ file: StoreFile) throws -> (DatabaseQueue, Stillness?) {
        guard file.exists else { throw PlanError(.unavailable, Reason("store.missing")) }
        let stillness = file.isStill ? Stillness(file) : nil
        let path = stillness == nil ? file.path : file.immutableAddress
        return (try DatabaseQueue(path: path, configuration: .paraaf(readonly: true)), stillness)
    }

    /// Looks without the right to write, so that a store of a newer program is left byte for byte as it was.
    private static func refuseNewer(_ file: StoreFile) throws {
        let (queue, _) = try openForReading(file)
        defer { try? queue.close() }
        guard try !queue.read(DatabaseMigrator.paraaf.hasBeenSuperseded) else {
            throw refusal("data-folder.newer", of: file)
        }
    }

    private static func refusal(_ key: String, of file: StoreFile) -> PlanError {
        let folder = file.url.deletingLastPathComponent().path(percentEncoded: false)
        return PlanError(.unavailable, Reason(key, ["folder": .text(folder)]))
    }
}

extension Configuration {
    /// The settings of every connection, readers included.
    static func paraaf(readonly: Bool = false) -> Configuration {
        var configuration = Configuration()
        configuration.label = "paraaf.store"
        configuration.readonly = readonly
        // Another process writes rarely and briefly: the command line beside a server.
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA cell_size_check = ON")
            guard !readonly else { return }
            try db.execute(sql: "PRAGMA synchronous = FULL")
            // 1,000 pages of 4 KiB between checkpoints; a log that a rebuild made larger is cut back to 16 MiB.
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 1000")
            try db.execute(sql: "PRAGMA journal_size_limit = 16777216")
        }
        return configuration
    }
}
