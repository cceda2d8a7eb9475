import Foundation
import PlanDomain
import Workflow

/// A database file with the names that SQLite gives to what lies beside it.
struct StoreFile: Sendable {
    let url: URL

    init(_ url: URL) { self.url = url.standardizedFileURL }

    var path: String { url.path(percentEncoded: false) }
    var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// Whether nobody has it open and nobody was cut off while writing: the last to close a database takes its log away.
    var isStill: Bool {
        ["-wal", "-journal"].allSatisfy { !FileManager.default.fileExists(atPath: path + $0) }
    }

    /// Tells SQLite that the file does not change, so that it needs neither locks nor files beside it
    /// (https://www.sqlite.org/uri.html).
    var immutableAddress: String { URL(fileURLWithPath: path).absoluteString + "?immutable=1" }

    /// Makes the empty file, readable by its owner alone: it will hold names and what people wrote.
    func create() throws {
        let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure(errno) }
        close(descriptor)
    }

    /// Makes the bytes of a finished file durable.
    func sync() throws { try Self.sync(path, flags: O_RDONLY) }

    /// Makes the names in a folder durable: `fsync` of a file does not, see fsync(2).
    static func syncFolder(_ folder: URL) throws {
        try sync(folder.path(percentEncoded: false), flags: O_RDONLY | O_DIRECTORY)
    }

    /// Gives a finished file its final name, which must be free, and makes both durable.
    func move(to target: StoreFile) throws {
        try sync()
        // A hard link refuses a name that is taken, where a rename would replace it.
        guard link(path, target.path) == 0 else { throw Self.failure(errno) }
        guard unlink(path) == 0 else { throw Self.failure(errno) }
        try Self.syncFolder(target.url.deletingLastPathComponent())
    }

    private static func sync(_ path: String, flags: Int32) throws {
        let descriptor = open(path, flags | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(errno) }
    }

    /// What an operator is told of a system call that failed.
    private static func failure(_ code: Int32) -> PlanError {
        switch code {
        case ENOSPC, EDQUOT: PlanError(.unavailable, Reason("store.disk-full"))
        case EROFS, EACCES, EPERM: PlanError(.unavailable, Reason("store.read-only"))
        case EEXIST: PlanError(.conflict, Reason("store.file-exists"))
        case EIO: PlanError(.unavailable, Reason("store.disk-failed"))
        default: PlanError(.unavailable, Reason("store.cannot-open"))
        }
    }
}

/// That a file which is read as immutable still is.
struct Stillness: Sendable {
    private let file: StoreFile

    init(_ file: StoreFile) { self.file = file }

    /// Throws when a writer has come since: what was read may be of two moments.
    func check() throws(PlanError) {
        guard file.isStill else { throw PlanError(.unavailable, Reason("store.busy")) }
    }
}
