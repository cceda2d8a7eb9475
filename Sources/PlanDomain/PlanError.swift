import Workflow

/// What went wrong in a way that its reader can do something about.
///
/// The only error whose text users read: `reason` is a key of the locale files. Any other error is for the operator's
/// log, and shown as an internal error with a reference.
public struct PlanError: Error, Equatable, Sendable {
    public let code: Code
    public let reason: Reason

    public init(_ code: Code, _ reason: Reason) {
        self.code = code
        self.reason = reason
    }

    public enum Code: String, Sendable {
        /// It is not there, or not for this reader; the two look alike on purpose.
        case notFound
        /// The input itself is wrong.
        case invalid
        /// Right input, wrong function.
        case forbidden
        /// Somebody was first, or the moment has passed.
        case conflict
        /// A gate of the workflow is closed.
        case gateClosed
        /// The data folder or the disk does not allow it.
        case unavailable
    }
}
