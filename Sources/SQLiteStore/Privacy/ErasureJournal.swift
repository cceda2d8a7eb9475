import Foundation
import Glibc
import PlanDomain
import Workflow

/// What was erased, in a file that no backup is put back over: a copy of the database from before an erasure still holds what
/// went, so the journal is carried out over it again before anything is served.
///
/// It lies beside the master key, outside the data folder. A line names one record by its id and by a mark made of the key
/// that was thrown away, and the day; nothing in it tells who somebody was. The mark keeps two folders under one master key
/// apart. Lines are added and never changed; a line that was cut off while it was written was never promised to anybody.
public struct ErasureJournal: Sendable {
    private let file: StoreFile

    public init(_ file: URL) { self.file = StoreFile(file) }

    /// Adds lines and makes them durable. The database commits after this: what it forgets is always written here.
    ///
    /// Throws `unavailable` where the file cannot be written.
    func append(_ erased: [ErasedRow]) throws {
        try locked(O_RDWR | O_CREAT | O_CLOEXEC) { descriptor in
            let whole = try whole(descriptor)
            guard ftruncate(descriptor, off_t(whole.count)) == 0 else { throw refusal("erasure-journal.not-writable") }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let lines = try erased.reduce(into: Data()) { $0 += try encoder.encode($1) + Data("\n".utf8) }
            let written = lines.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(whole.count)) }
            guard written == lines.count, fsync(descriptor) == 0 else {
                throw refusal("erasure-journal.not-writable")
            }
        }
        try StoreFile.syncFolder(file.url.deletingLastPathComponent())
    }

    /// In the order in which they were written; none where there is no file.
    ///
    /// Throws `unavailable` for a file that cannot be read, or that somebody wrote something else in: to pass a line over
    /// could bring somebody's words back.
    func lines() throws -> [ErasedRow] {
        guard file.exists else { return [] }
        let bytes = try locked(O_RDONLY | O_CLOEXEC, whole)
        return try bytes.split(separator: UInt8(ascii: "\n")).map { line in
            guard let row = try? JSONDecoder().decode(ErasedRow.self, from: line) else {
                throw refusal("erasure-journal.damaged")
            }
            return row
        }
    }

    /// Up to the end of the last line that was written to its end.
    private func whole(_ descriptor: Int32) throws -> Data {
        var bytes = Data()
        var part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = pread(descriptor, &part, part.count, off_t(bytes.count))
            guard count >= 0 else { throw refusal("erasure-journal.unreadable") }
            if count == 0 { break }
            bytes += part[..<count]
        }
        guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return Data() }
        return bytes[...end]
    }

    private func locked<Value>(_ flags: Int32, _ work: (Int32) throws -> Value) throws -> Value {
        let isWriting = flags & O_CREAT != 0
        let descriptor = open(file.path, flags, 0o600)
        guard descriptor >= 0 else {
            throw refusal(isWriting ? "erasure-journal.not-writable" : "erasure-journal.unreadable")
        }
        defer { close(descriptor) }
        guard flock(descriptor, isWriting ? LOCK_EX : LOCK_SH) == 0 else {
            throw refusal("erasure-journal.unreadable")
        }
        return try work(descriptor)
    }

    private func refusal(_ key: String) -> PlanError {
        PlanError(.unavailable, Reason(key, ["file": .text(file.path)]))
    }
}
