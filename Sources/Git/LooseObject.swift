import CLibgit2
import Foundation

/// A loose object read from its file: a zlib stream of `kind size`, a null byte and as many bytes as it says.
///
/// The file must hold exactly that. One that ends early, goes on too long or has anything behind its stream is corrupt.
struct LooseObject {
    let kind: ObjectKind
    let size: Int
    /// From `allocate`, one byte larger than the object; the caller owns it.
    let content: UnsafeMutableRawPointer

    /// Kind, space, the longest size and the null byte fit in this.
    private static let longestHeader = 32

    /// - Parameter allocate: must give memory that `free` accepts, or nil.
    init(_ path: String, allocate: (Int) -> UnsafeMutableRawPointer?) throws(GitError) {
        let stream = try InflatingFile(path)
        let start = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.longestHeader, alignment: 1)
        defer { start.deallocate() }
        let count = try stream.read(into: start)
        guard let end = start[..<count].firstIndex(of: 0) else { throw Self.damage(path) }
        let words = String(decoding: start[..<end], as: UTF8.self).split(
            separator: " ", omittingEmptySubsequences: false)
        guard words.count == 2, let kind = ObjectKind(rawValue: String(words[0])), let size = Int(words[1]), size >= 0,
            size < Int.max, count - end - 1 <= size
        else { throw Self.damage(path) }
        guard let memory = allocate(size + 1) else { throw .tooLarge("read object", "no memory for \(size) bytes") }
        let content = UnsafeMutableRawBufferPointer(start: memory, count: size + 1)
        do throws(GitError) {
            content.copyMemory(from: UnsafeRawBufferPointer(rebasing: start[(end + 1)..<count]))
            let rest = UnsafeMutableRawBufferPointer(rebasing: content[(count - end - 1)...])
            let filled = try stream.read(into: rest) + count - end - 1
            guard filled == size, try stream.isAtEnd() else { throw Self.damage(path) }
        } catch {
            free(memory)
            throw error
        }
        content[size] = 0
        (self.kind, self.size, self.content) = (kind, size, memory)
    }

    private static func damage(_ path: String) -> GitError { .corrupt("read object", "\(path) is damaged") }
}

/// A zlib stream in a file, unpacked as it is read.
private final class InflatingFile {
    private let path: String
    private let descriptor: Int32
    /// At a fixed address: zlib keeps a pointer back to it.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private var input = [UInt8](repeating: 0, count: 1 << 14)
    private var unread = 0..<0
    private var ended = false

    init(_ path: String) throws(GitError) {
        self.path = path
        self.stream.initialize(to: z_stream())
        self.descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("open", path: path) }
        guard inflateInit_(stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw GitError(code: .other, operation: "read object", message: "zlib does not start")
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        if descriptor >= 0 { close(descriptor) }
    }

    /// Fills the buffer unless the stream ends first; a file that ends before its stream does is corrupt.
    func read(into output: UnsafeMutableRawBufferPointer) throws(GitError) -> Int {
        var filled = 0
        while filled < output.count, !ended {
            if unread.isEmpty { try refill() }
            guard !unread.isEmpty else { throw .corrupt("read object", "\(path) ends before its time") }
            filled += try inflate(into: UnsafeMutableRawBufferPointer(rebasing: output[filled...]))
        }
        return filled
    }

    /// The stream has ended and nothing stands behind it.
    func isAtEnd() throws(GitError) -> Bool {
        if unread.isEmpty { try refill() }
        return ended && unread.isEmpty
    }

    private func inflate(into output: UnsafeMutableRawBufferPointer) throws(GitError) -> Int {
        let room = min(output.count, 1 << 30)
        let result = input.withUnsafeMutableBufferPointer { input in
            stream.pointee.next_in = input.baseAddress.map { $0 + unread.lowerBound }
            stream.pointee.avail_in = UInt32(unread.count)
            stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
            stream.pointee.avail_out = UInt32(room)
            return CLibgit2.inflate(stream, Z_NO_FLUSH)
        }
        unread = (unread.upperBound - Int(stream.pointee.avail_in))..<unread.upperBound
        guard result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR else {
            throw .corrupt("read object", "\(path) is no zlib stream (\(result))")
        }
        ended = result == Z_STREAM_END
        return room - Int(stream.pointee.avail_out)
    }

    private func refill() throws(GitError) {
        while true {
            let count = Foundation.read(descriptor, &input, input.count)
            if count >= 0 {
                unread = 0..<count
                return
            }
            guard errno == EINTR else { throw .system("read", path: path) }
        }
    }
}
