import Foundation

/// A file that gets its name only when it is complete and on disk; given up, it leaves nothing behind.
final class FileSink {
    private let target: String
    private let temporary: String
    private var descriptor: Int32
    /// The first failure inside a callback of C, which cannot throw.
    private(set) var failure: GitError?

    init(replacing target: String) throws(GitError) {
        var template = Array((target + ".incoming-XXXXXX").utf8CString)
        self.descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw .system("create file", path: target) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        self.target = target
        self.temporary = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unlink(temporary)
    }

    func write(_ bytes: [UInt8]) throws(GitError) {
        let accepted = bytes.withUnsafeBytes { accept($0) }
        if !accepted, let failure { throw failure }
    }

    /// False when the bytes could not be written; `failure` says why.
    func accept(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                failure = .system("write", path: temporary)
                return false
            }
            rest = rest.dropFirst(count)
        }
        return true
    }

    func finish() throws(GitError) {
        guard fchmod(descriptor, 0o644) == 0, fsync(descriptor) == 0 else { throw .system("sync", path: temporary) }
        try Disk.rename(temporary, to: target)
        close(descriptor)
        descriptor = -1
    }
}
