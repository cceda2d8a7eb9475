import Foundation

/// The members of a zip file by its central directory (PKWARE APPNOTE 6.3, 4.3), read without unpacking any.
///
/// Only the plain files that office programs write are taken: no encryption, no second volume, no zip64, no members that
/// lie outside the file or upon each other, which is how a small file unpacks to more than a disk holds.
struct ZipListing {
    struct Member: Equatable {
        let name: String
        let method: Int
        let packedSize: Int
        let size: Int
        let offset: Int
    }

    /// Office documents of a thousand pages stay well below both.
    private static let memberLimit = 5_000
    private static let unpackedLimit = 500_000_000

    let members: [Member]
    private let bytes: [UInt8]

    /// Nil for what is no such file.
    init?(_ data: Data) {
        bytes = [UInt8](data)
        guard let end = Self.endOfDirectory(in: bytes) else { return nil }
        let (count, size, start) = (
            Self.number(bytes, end + 10, 2), Self.number(bytes, end + 12, 4), Self.number(bytes, end + 16, 4)
        )
        guard (1...Self.memberLimit).contains(count), start + size <= end, Self.number(bytes, end + 4, 4) == 0,
            Self.number(bytes, end + 8, 2) == count
        else { return nil }
        var members: [Member] = []
        var place = start
        for _ in 0..<count {
            guard let (member, length) = Self.member(in: bytes, at: place, before: start + size) else { return nil }
            members.append(member)
            place += length
        }
        self.members = members
        guard isOrdinary(before: start) else { return nil }
    }

    /// Name and content of the member that lies first, where it is stored without compression.
    func firstStoredMember() -> (name: String, content: String)? {
        guard let first = members.min(by: { $0.offset < $1.offset }), first.offset == 0, first.method == 0,
            let start = contentStart(of: first), first.size <= 200
        else { return nil }
        return (first.name, String(decoding: bytes[start..<(start + first.size)], as: UTF8.self))
    }

    /// No name twice or pointing out of the folder, no more in all than an office document holds, nothing overlapping.
    private func isOrdinary(before directory: Int) -> Bool {
        let names = members.map(\.name)
        guard Set(names).count == names.count, !names.contains(where: Self.leavesFolder),
            members.reduce(0, { $0 + $1.size }) <= Self.unpackedLimit
        else { return false }
        var free = 0
        for member in members.sorted(by: { $0.offset < $1.offset }) {
            guard member.offset >= free, let start = contentStart(of: member) else { return false }
            free = start + member.packedSize
        }
        return free <= directory
    }

    private static func leavesFolder(_ name: String) -> Bool {
        name.isEmpty || name.hasPrefix("/") || name.contains("\\") || name.contains("\0")
            || name.split(separator: "/").contains("..")
    }

    /// Behind the local header, which repeats the name and must be there; nil where it is not.
    private func contentStart(of member: Member) -> Int? {
        let place = member.offset
        guard place + 30 <= bytes.count, Self.number(bytes, place, 4) == 0x0403_4B50 else { return nil }
        let start = place + 30 + Self.number(bytes, place + 26, 2) + Self.number(bytes, place + 28, 2)
        return start + member.packedSize <= bytes.count ? start : nil
    }

    /// A member of the directory, and how many bytes describe it.
    private static func member(in bytes: [UInt8], at place: Int, before end: Int) -> (Member, Int)? {
        guard place + 46 <= end, number(bytes, place, 4) == 0x0201_4B50 else { return nil }
        let nameLength = number(bytes, place + 28, 2)
        let length = 46 + nameLength + number(bytes, place + 30, 2) + number(bytes, place + 32, 2)
        let isEncrypted = number(bytes, place + 8, 2) & 1 == 1
        let method = number(bytes, place + 10, 2)
        let (packed, size) = (number(bytes, place + 20, 4), number(bytes, place + 24, 4))
        guard place + length <= end, !isEncrypted, method == 0 || method == 8, method != 0 || packed == size else {
            return nil
        }
        let name = String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
        let offset = number(bytes, place + 42, 4)
        return (Member(name: name, method: method, packedSize: packed, size: size, offset: offset), length)
    }

    /// The record that ends the file; a comment of at most 64 KiB may follow it.
    private static func endOfDirectory(in bytes: [UInt8]) -> Int? {
        guard bytes.count >= 22 else { return nil }
        var place = bytes.count - 22
        let first = max(0, place - 65_535)
        while place >= first {
            if number(bytes, place, 4) == 0x0605_4B50, place + 22 + number(bytes, place + 20, 2) == bytes.count {
                return place
            }
            place -= 1
        }
        return nil
    }

    /// Little-endian.
    private static func number(_ bytes: [UInt8], _ place: Int, _ length: Int) -> Int {
        (0..<length).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
}
