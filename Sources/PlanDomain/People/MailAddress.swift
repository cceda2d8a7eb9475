import Workflow

/// A mail address that is safe to write in a header and to compare (RFC 5321, 4.1.2, without quoted local parts).
///
/// Kept in lower case: in practice no server tells `J.Bos@` from `j.bos@`, and two accounts that differ in case alone
/// would be a trap.
public struct MailAddress: RawRepresentable, Hashable, Codable, Sendable, CustomStringConvertible {
    public let rawValue: String

    /// Nil for anything that is not an address.
    public init?(rawValue: String) {
        let text = rawValue.lowercased()
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, parts.count == 2, (1...64).contains(parts[0].utf8.count),
            Self.isLocalPart(parts[0]), Self.isDomain(parts[1])
        else { return nil }
        self.rawValue = text
    }

    public init?(_ text: String) { self.init(rawValue: text) }

    /// Reads what somebody typed: white space around it does not count. Throws `invalid` with what is expected.
    public init(typed text: String) throws(PlanError) {
        guard let address = MailAddress(rawValue: text.trimmed) else {
            throw PlanError(.invalid, Reason("people.mail-invalid"))
        }
        self = address
    }

    public var description: String { rawValue }

    private static func isLocalPart(_ text: Substring) -> Bool {
        let signs = Set("!#$%&'*+/=?^_`{|}~-.".utf8)
        return !text.hasPrefix(".") && !text.hasSuffix(".") && !text.contains("..")
            && text.utf8.allSatisfy { isLetterOrDigit($0) || signs.contains($0) }
    }

    private static func isDomain(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                    && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == 45 }
            }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (48...57).contains(byte)
    }
}

extension String {
    /// Without the white space around it.
    var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
