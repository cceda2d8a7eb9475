/// What bears an id of its own, which names it for good.
public protocol Identified {
    /// How long such an id may be, in bytes.
    static var idLimit: Int { get }
}

extension Identified {
    public static var idLimit: Int { 64 }
}

/// Names one thing for good: `a-z`, `0-9` and single hyphens between them.
///
/// So it is safe as a file name, in an address and on a command line. Of what kind of thing it is the name is part of its
/// type: the id of a person is not taken for that of a plan.
public struct Identifier<Named: Identified>: RawRepresentable, Hashable, Comparable, Codable, Sendable,
    CustomStringConvertible
{
    public let rawValue: String

    /// Nil for a text that is not an id, or longer than ids of its kind may be.
    public init?(rawValue: String) {
        guard IdentifierRule.accepts(rawValue, limit: Named.idLimit) else { return nil }
        self.rawValue = rawValue
    }

    public init?(_ text: String) { self.init(rawValue: text) }

    public var description: String { rawValue }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What ids have in common with the names of chapters, which have no type of their own.
enum IdentifierRule {
    static func accepts(_ text: String, limit: Int) -> Bool {
        guard (1...limit).contains(text.utf8.count), text.first != "-", text.last != "-", !text.contains("--")
        else { return false }
        return text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }
}
