import Foundation

/// Who wrote or recorded something, and when: the author, committer or tagger line of an object.
///
/// Git keeps whole seconds and the offset from UTC in minutes. A name or address cannot hold `<`, `>`, a line break or a
/// null character, for the line has no way to quote them.
public struct Identity: Hashable, Sendable {
    public let name: String
    public let email: String
    public let date: Date
    /// Minutes east of UTC, as in `+0200` = 120.
    public let offsetMinutes: Int

    public init(name: String, email: String, date: Date, offsetMinutes: Int = 0) {
        self.name = name
        self.email = email
        self.date = date
        self.offsetMinutes = offsetMinutes
    }
}

extension Identity {
    /// `Name <address> 1686571200 +0200`
    func line(_ operation: String) throws(GitError) -> String {
        for part in [name, email] {
            guard !part.unicodeScalars.contains(where: { "<>\n\r\0".unicodeScalars.contains($0) }) else {
                throw .invalid(operation, "an identity cannot hold \(part.debugDescription)")
            }
        }
        let seconds = date.timeIntervalSince1970.rounded(.down)
        guard !name.allSatisfy(\.isWhitespace), (0..<1e15).contains(seconds), abs(offsetMinutes) <= 14 * 60 else {
            throw .invalid(operation, "an identity needs a name, a date after 1970 and an offset within 14 hours")
        }
        let offset = abs(offsetMinutes)
        let zone = (offsetMinutes < 0 ? "-" : "+") + Self.twoDigits(offset / 60) + Self.twoDigits(offset % 60)
        return "\(name.trimmed) <\(email.trimmed)> \(Int64(seconds)) \(zone)"
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Reads a line leniently, as git does: what cannot be understood becomes an empty name or the epoch.
    init(line: some Sequence<UInt8>, decode: ([UInt8]) -> String) {
        let bytes = Array(line)
        let open = bytes.firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
        let close = bytes.lastIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
        let address = open < close ? bytes[(open + 1)..<close] : []
        let rest = close < bytes.endIndex ? bytes[(close + 1)...] : []
        let fields = String(decoding: rest, as: UTF8.self).split(separator: " ")
        self.init(
            name: decode(Array(bytes[..<open])).trimmed,
            email: decode(Array(address)).trimmed,
            date: Date(timeIntervalSince1970: Double(fields.first.flatMap { Int64($0) } ?? 0)),
            offsetMinutes: fields.dropFirst().first.flatMap(Self.minutes) ?? 0)
    }

    private static func minutes(ofZone zone: Substring) -> Int? {
        guard let number = Int(zone), abs(number) <= 1400 else { return nil }
        return number / 100 * 60 + number % 100
    }
}

extension StringProtocol {
    /// Without white space at either end.
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
