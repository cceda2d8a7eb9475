/// Names a plan: the name of its repository and of its addresses, such as `veiligheid-2024-2027`.
///
/// Made once from the title and kept when the title changes. Only lower-case ASCII letters, digits and single hyphens,
/// so that it is safe as a file name, in an address and on a command line.
public typealias PlanID = Identifier<PlanText>

extension PlanText: Identified {
    public static var idLimit: Int { 80 }
}

/// Names a section within its plan for good: it survives renaming and moving, and is not given out twice.
public typealias SectionID = Identifier<Section>

extension Section: Identified {
    public static var idLimit: Int { 40 }
}

/// The id of a commit, forty hexadecimal digits.
///
/// The domain compares commits and prints them; what they hold is the repository's business.
public struct CommitID: RawRepresentable, Hashable, Codable, Sendable, CustomStringConvertible {
    public let rawValue: String

    /// Nil for anything but forty lower-case hexadecimal digits.
    public init?(rawValue: String) {
        guard rawValue.utf8.count == 40,
            rawValue.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { return nil }
        self.rawValue = rawValue
    }

    public init?(_ text: String) { self.init(rawValue: text) }

    public var description: String { rawValue }

    /// The first ten digits, enough to name a commit to a reader.
    public var short: String { String(rawValue.prefix(10)) }
}
