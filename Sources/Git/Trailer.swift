/// A line such as `Inbreng: INB-0042` at the end of a commit message; see git-interpret-trailers(1).
public struct Trailer: Hashable, Sendable {
    public let key: String
    public let value: String

    public init(_ key: String, _ value: String) {
        self.key = key
        self.value = value
    }
}

extension Trailer {
    /// One line, or several with a space before each but the first. Empty lines would end the block, so they go.
    func lines(_ operation: String) throws(GitError) -> String {
        guard !key.isEmpty, key.utf8.allSatisfy(Self.isKeyCharacter) else {
            throw .invalid(operation, "\(key.debugDescription) cannot be the key of a trailer")
        }
        let parts = value.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }
        return key + ": " + parts.joined(separator: "\n ")
    }

    private static func isKeyCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
