import Foundation
import Workflow

/// What lists need to know of how far an input is. A store keeps it beside each input and makes it anew whenever anything
/// that it depends on changes; it is worked out by the same rule as the standing itself.
public struct DeskStanding: Equatable, Sendable {
    public let state: InputStanding.State
    /// What was adopted, else what is proposed.
    public let outcome: Outcome?
    /// Whether something is still to be done.
    public let isOpen: Bool
    /// Since when it waits as it does.
    public let since: Date

    public init(state: InputStanding.State, outcome: Outcome?, isOpen: Bool, since: Date) {
        self.state = state
        self.outcome = outcome
        self.isOpen = isOpen
        self.since = since
    }

    init(_ standing: InputStanding, receivedAt: Date) {
        state = standing.state
        outcome = (standing.adopted?.disposition ?? standing.proposal)?.outcome
        isOpen = standing.isOpen
        since = standing.since(receivedAt: receivedAt)
    }
}

/// Works out standings for a store, which knows acts and changes but not what they mean.
public struct DeskStandings: Sendable {
    private let traces: InputTraces

    /// All of a plan, or what is about the inputs in question: acts that name them, changes that name them or broke what was
    /// promised, and those that the acts were about; changes oldest first.
    public init(acts: [Act], changes: [Change], broken: [BrokenPromise]) {
        traces = InputTraces(acts: acts, changes: changes, broken: broken)
    }

    public func standing(of line: InputLine, receivedAt: Date) -> DeskStanding {
        DeskStanding(traces.standing(of: line), receivedAt: receivedAt)
    }
}

extension InputStanding {
    /// Since when it waits as it does.
    func since(receivedAt: Date) -> Date {
        switch state {
        case .proposed: proposal?.proposedAt ?? receivedAt
        case .toBeCarriedOut: adopted?.act.recordedAt ?? receivedAt
        case .disputed: proposal?.proposedAt ?? disputedAt ?? receivedAt
        default: receivedAt
        }
    }
}
