import Foundation
import Glibc

/// Makes files and their names durable: what is moved into place is there after a power cut, whole.
enum FileSync {
    static func moveDurably(_ source: URL, to target: URL) throws {
        try sync(source)
        guard rename(source.path, target.path) == 0 else { throw lastError() }
        try sync(target.deletingLastPathComponent())
    }

    /// Syncs every file and folder below one, and that folder itself.
    static func syncTree(_ folder: URL) throws {
        for name in FileManager.default.subpaths(atPath: folder.path) ?? [] {
            try sync(folder.appending(path: name))
        }
        try sync(folder)
    }

    private static func sync(_ place: URL) throws {
        let descriptor = open(place.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw lastError() }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw lastError() }
    }

    private static func lastError() -> POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
