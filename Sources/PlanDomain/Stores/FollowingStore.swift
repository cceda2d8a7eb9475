import Workflow

/// What hangs on the words of a plan: computed from git and from the anchors and decisions that the store owns, so that it
/// goes with the projection and comes back with it.
public protocol FollowingStore: Sendable {
    /// Nothing followed yet where nothing is kept.
    func followed(of plan: PlanID) async throws -> FollowedPlan
    /// Replaces what is in `update`, and leaves the rest. `conflict` unless the plan was followed up to `update.after`.
    func keep(_ update: FollowingUpdate, of plan: PlanID) async throws
    /// What must be seen to.
    func following(of plan: PlanID) async throws -> Following
    /// Those whose passage is to be followed, by number: neither withdrawn nor erased.
    func anchoredInputs(of plan: PlanID) async throws -> [AnchoredInput]
    /// Whether an input with an anchor has no place yet, or one of an older version.
    func hasUnplacedAnchors(in plan: PlanID) async throws -> Bool

    /// In the order in which they were made.
    func anchorDecisions(of plan: PlanID) async throws -> [AnchorDecision]
    /// Adds a decision and gives the anchor its place, in one transaction. `conflict` unless `place` is the one that is kept.
    func decide(_ decision: AnchorDecision, over place: AnchorPlace, in plan: PlanID) async throws
}

/// A step of what is followed.
public struct FollowingUpdate: Equatable, Sendable {
    public let after: CommitID?
    public let upTo: CommitID
    public let anchors: [AnchorPlace]
    public let promises: [Promise]

    public init(after: CommitID?, upTo: CommitID, anchors: [AnchorPlace], promises: [Promise]) {
        self.after = after
        self.upTo = upTo
        self.anchors = anchors
        self.promises = promises
    }
}

/// What must be seen to among what is followed.
public struct Following: Equatable, Sendable {
    /// The last change that was followed; nil before the first.
    public let at: CommitID?
    public let broken: [BrokenPromise]
    /// Inputs of which a person must say where their passage stands, by number.
    public let adrift: [InputNumber]

    public init(at: CommitID? = nil, broken: [BrokenPromise] = [], adrift: [InputNumber] = []) {
        self.at = at
        self.broken = broken
        self.adrift = adrift
    }
}
