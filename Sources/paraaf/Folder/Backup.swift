import Foundation
import PlanDomain
import PlanRepositories
import SQLiteStore
import Workflow

/// A copy of a whole data folder in one file: a tar archive with the database, a git bundle per plan, and the keys.
///
/// The database is copied first, and each repository after it as it stood at the heads that the copy names: database and
/// repositories fit each other to the act, whatever is written meanwhile.
struct Backup {
    private static let bundleFolder = "bundles"
    private static let database = "paraaf.sqlite"
    private static let keys = "keys"
    private static let format = "paraaf.json"

    /// Writes the copy; `file` appears when it is whole, readable by its owner alone because the key is in it. Safe
    /// beside a running server.
    static func write(of hall: TownHall, to file: URL) async throws {
        try Output.requireFolder(of: file)
        try await withStaging(beside: file) { staging in
            try await hall.store.backup(to: staging.appending(path: database))
            let bundles = staging.appending(path: bundleFolder)
            try FileManager.default.createDirectory(at: bundles, withIntermediateDirectories: true)
            let copy = try DataFolder.openStoreForReading(at: staging.appending(path: database))
            for plan in try await copy.projectedPlans() {
                guard let heads = try await copy.projectedHeads(of: plan) else { continue }
                try hall.repositories.writeBundle(
                    of: plan, at: heads, to: bundles.appending(path: plan.rawValue + ".bundle"))
            }
            for name in [keys, format] {
                try FileManager.default.copyItem(
                    at: hall.folder.location.appending(path: name), to: staging.appending(path: name))
            }
            let draft = staging.deletingLastPathComponent().appending(path: staging.lastPathComponent + ".tar")
            defer { try? FileManager.default.removeItem(at: draft) }
            try Data().write(to: draft)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: draft.path)
            try Tar.create(draft, from: staging)
            try FileSync.moveDurably(draft, to: file)
        }
    }

    /// Makes a folder of a copy. Throws `conflict` for a folder that holds something, `invalid` for a file that is no
    /// copy or is damaged; then the folder is as it was.
    static func restore(_ file: URL, to folder: URL) async throws {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        guard names.isEmpty else {
            throw PlanError(.conflict, Reason("backup.folder-not-empty", ["folder": .text(folder.path)]))
        }
        guard FileManager.default.fileExists(atPath: file.path) else {
            throw PlanError(.invalid, Reason("cli.file-missing", ["file": .text(file.path)]))
        }
        try await withStaging(beside: folder) { staging in
            let content = staging.appending(path: "content")
            try FileManager.default.createDirectory(at: content, withIntermediateDirectories: true)
            try Tar.extract(file, to: content)
            try await rebuild(content, as: staging.appending(path: "folder"))
            if FileManager.default.fileExists(atPath: folder.path) { try FileManager.default.removeItem(at: folder) }
            try FileSync.moveDurably(staging.appending(path: "folder"), to: folder)
        }
    }

    private static func rebuild(_ content: URL, as folder: URL) async throws {
        let manager = FileManager.default
        for name in [database, keys, format, bundleFolder] {
            guard manager.fileExists(atPath: content.appending(path: name).path) else {
                throw PlanError(.invalid, Reason("backup.not-a-backup"))
            }
        }
        guard try await SQLiteStore.verify(at: content.appending(path: database)).isSound else {
            throw PlanError(.invalid, Reason("backup.damaged", ["part": .text(database)]))
        }
        let plans = folder.appending(path: "plans")
        try manager.createDirectory(
            at: plans, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let repositories = GitPlanRepositories(in: plans, key: SigningKey())
        for name in try manager.contentsOfDirectory(atPath: content.appending(path: bundleFolder).path).sorted() {
            guard name.hasSuffix(".bundle"), let plan = PlanID(String(name.dropLast(7))) else {
                throw PlanError(.invalid, Reason("backup.not-a-backup"))
            }
            do {
                try repositories.restore(plan, from: content.appending(path: bundleFolder).appending(path: name))
            } catch {
                throw PlanError(.invalid, Reason("backup.damaged", ["part": .text(name)]))
            }
        }
        for name in [database, keys, format] {
            try manager.moveItem(at: content.appending(path: name), to: folder.appending(path: name))
        }
        try FileSync.syncTree(folder)
    }

    /// A folder of its own beside the target, on the same volume; removed afterwards whatever happens.
    private static func withStaging(beside target: URL, _ work: (URL) async throws -> Void) async throws {
        let parent = target.standardizedFileURL.deletingLastPathComponent()
        let staging = parent.appending(path: ".paraaf-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: staging, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: staging) }
        try await work(staging)
    }
}
