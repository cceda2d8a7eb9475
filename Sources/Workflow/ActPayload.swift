/// The kinds of official act that the register knows (*handelingen*).
public enum ActKind: String, CaseIterable, Codable, Sendable {
    case planStarted = "plan-started"
    case workflowChanged = "workflow-changed"
    case roundOpened = "round-opened"
    case roundExtended = "round-extended"
    case roundClosed = "round-closed"
    case meetingHeld = "meeting-held"
    case stageMoved = "stage-moved"
    case sentBack = "sent-back"
    case signedOff = "signed-off"
    case scheduled = "scheduled"
    case disclosureChosen = "disclosure-chosen"
    case decided = "decided"
    case finalReleased = "final-released"
    case conditionFulfilled = "condition-fulfilled"
    case published = "published"
    case gateOverridden = "gate-overridden"
    case dispositionAdopted = "disposition-adopted"
    case stepSkipped = "step-skipped"
    case adviserAsked = "adviser-asked"
    case held = "held"
    case resumed = "resumed"
    case keyRotated = "key-rotated"
    case keyRevoked = "key-revoked"
}

/// What an act says beyond who, when and about which text.
public enum ActPayload: Equatable, Hashable, Sendable {
    /// The first act of every register. `workflow` is the id, `version` the number in its file.
    case planStarted(workflow: String, version: Int)
    case workflowChanged(workflow: String, version: Int)
    /// `isStatutory` where the law or an ordinance sets its term (*inspraak*: Gemeentewet 150, Awb 3.4): it then runs through
    /// its last day, whatever happens.
    case roundOpened(
        round: String, audience: LocalizedText, from: CalendarDate, until: CalendarDate, isStatutory: Bool = false)
    case roundExtended(round: String, until: CalendarDate)
    case roundClosed(round: String)
    /// A meeting took place and its report is approved; `body` is nil for a session with partners.
    case meetingHeld(meeting: String, body: GoverningBody?)
    case stageMoved(from: StageID, to: StageID)
    case sentBack(from: StageID, to: StageID)
    /// `step` is the id of the step in the workflow that this paraaf fills.
    case signedOff(step: String, verdict: SignOffVerdict)
    /// Put on an agenda (*agendering*); `meeting` is the day of the meeting, where the source gives it.
    case scheduled(body: GoverningBody, meeting: CalendarDate?)
    case disclosureChosen(Disclosure)
    case decided(body: GoverningBody, points: [PointResult])
    /// *Definitief akkoord*: after the meeting, the body's decision may leave the house.
    case finalReleased
    case conditionFulfilled(condition: String)
    case published
    /// A condition of a gate that is set aside; `condition` is its id in the workflow.
    case gateOverridden(stage: StageID, condition: String)
    /// What is done with an input (*afdoening*) is settled. The register knows the input by its number, such as `INB-0042`,
    /// and what was settled by an HMAC under a key that the store keeps with the input.
    case dispositionAdopted(input: String, seal: String)
    /// A paraaf or a meeting that will not be waited for; of an adviser who was asked, the request is withdrawn.
    case stepSkipped(step: String)
    /// A function is asked for a paraaf beside the route; `track` is the route, `function` as documents print it.
    case adviserAsked(track: String, function: String)
    /// The sections that the act names stand still, or the whole plan where it names none (*aangehouden*).
    case held
    /// What was held goes on: the sections that the act names, or everything.
    case resumed
    /// Fingerprints as `SHA256:…`, as `ssh-keygen -l` prints them.
    case keyRotated(from: String, to: String)
    case keyRevoked(fingerprint: String)

    public var kind: ActKind {
        switch self {
        case .planStarted: .planStarted
        case .workflowChanged: .workflowChanged
        case .roundOpened: .roundOpened
        case .roundExtended: .roundExtended
        case .roundClosed: .roundClosed
        case .meetingHeld: .meetingHeld
        case .stageMoved: .stageMoved
        case .sentBack: .sentBack
        case .signedOff: .signedOff
        case .scheduled: .scheduled
        case .disclosureChosen: .disclosureChosen
        case .decided: .decided
        case .finalReleased: .finalReleased
        case .conditionFulfilled: .conditionFulfilled
        case .published: .published
        case .gateOverridden: .gateOverridden
        case .dispositionAdopted: .dispositionAdopted
        case .stepSkipped: .stepSkipped
        case .adviserAsked: .adviserAsked
        case .held: .held
        case .resumed: .resumed
        case .keyRotated: .keyRotated
        case .keyRevoked: .keyRevoked
        }
    }
}

/// The id of a stage as the workflow file writes it; the shipped files use `consult`, `deepen`, `draft`, `decide`,
/// `adopt` and `adopted`.
public struct StageID: RawRepresentable, Hashable, Codable, Sendable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

extension StageID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { rawValue = value }
}

extension StageID: CustomStringConvertible {
    public var description: String { rawValue }
}

/// What a signer says of the text before them (*paraaf*).
public enum SignOffVerdict: String, CaseIterable, Codable, Sendable {
    case agreed = "akkoord"
    case agreedWithRemark = "akkoord-met-opmerking"
    case noObjection = "geen-bezwaar"
    /// Blocks until it is given again.
    case notAgreed = "niet-akkoord"
}

/// What a body decided on one decision point.
public struct PointResult: Equatable, Hashable, Codable, Sendable {
    /// The number of the point in the nota or the raadsvoorstel, from 1.
    public let point: Int
    public let outcome: PointOutcome

    public init(point: Int, outcome: PointOutcome) {
        self.point = point
        self.outcome = outcome
    }
}

public enum PointOutcome: String, CaseIterable, Codable, Sendable {
    case adopted = "vastgesteld"
    case adoptedAsAmended = "gewijzigd-vastgesteld"
    case deferred = "aangehouden"
    case withdrawn = "teruggenomen"
    case referredBack = "teruggewezen"
    case rejected = "afgewezen"
    case noted = "voor-kennisgeving"
}
