/// What went wrong in a git repository, in a form that a caller can act on.
///
/// The message is for the operator's log: it holds paths and libgit2's own English and is never shown to a user.
public struct GitError: Error, Equatable, Sendable {
    /// The few kinds that callers tell apart; everything else is `other`.
    public enum Code: Sendable, Hashable {
        /// The object, reference or repository is not there.
        case notFound
        /// Something of that name is there already.
        case exists
        /// Somebody else moved (or is just now moving) the reference; read it again and decide anew.
        case lostRace
        /// What was asked breaks a rule of git or of this module: a bad path, reference name, identity.
        case invalid
        /// A limit given by the caller, or a built-in bound against hostile repositories, was passed.
        case tooLarge
        /// Stored bytes do not match their hash or cannot be parsed.
        case corrupt
        /// The disk, or the quota of the account, is full.
        case diskFull
        /// Any other failure of the file system.
        case io
        case other
    }

    public let code: Code
    /// What this module was doing, such as "update reference".
    public let operation: String
    public let message: String

    public init(code: Code, operation: String, message: String) {
        self.code = code
        self.operation = operation
        self.message = message
    }
}

extension GitError: CustomStringConvertible {
    public var description: String { "\(operation): \(message) (\(code))" }
}
