/// What a check of a whole database file found.
public struct StoreReport: Equatable, Sendable {
    /// Empty for a sound file.
    public let findings: [Finding]

    public init(findings: [Finding] = []) { self.findings = findings }

    public var isSound: Bool { findings.isEmpty }

    public enum Finding: Equatable, Sendable {
        /// A message of SQLite's `integrity_check`.
        case damaged(String)
        /// Rows of a table that refer to rows which are not there.
        case danglingReferences(table: String, rows: Int)
        /// Applied by another program, or a newer one.
        case unknownMigration(String)
        case missingMigration(String)
    }
}
