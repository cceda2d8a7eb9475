import Foundation
import GRDB
import PlanDomain
import Workflow

/// Three ways to open: to serve, to read beside a server, and for a test.
extension SQLiteStore {
    /// Opens the database at `file`, making or migrating it where needed.
    ///
    /// Throws `data-folder.newer` before anything changes when a newer program has migrated it, `master-key.another` when it
    /// was sealed by another key, and otherwise `unavailable` with the state of the file.
    ///
    /// - Parameter journal: what was erased, to be carried out over a database that is older, before anybody reads it.
    public static func open(
        at file: URL, masterKey: MasterKey, journal: ErasureJournal? = nil
    ) throws -> SQLiteStore {
        try translatingErrorsOfOpening {
            let file = StoreFile(file)
            if file.exists { try refuseNewer(file) } else { try file.create() }
            let vault = RecordVault(masterKey)
            let pool = try DatabasePool(path: file.path, configuration: .paraaf(vault: vault))
            // Opening the pool has just set NORMAL, which loses acknowledged rows when the power goes.
            try pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
            let wasOpen = try pool.writeWithoutTransaction(hadOpenColumns)
            try DatabaseMigrator.paraaf.migrate(pool)
            try pool.writeWithoutTransaction(vault.claim)
            if wasOpen { try forgetWhatWasOpen(pool) }
            try pool.write(DeskRecord.fillGaps)
            try pool.write(LikenessRecord.fillGaps)
            if let journal, try pool.write({ db in try replay(journal, db) }) { try forgetWhatWasOpen(pool) }
            return SQLiteStore(pool, journal: journal)
        }
    }

    /// Opens a database for reading, beside a server that writes to it or without one, and leaves no file behind.
    ///
    /// SQLite makes a `-wal` and a `-shm` file for whoever reads a database in WAL mode. Made by another user than the
    /// server's they would lock the server out, so a database that nobody has open is read as an immutable file; should
    /// a server start meanwhile, reads throw `store.busy`. Writes throw `store.read-only`.
    public static func open(readOnlyAt file: URL, masterKey: MasterKey) throws -> SQLiteStore {
        try translatingErrorsOfOpening {
            let file = StoreFile(file)
            let vault = RecordVault(masterKey)
            let (queue, stillness) = try openForReading(file, vault: vault)
            try queue.read { db in
                let migrator = DatabaseMigrator.paraaf
                guard try !migrator.hasBeenSuperseded(db) else { throw refusal("data-folder.newer", of: file) }
                guard try migrator.hasCompletedMigrations(db) else { throw refusal("data-folder.older", of: file) }
                try vault.require(db)
            }
            return SQLiteStore(queue, stillness: stillness)
        }
    }

    /// Whether there is a database whose records lie under a master key already.
    public static func isSealed(at file: URL) throws -> Bool {
        try translatingErrorsOfOpening {
            let file = StoreFile(file)
            guard file.exists else { return false }
            let (queue, _) = try openForReading(file)
            defer { try? queue.close() }
            return try queue.read { db in try db.tableExists("masterKey") }
        }
    }

    /// A store that lives as long as the process, and so does its key.
    public static func inMemory(masterKey: MasterKey = .random()) throws -> SQLiteStore {
        let vault = RecordVault(masterKey)
        let queue = try DatabaseQueue(configuration: .paraaf(vault: vault))
        try DatabaseMigrator.paraaf.migrate(queue)
        try queue.write(vault.claim)
        return SQLiteStore(queue)
    }

    /// One connection, and where nobody else has the file open the promise to watch that it stays so.
    static func openForReading(_ file: StoreFile, vault: RecordVault? = nil) throws -> (DatabaseQueue, Stillness?) {
        guard file.exists else { throw PlanError(.unavailable, Reason("store.missing")) }
        let stillness = file.isStill ? Stillness(file) : nil
        let path = stillness == nil ? file.path : file.immutableAddress
        return (try DatabaseQueue(path: path, configuration: .paraaf(readonly: true, vault: vault)), stillness)
    }

    /// Writes the file anew after what it held in the open was sealed: pages that came free, and the log, still have it.
    private static func forgetWhatWasOpen(_ pool: DatabasePool) throws {
        try pool.write { db in try db.execute(sql: "INSERT INTO inputWords (inputWords) VALUES ('optimize')") }
        try pool.vacuum()
        _ = try pool.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
    }

    /// Whether a database holds names or mail as they were typed, as those of earlier versions did.
    private static func hadOpenColumns(_ db: Database) throws -> Bool {
        guard try db.tableExists("person") else { return false }
        guard try db.tableExists("masterKey"), try db.tableExists("mail") else { return true }
        return try !db.columns(in: "mail").contains { $0.name == "recordKey" }
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
    ///
    /// - Parameter vault: opens what is sealed; nil for who only looks at the state of a file.
    static func paraaf(readonly: Bool = false, vault: RecordVault?) -> Configuration {
        var configuration = Configuration()
        configuration.label = "paraaf.store"
        configuration.readonly = readonly
        // Another process writes rarely and briefly: the command line beside a server.
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA cell_size_check = ON")
            vault?.addFunctions(to: db)
            guard !readonly else { return }
            try db.execute(sql: "PRAGMA synchronous = FULL")
            // What is deleted is overwritten, so that nothing of it stays behind in a page that is free.
            try db.execute(sql: "PRAGMA secure_delete = ON")
            // 1,000 pages of 4 KiB between checkpoints; a log that a rebuild made larger is cut back to 16 MiB.
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 1000")
            try db.execute(sql: "PRAGMA journal_size_limit = 16777216")
        }
        return configuration
    }
}
