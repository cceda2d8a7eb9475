/// Why something is not so, or not allowed, as a key of the locale files with its arguments.
///
/// The rules speak in reasons and never in sentences: the same reason is read in Dutch on a gate page, in English on a
/// screen that was switched, and in the terminal of somebody who pushes.
public struct Reason: Equatable, Hashable, Codable, Sendable {
    /// Dotted key of a phrase, such as `gate.sections-without-owner`.
    public let key: String
    public let arguments: [String: Argument]

    public init(_ key: String, _ arguments: [String: Argument] = [:]) {
        self.key = key
        self.arguments = arguments
    }

    /// A value that a phrase prints in the way of the reader's language.
    public enum Argument: Equatable, Hashable, Codable, Sendable {
        case text(String)
        case number(Int)
        case date(CalendarDate)
        case role(Role)
        case body(GoverningBody)
        case label(LocalizedText)
        /// A phrase inside a phrase: the name of an act or an outcome, or a reason that a longer one sums up.
        case phrase(Reason)
        /// Printed as "a, b en c".
        case list([Argument])
    }
}
