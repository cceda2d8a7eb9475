/// Where a plan stands: computed from its facts, never stored as truth.
public struct PlanStanding: Sendable {
    public let isStarted: Bool
    /// The stage of the section that is least far.
    public let stage: StageID
    /// In the order of the plan.
    public let sections: [SectionStanding]
    /// The version that bodies decide on; nil before it is frozen and after it was dissolved.
    public let frozen: FrozenVersion?
    /// In the order of the workflow.
    public let tracks: [TrackStanding]
    /// The last decision of each body that still stands, the board's before the council's.
    public let decisions: [DecisionStanding]
    /// In the order in which they were opened.
    public let rounds: [RoundStanding]
    /// What was chosen to become public, or else what the nota proposes.
    public let disclosure: Disclosure?
    public let conditions: [ConditionStanding]
    public let deadlines: [DeadlineStanding]
    /// What was put on hold and has not gone on, in the order of the register.
    public let holds: [HoldStanding]

    public func section(_ id: String) -> SectionStanding? { sections.first { $0.id == id } }

    public func track(_ id: String) -> TrackStanding? { tracks.first { $0.id == id } }

    public func step(_ id: String) -> StepStanding? { tracks.lazy.flatMap(\.steps).first { $0.id == id } }

    /// The hold on a section, of its own or of the whole plan.
    public func hold(on section: String) -> HoldStanding? {
        holds.first { $0.isOfWholePlan || $0.sections.contains(section) }
    }

    /// Steps that this role can do now.
    public func openSteps(for role: Role) -> [StepStanding] {
        tracks.flatMap(\.steps).filter {
            $0.mayBeDone && $0.state != .done && $0.state != .skipped && $0.roles.contains(role)
        }
    }
}

/// Where one section stands, and since when.
public struct SectionStanding: Equatable, Sendable {
    public let id: String
    public let title: String
    public let stage: StageID
    /// The day on which it came in; nil where the plan has not been started.
    public let since: CalendarDate?
    /// The act that brought it here; 0 where it began here.
    public let sequence: Int
    /// Whether that act sent it back.
    public let wasSentBack: Bool
}

/// The text that the plan was frozen at when it went to the bodies, until it is sent back.
public struct FrozenVersion: Equatable, Sendable {
    /// The commit of the text.
    public let text: String
    /// The act that froze it.
    public let sequence: Int
    public let date: CalendarDate
}

/// How far the steps of one track are.
public struct TrackStanding: Sendable {
    public let id: String
    public let label: LocalizedText
    public let steps: [StepStanding]
    /// Whether all required steps are done.
    public let isComplete: Bool
}

/// How far one step is, whose turn it is, and why not where it is nobody's.
public struct StepStanding: Sendable {
    public let id: String
    public let label: LocalizedText
    public let act: ActKind
    public let body: GoverningBody?
    /// Who is to act.
    public let roles: [Role]
    public let isRequired: Bool
    /// The one function whose paraaf was asked beside the route; nil for a step of the workflow.
    public let function: String?
    /// Whether a paraaf may be given for several plans at once.
    public let allowsBulk: Bool
    public let state: State
    /// Why it waits, is blocked or was skipped.
    public let reasons: [Reason]
    /// Whether the act may be recorded now: for the first time, or again while nothing was built on it.
    public let mayBeDone: Bool
    /// The acts that count, by sequence.
    public let acts: [Int]
    /// The official date of the last of them.
    public let date: CalendarDate?
    /// Of a sign-off step, the last paraaf of each function.
    public let signOffs: [SignOffStanding]

    public enum State: String, CaseIterable, Sendable {
        /// Something else comes first.
        case waiting
        case open
        case done
        /// Something stands in the way that must be solved.
        case blocked
        /// It will not be done any more.
        case skipped
    }
}

/// A condition that was set, such as that of a publication.
public struct ConditionStanding: Equatable, Sendable {
    public let id: String
    public let clause: String
    public let isFulfilled: Bool
}

/// When something must be done, and whether it is still in time.
public struct DeadlineStanding: Equatable, Sendable {
    public let id: String
    public let label: LocalizedText
    /// The stage that must be left, or in which the step must be done.
    public let stage: StageID
    public let step: String?
    /// Nil while the date that it counts from is not known.
    public let due: CalendarDate?
    public let state: State

    public enum State: String, CaseIterable, Sendable {
        /// Its stage has not been reached.
        case upcoming
        case running
        case overdue
        case met
    }
}
