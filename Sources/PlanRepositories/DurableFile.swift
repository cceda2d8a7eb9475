import Foundation
import Glibc

/// Writes a small file so that it is there whole after a power cut, or not at all: written beside its place, synced,
/// moved over it, and the folder synced.
enum DurableFile {
    static func write(_ content: Data, to file: URL, permissions: mode_t) throws {
        let folder = file.deletingLastPathComponent()
        let draft = folder.appending(path: ".\(file.lastPathComponent).\(UUID().uuidString)")
        do {
            try writeSynced(content, to: draft, permissions: permissions)
            guard rename(draft.path, file.path) == 0 else { throw POSIXError.current }
        } catch {
            unlink(draft.path)
            throw error
        }
        try syncFolder(folder)
    }

    /// Makes the names in a folder durable: syncing a file does not sync the entry that leads to it.
    static func syncFolder(_ folder: URL) throws {
        let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw POSIXError.current }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw POSIXError.current }
    }

    private static func writeSynced(_ content: Data, to file: URL, permissions: mode_t) throws {
        let descriptor = open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions)
        guard descriptor >= 0 else { throw POSIXError.current }
        defer { close(descriptor) }
        try content.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                guard count > 0 else { throw POSIXError.current }
                rest = rest.dropFirst(count)
            }
        }
        guard fsync(descriptor) == 0 else { throw POSIXError.current }
    }
}

extension POSIXError {
    /// The error that the last C call left behind.
    static var current: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
