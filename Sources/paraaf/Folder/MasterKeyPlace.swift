import Foundation
import PlanDomain
import SQLiteStore
import Workflow

/// Where the master key lies: not in the data folder, so that a copy of that folder holds nobody's words.
enum MasterKeyPlace {
    /// `PARAAF_MASTER_KEY`, else `paraaf/master.key` where settings are kept (`XDG_CONFIG_HOME`, `~/.config`).
    static var file: URL {
        let environment = ProcessInfo.processInfo.environment
        if let place = environment["PARAAF_MASTER_KEY"], !place.isEmpty { return URL(filePath: place) }
        let settings =
            environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? URL(filePath: $0) : nil }
            ?? FileManager.default.homeDirectoryForCurrentUser.appending(path: ".config")
        return settings.appending(path: "paraaf/master.key")
    }

    /// What was erased: beside the key, so that no backup of the data folder is put back over it. `PARAAF_ERASURES` where
    /// the key's folder can't be written in.
    static var journal: ErasureJournal {
        let place = ProcessInfo.processInfo.environment["PARAAF_ERASURES"] ?? ""
        return ErasureJournal(
            place.isEmpty ? file.deletingLastPathComponent().appending(path: "erasures") : URL(filePath: place))
    }
}

extension DataFolder {
    /// Opens the database for writing, making it and the master key where there are none yet.
    ///
    /// Throws `unavailable` where the database was sealed by a key that is not there any more: a new one would not open
    /// it.
    func openStore() throws -> SQLiteStore {
        let file = MasterKeyPlace.file
        let isThere = FileManager.default.fileExists(atPath: file.path)
        let isNeeded = try !isThere && SQLiteStore.isSealed(at: database)
        let key = isNeeded ? try MasterKey(from: file) : try MasterKey.made(in: file)
        return try SQLiteStore.open(at: database, masterKey: key, journal: MasterKeyPlace.journal)
    }

    func openStoreForReading() throws -> SQLiteStore {
        try Self.openStoreForReading(at: database)
    }

    /// Of a copy of this folder's database too.
    static func openStoreForReading(at database: URL) throws -> SQLiteStore {
        guard FileManager.default.fileExists(atPath: database.path) else {
            throw PlanError(.unavailable, Reason("store.missing"))
        }
        return try SQLiteStore.open(readOnlyAt: database, masterKey: try MasterKey(from: MasterKeyPlace.file))
    }
}
