import Foundation

/// A file read in pieces, lines first and raw bytes after.
final class FileSource {
    private static let chunkSize = 1 << 16
    private static let longestLine = 4096

    private let path: String
    private let descriptor: Int32
    private var buffer: ArraySlice<UInt8> = []

    init(_ path: String) throws(GitError) {
        self.path = path
        self.descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("open", path: path) }
    }

    deinit { close(descriptor) }

    /// The next line without its end; the end of the file before the end of a line is `corrupt`.
    func line() throws(GitError) -> String {
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                defer { buffer = buffer[(end + 1)...] }
                return String(decoding: buffer[..<end], as: UTF8.self)
            }
            guard buffer.count < Self.longestLine else { throw .corrupt("read \(path)", "a line is too long") }
            let more = try read()
            guard !more.isEmpty else { throw .corrupt("read \(path)", "the file ends within a line") }
            buffer += more
        }
    }

    /// The next bytes; nil at the end of the file.
    func chunk() throws(GitError) -> [UInt8]? {
        let bytes = buffer.isEmpty ? try read() : Array(buffer)
        buffer = []
        return bytes.isEmpty ? nil : bytes
    }

    private func read() throws(GitError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: Self.chunkSize)
        while true {
            let count = Foundation.read(descriptor, &bytes, bytes.count)
            if count >= 0 { return Array(bytes.prefix(count)) }
            guard errno == EINTR else { throw .system("read", path: path) }
        }
    }
}
