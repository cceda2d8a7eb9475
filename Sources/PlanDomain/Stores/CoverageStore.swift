import Foundation
import Workflow

/// Inputs counted for who keeps the overview; computed by the store, so that five thousand are as quick as fifty.
public protocol CoverageStore: Sendable {
    /// How many inputs share each combination of what they are about, who made them, by what way and how far they are.
    /// Withdrawn ones are counted too; they are told apart by their state.
    func coverage(of plan: PlanID) async throws -> [CoverageCell]
    /// How many came in and how many were answered, by the hour, oldest first.
    func inputFlow(of plan: PlanID) async throws -> [InputFlow]
}

/// Inputs that are alike in everything that the overview asks.
public struct CoverageCell: Hashable, Sendable {
    /// Nil for what is about the plan as a whole.
    public let section: SectionID?
    /// An organisation or a function; nil for who is neither.
    public let submitter: String?
    /// Confirmed for the plan; nil for what is under none, or under one that is merely proposed.
    public let theme: ThemeID?
    public let round: RoundID
    public let channel: Input.Channel
    public let state: InputStanding.State
    public let outcome: Outcome?
    public let isOpen: Bool
    public let count: Int

    public init(
        section: SectionID?, submitter: String?, theme: ThemeID? = nil, round: RoundID, channel: Input.Channel,
        state: InputStanding.State, outcome: Outcome? = nil, isOpen: Bool, count: Int
    ) {
        self.section = section
        self.submitter = submitter
        self.theme = theme
        self.round = round
        self.channel = channel
        self.state = state
        self.outcome = outcome
        self.isOpen = isOpen
        self.count = count
    }
}

/// What happened in one hour with the inputs of one way.
public struct InputFlow: Equatable, Sendable {
    /// The beginning of the hour, UTC.
    public let hour: Date
    public let channel: Input.Channel
    public let received: Int
    /// Those of which an answer was adopted in that hour, or that were not let in or withdrawn.
    public let answered: Int

    public init(hour: Date, channel: Input.Channel, received: Int, answered: Int) {
        self.hour = hour
        self.channel = channel
        self.received = received
        self.answered = answered
    }
}
