/// The last decision of a body that still stands.
public struct DecisionStanding: Equatable, Sendable {
    public let body: GoverningBody
    /// The act in the register.
    public let sequence: Int
    public let date: CalendarDate?
    /// The commit that was decided on.
    public let text: String
    public let points: [PointResult]
    public let state: State

    public enum State: String, Sendable {
        /// Every point got its result on this text.
        case concluded
        /// Adopted as amended: a new version must be made and approved.
        case awaitsVersion = "awaits-version"
        /// Put off: it goes back to scheduling.
        case deferred
        /// Taken back by the portfolio holder or referred back by the body: sections must be sent back first.
        case mustGoBack = "must-go-back"
    }

    public var isConcluded: Bool { state == .concluded }
}

extension DecisionStanding.State {
    /// What the results ask for, apart from any version that was made since; the heaviest point decides.
    init(_ points: [PointResult]) {
        let outcomes = Set(points.map(\.outcome))
        self =
            if !outcomes.isDisjoint(with: [.withdrawn, .referredBack]) {
                .mustGoBack
            } else if outcomes.contains(.deferred) {
                .deferred
            } else if outcomes.contains(.adoptedAsAmended) {
                .awaitsVersion
            } else {
                .concluded
            }
    }
}
