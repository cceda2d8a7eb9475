import Foundation
import Workflow

/// The table of contents of a ZIP archive (PKWARE APPNOTE 4.3.12 and 4.3.16), read without unpacking anything.
///
/// What an entry says of its size may be a lie, so whoever unpacks an archive keeps a limit of their own; this one turns
/// away what is too large by its own account. Archives in parts, encrypted ones and ZIP64 are refused: no office program
/// writes a text that way.
struct ZipDirectory {
    struct Entry {
        let name: String
        let isStored: Bool
        let compressedSize: Int
        let size: Int
        let offset: Int
    }

    let entries: [Entry]
    private let bytes: [UInt8]

    private static let entryLimit = 2_000
    /// Of everything that is in it, unpacked: 256 megabytes.
    private static let sizeLimit = 256 << 20

    /// Throws `invalid` for bytes that are no such archive, or one that would become too large.
    init(of archive: Data) throws(PlanError) {
        bytes = Array(archive)
        guard let end = Self.endOfDirectory(in: bytes), let count = bytes.number(2, at: end + 10),
            let start = bytes.number(4, at: end + 16), count <= Self.entryLimit
        else { throw Self.broken }
        var entries: [Entry] = []
        var place = start
        for _ in 0..<count {
            guard let (entry, next) = Self.entry(in: bytes, at: place) else { throw Self.broken }
            entries.append(entry)
            place = next
        }
        guard entries.reduce(0, { $0 + $1.size }) <= Self.sizeLimit else {
            throw PlanError(.invalid, Reason("file.unpacks-too-large"))
        }
        self.entries = entries
    }

    /// The content of an entry that is not compressed.
    func stored(_ name: String) -> ArraySlice<UInt8>? {
        guard let entry = entries.first(where: { $0.name == name }), entry.isStored,
            bytes.number(4, at: entry.offset) == 0x0403_4B50, let nameLength = bytes.number(2, at: entry.offset + 26),
            let extraLength = bytes.number(2, at: entry.offset + 28)
        else { return nil }
        let start = entry.offset + 30 + nameLength + extraLength
        guard entry.size <= bytes.count, start + entry.size <= bytes.count else { return nil }
        return bytes[start..<(start + entry.size)]
    }

    private static let broken = PlanError(.invalid, Reason("file.broken"))

    /// The record stands at the end, behind it at most a comment of 64 kB.
    private static func endOfDirectory(in bytes: [UInt8]) -> Int? {
        let last = bytes.count - 22
        guard last >= 0 else { return nil }
        return (max(0, last - 0xFFFF)...last).reversed().first { bytes.number(4, at: $0) == 0x0605_4B50 }
    }

    private static func entry(in bytes: [UInt8], at place: Int) -> (Entry, next: Int)? {
        guard bytes.number(4, at: place) == 0x0201_4B50, let flags = bytes.number(2, at: place + 8),
            let method = bytes.number(2, at: place + 10), let compressed = bytes.number(4, at: place + 20),
            let size = bytes.number(4, at: place + 24), let nameLength = bytes.number(2, at: place + 28),
            let extraLength = bytes.number(2, at: place + 30), let commentLength = bytes.number(2, at: place + 32),
            let offset = bytes.number(4, at: place + 42), flags & 1 == 0, method == 0 || method == 8,
            offset < bytes.count, compressed <= bytes.count, place + 46 + nameLength <= bytes.count
        else { return nil }
        let name = String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
        guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else { return nil }
        let entry = Entry(
            name: name, isStored: method == 0, compressedSize: compressed, size: size, offset: offset)
        return (entry, place + 46 + nameLength + extraLength + commentLength)
    }
}

extension [UInt8] {
    /// A number of two or four bytes, the lowest first; nil beyond the end.
    func number(_ count: Int, at place: Int) -> Int? {
        guard place >= 0, place <= self.count - count else { return nil }
        return (0..<count).reversed().reduce(0) { $0 << 8 | Int(self[place + $1]) }
    }
}
