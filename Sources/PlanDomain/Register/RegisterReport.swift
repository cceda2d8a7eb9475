import Workflow

/// What a check of a whole register found.
public struct RegisterReport: Equatable, Sendable {
    /// Acts that were read and found right, from the first on.
    public let soundActs: Int
    /// The first thing that is wrong; nil for a sound register.
    public let finding: Finding?

    public init(soundActs: Int, finding: Finding? = nil) {
        self.soundActs = soundActs
        self.finding = finding
    }

    public var isSound: Bool { finding == nil }

    /// The first act that does not hold, and why.
    public struct Finding: Equatable, Sendable {
        /// The sequence number that the act has or should have.
        public let sequence: Int
        public let commit: CommitID?
        public let fault: Fault

        public init(sequence: Int, commit: CommitID?, fault: Fault) {
            self.sequence = sequence
            self.commit = commit
            self.fault = fault
        }
    }

    public enum Fault: Equatable, Sendable {
        /// The register is not there at all.
        case registerMissing
        /// The commit or its `act.json` cannot be read, or its bytes do not give its id.
        case unreadable
        /// The number in the act is not the next one.
        case outOfOrder(found: Int)
        /// The act before it is not its first parent.
        case brokenChain
        case unsigned
        /// The signature does not fit the bytes.
        case signatureInvalid
        /// Signed by a key that was not valid at this place in the register.
        case keyNotValid(fingerprint: String)
        /// The text that it is about is not in the plan's history, or has another tree than the act says.
        case textMissing
        /// The commit holds something else than an act may hold.
        case malformed
        /// This server has seen a later head, which the present one does not descend from.
        case movedBack(witnessed: Int)
        /// The workflow did not allow this act at this place.
        case notAllowed(Reason)
    }
}
