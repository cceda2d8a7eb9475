/// Steps that run beside other steps, such as sign-off beside scheduling (*spoor*).
public struct TrackDefinition: Sendable {
    public let id: String
    public let label: LocalizedText
    /// The stage in which the steps may be done.
    public let stage: StageID
    /// Tracks whose required steps must be done first.
    public let after: [String]
    public let order: Order
    /// Whether its steps may still be done once the stage was left, as publication may.
    public let goesOn: Bool
    public let steps: [StepDefinition]

    public enum Order: String, CaseIterable, Sendable {
        /// Each step waits for the required ones above it.
        case serial
        /// Steps wait for nothing in their own track.
        case parallel
    }
}

/// One step of a track: an act that somebody records.
public struct StepDefinition: Sendable {
    /// Unique over all tracks of the workflow; a paraaf names it.
    public let id: String
    public let label: LocalizedText
    /// What somebody records when the step is done.
    public let act: ActKind
    /// Who may do it.
    public let roles: [Role]
    /// The body that meets or decides; always there for scheduling, decision and final release.
    public let body: GoverningBody?
    /// Whether what comes after waits for it.
    public let isRequired: Bool
    /// Whether it may be done again while nothing was built on it.
    public let isRepeatable: Bool
    /// What must hold before it may be done, over and above its turn.
    public let gate: [GateClause]
    /// Who may skip it, with a reason; empty when nobody may.
    public let skip: [Role]
    /// Whether a paraaf may be given for several plans at once.
    public let allowsBulk: Bool
    /// The one function that may do it; nil where the role is enough, as it is in every workflow file.
    public let function: String?

    /// Acts that may be passed over; what bodies decide and what everybody may read is never skipped.
    static let skippable: Set<ActKind> = [.signedOff, .meetingHeld]
}
