import Foundation
import Glibc
import PlanDomain
import PlanRepositories
import SQLiteStore
import Workflow

/// `DATA`: everything that one server keeps, in one folder.
///
/// `plans/<id>.git`, `paraaf.sqlite`, `keys/`, the lock that says who writes, and `paraaf.json` with the format and, in
/// a demo, that it is one. One process at a time may write; reading beside a running server is free.
final class DataFolder {
    /// The layout of the folder itself. A higher one was made by a later program, and is left alone.
    static let format = 1
    private static let formatName = "paraaf.json"
    /// What an interruption may leave of it.
    private static let draftName = "paraaf.json.new"

    let location: URL
    private let lock: FolderLock?
    /// How far its demo is; nil for a folder that is none.
    private(set) var demo: DemoState?
    /// Whether this opening made it: nothing of anybody's is in it.
    private(set) var isNew = false

    var plans: URL { location.appending(path: "plans") }
    var keys: URL { location.appending(path: "keys") }
    var database: URL { location.appending(path: "paraaf.sqlite") }
    private var formatFile: URL { location.appending(path: Self.formatName) }

    /// Whether this process may write.
    var isHeld: Bool { lock != nil }

    enum Access {
        /// Refused when another process holds the folder.
        case writing
        /// Writes what is needed to make a new folder ready, if nobody else holds it; otherwise only reads.
        case reading
    }

    /// Whether what is in the folder was made up, to show the program with. A folder becomes a demo when it is made and
    /// never after: nobody can turn the work of a municipality into one.
    enum DemoState: String, Codable {
        /// Being built, or cut off while it was.
        case unfinished
        case whole
    }

    /// Opens the folder; one that is absent or empty is made ready, as a demo to be built where that is asked.
    ///
    /// Throws `unavailable` for a folder of a newer version, one that another server holds, one that cannot be
    /// written, and one that holds something else.
    init(_ location: URL, for access: Access, asDemo: Bool = false) throws {
        self.location = location.standardizedFileURL
        try Self.makeFolder(self.location)
        // Before the lock, so that in a folder of somebody else not even that is made.
        try Self.checkFormat(of: self.location)
        lock = try FolderLock(self.location.appending(path: "lock"))
        if lock == nil, access == .writing {
            throw PlanError(
                .unavailable,
                Reason(
                    "data-folder.held",
                    ["folder": .text(self.location.path), "holder": .text(FolderLock.holder(of: self.location))]))
        }
        if lock != nil { try makeReady(asDemo: asDemo) }
        // Read under the lock: another process may have finished the demo since.
        demo = try Self.checkFormat(of: self.location)?.demo
    }

    /// Tells for good that the demo is whole.
    func finishDemo() throws {
        try write(FormatFile(format: Self.format, demo: .whole))
        demo = .whole
    }

    /// Throws away what an interruption left of a demo, and nothing else.
    func emptyUnfinishedDemo() throws {
        guard isHeld, demo == .unfinished else { return }
        let files = ["", "-wal", "-shm", "-journal"].map { URL(filePath: database.path + $0) }
        for place in files + [plans, keys] where FileManager.default.fileExists(atPath: place.path) {
            try FileManager.default.removeItem(at: place)
        }
        try makeReady(asDemo: true)
    }

    private func makeReady(asDemo: Bool) throws {
        for folder in [plans, keys] {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        guard !FileManager.default.fileExists(atPath: formatFile.path) else { return }
        let isEmpty = try [plans, keys].allSatisfy {
            try FileManager.default.contentsOfDirectory(atPath: $0.path).isEmpty
        }
        try write(FormatFile(format: Self.format, demo: asDemo && isEmpty ? .unfinished : nil))
        isNew = isEmpty
    }

    private func write(_ content: FormatFile) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let draft = location.appending(path: Self.draftName)
        try (try encoder.encode(content) + Data("\n".utf8)).write(to: draft)
        try FileSync.moveDurably(draft, to: formatFile)
    }

    /// What the folder says of itself; nil for one that is empty. Throws where this program should leave it alone.
    @discardableResult
    private static func checkFormat(of location: URL) throws -> FormatFile? {
        func refusal(_ key: String) -> PlanError {
            PlanError(.unavailable, Reason(key, ["folder": .text(location.path)]))
        }
        guard let bytes = try? Data(contentsOf: location.appending(path: formatName)) else {
            let names = try FileManager.default.contentsOfDirectory(atPath: location.path)
            let strangers = Set(names).subtracting(["lock", "plans", "keys", draftName, "lost+found"])
            guard strangers.isEmpty else { throw refusal("data-folder.foreign") }
            return nil
        }
        guard let content = try? JSONDecoder().decode(FormatFile.self, from: bytes) else {
            throw refusal("data-folder.foreign")
        }
        guard content.format <= format else { throw refusal("data-folder.newer") }
        return content
    }

    private struct FormatFile: Codable {
        let format: Int
        let demo: DemoState?
    }

    private static func makeFolder(_ location: URL) throws {
        do {
            try FileManager.default.createDirectory(at: location, withIntermediateDirectories: true)
        } catch {
            throw PlanError(.unavailable, Reason("data-folder.not-writable", ["folder": .text(location.path)]))
        }
    }
}

/// A lock on a file that the system gives back when the process ends, however it ends.
private final class FolderLock {
    private let descriptor: Int32

    /// Nil when another process holds it.
    init?(_ file: URL) throws {
        let descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let folder = file.deletingLastPathComponent().path
            let key = errno == ENOSPC ? "store.disk-full" : "data-folder.not-writable"
            throw PlanError(.unavailable, Reason(key, ["folder": .text(folder)]))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
        self.descriptor = descriptor
        let name = "\(getpid())\n"
        ftruncate(descriptor, 0)
        _ = name.withCString { pwrite(descriptor, $0, strlen($0), 0) }
    }

    deinit { close(descriptor) }

    /// The number of the process that took the lock last.
    static func holder(of folder: URL) -> String {
        let text = try? String(contentsOf: folder.appending(path: "lock"), encoding: .utf8)
        return text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "?"
    }
}
