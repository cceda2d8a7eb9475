import Foundation
import Workflow

/// The members of a ZIP file by its central directory (PKWARE APPNOTE 6.3, 4.3), read without unpacking any.
///
/// Only the plain files that office programs write are taken: no encryption, no second volume, no ZIP64, no members that
/// lie outside the file or upon each other, which is how a small file unpacks to more than a disk holds. What a member
/// says of its size may still be a lie, so whoever unpacks keeps a limit of their own.
struct ZipDirectory {
    struct Member: Equatable {
        let name: String
        let method: Int
        let packedSize: Int
        let size: Int
        let offset: Int

        var isStored: Bool { method == 0 }
    }

    /// Office documents of a thousand pages stay well below both.
    private static let memberLimit = 5_000
    private static let unpackedLimit = 256 << 20

    let members: [Member]
    private let bytes: [UInt8]

    /// Throws `invalid` for what is no such file, and for one that becomes too large by its own account.
    init(of archive: Data) throws(PlanError) {
        bytes = [UInt8](archive)
        guard let end = Self.endOfDirectory(in: bytes), let volume = bytes.number(4, at: end + 4),
            let here = bytes.number(2, at: end + 8), let count = bytes.number(2, at: end + 10),
            let size = bytes.number(4, at: end + 12), let start = bytes.number(4, at: end + 16), volume == 0,
            here == count, (1...Self.memberLimit).contains(count), start + size <= end
        else { throw Self.broken }
        var members: [Member] = []
        var place = start
        for _ in 0..<count {
            guard let (member, next) = Self.member(in: bytes, at: place, before: start + size) else {
                throw Self.broken
            }
            members.append(member)
            place = next
        }
        self.members = members
        guard members.reduce(0, { $0 + $1.size }) <= Self.unpackedLimit else {
            throw PlanError(.invalid, Reason("file.unpacks-too-large"))
        }
        guard isOrdinary(before: start) else { throw Self.broken }
    }

    /// Name and content of the member that lies first, where it is short and stored without compression.
    func firstStoredMember() -> (name: String, content: String)? {
        guard let first = members.first(where: { $0.offset == 0 }), first.isStored, first.size <= 200,
            let start = contentStart(of: first)
        else { return nil }
        return (first.name, String(decoding: bytes[start..<(start + first.size)], as: UTF8.self))
    }

    private static let broken = PlanError(.invalid, Reason("file.broken"))

    /// No name twice or pointing out of the folder, nothing that overlaps, what is stored as large as it says.
    private func isOrdinary(before directory: Int) -> Bool {
        let names = members.map(\.name)
        guard Set(names).count == names.count, !names.contains(where: Self.leavesFolder) else { return false }
        var free = 0
        for member in members.sorted(by: { $0.offset < $1.offset }) {
            guard member.offset >= free, !member.isStored || member.packedSize == member.size,
                let start = contentStart(of: member)
            else { return false }
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
        guard bytes.number(4, at: member.offset) == 0x0403_4B50,
            let nameLength = bytes.number(2, at: member.offset + 26),
            let extraLength = bytes.number(2, at: member.offset + 28)
        else { return nil }
        let start = member.offset + 30 + nameLength + extraLength
        return start + member.packedSize <= bytes.count ? start : nil
    }

    /// The record stands at the end, behind it at most a comment of 64 KiB.
    private static func endOfDirectory(in bytes: [UInt8]) -> Int? {
        let last = bytes.count - 22
        guard last >= 0 else { return nil }
        return (max(0, last - 0xFFFF)...last).reversed().first { place in
            bytes.number(4, at: place) == 0x0605_4B50
                && bytes.number(2, at: place + 20).map { place + 22 + $0 } == bytes.count
        }
    }

    private static func member(in bytes: [UInt8], at place: Int, before end: Int) -> (Member, next: Int)? {
        guard place + 46 <= end, bytes.number(4, at: place) == 0x0201_4B50, let flags = bytes.number(2, at: place + 8),
            let method = bytes.number(2, at: place + 10), let packed = bytes.number(4, at: place + 20),
            let size = bytes.number(4, at: place + 24), let nameLength = bytes.number(2, at: place + 28),
            let extraLength = bytes.number(2, at: place + 30), let commentLength = bytes.number(2, at: place + 32),
            let offset = bytes.number(4, at: place + 42), flags & 1 == 0, method == 0 || method == 8
        else { return nil }
        let next = place + 46 + nameLength + extraLength + commentLength
        guard next <= end else { return nil }
        let name = String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
        return (Member(name: name, method: method, packedSize: packed, size: size, offset: offset), next)
    }
}

extension [UInt8] {
    /// A number of two or four bytes, the lowest first; nil beyond the end.
    func number(_ count: Int, at place: Int) -> Int? {
        guard place >= 0, place <= self.count - count else { return nil }
        return (0..<count).reversed().reduce(0) { $0 << 8 | Int(self[place + $1]) }
    }
}
