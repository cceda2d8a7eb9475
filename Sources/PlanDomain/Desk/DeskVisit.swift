import Workflow

/// Who does something with a plan, in which of their functions, on sight of which text.
public struct DeskVisit: Sendable {
    public let participant: Participant
    /// One of those that the participant has in the plan today.
    public let capacity: Capacity
    public let plan: PlanID
    /// The text that they were shown: nothing is recorded when it has moved on since.
    public let shown: CommitID
    /// Of the form that was sent, so that sending it twice records once.
    public let requestID: String

    public init(
        participant: Participant, capacity: Capacity, plan: PlanID, shown: CommitID, requestID: String
    ) {
        self.participant = participant
        self.capacity = capacity
        self.plan = plan
        self.shown = shown
        self.requestID = requestID
    }
}

extension DeskVisit {
    /// Throws what the participant may know: that the plan is not there, that they lack the right, or that the function
    /// in which they act is not theirs, which is also what a substitution outside its period comes to.
    ///
    /// - Returns: the person, whose pseudonym goes into the register.
    func checked(_ right: PlanRight) throws(PlanError) -> Person {
        try participant.require(right, in: plan)
        guard let person = participant.person, participant.capacities(in: plan).contains(capacity) else {
            throw PlanError(.forbidden, Reason("desk.not-your-function", ["function": .text(capacity.countedFunction)]))
        }
        guard right.roles.contains(capacity.role) else {
            throw PlanError(
                .forbidden,
                Reason(
                    "access.no-right",
                    ["roles": .list(Role.allCases.filter(right.roles.contains).map(Reason.Argument.role))]))
        }
        return person
    }
}

extension Capacity {
    /// The function whose act it is: that of whoever is replaced, or else their own.
    public var countedFunction: String { onBehalfOf?.function ?? function }
}
