import Workflow

/// One thing that waits for somebody.
public struct WorkTask: Equatable, Sendable {
    public let plan: PlanID
    public let planTitle: String
    /// What there is to do, as a phrase.
    public let what: Reason
    /// What led to it, such as the change that reopened a paraaf; empty where the task speaks for itself.
    public internal(set) var reasons: [Reason]
    /// Since when it waits; nil where that is not known.
    public let since: CalendarDate?
    public let due: CalendarDate?
    public let isOverdue: Bool
    /// Whether others wait for it; what may also be left undone comes last.
    public let isRequired: Bool
    /// In which function: their own, or that of whom they replace. Nil where any of theirs will do.
    public let capacity: Capacity?
    /// Where it is done.
    public let place: Place

    public init(
        plan: PlanID, planTitle: String, what: Reason, reasons: [Reason] = [], since: CalendarDate?,
        due: CalendarDate? = nil, today: CalendarDate, isRequired: Bool = true, capacity: Capacity?, place: Place
    ) {
        self.plan = plan
        self.planTitle = planTitle
        self.what = what
        self.reasons = reasons
        self.since = since
        self.due = due
        isOverdue = due.map { $0 < today } ?? false
        self.isRequired = isRequired
        self.capacity = capacity
        self.place = place
    }

    /// The page on which a task is done; addresses are the pages' own business.
    public enum Place: Hashable, Sendable {
        case gate(StageID)
        case section(SectionID)
        case signOff(step: String)
        case scheduling(GoverningBody)
        case decision(GoverningBody)
        case release
        /// The planning of the plan.
        case planning
        case disclosure
        case publication
        case rounds
        /// Reacting in a round.
        case contribution(RoundID)
        /// Recording that a session was held.
        case session(step: String)
        /// The inputs of the plan, or one of them by its number.
        case inputs(number: String?)
        /// A document that came in, to be cut into inputs.
        case intake(IntakeDocumentID)
    }
}

/// Finds what waits for somebody in one corner of the program; the list is made of what all of them find.
public protocol TaskSource: Sendable {
    /// - Parameter plans: those in which the participant has a function, their own or another's.
    func tasks(for participant: Participant, in plans: [PlanView], on today: CalendarDate) async throws -> [WorkTask]
}

/// Everything that waits for one person (*wat ligt er bij mij*).
public struct WorkList: Equatable, Sendable {
    /// What is due first comes first; then what waits longest, and last what may be left undone.
    public let tasks: [WorkTask]

    public init(_ tasks: [WorkTask]) {
        self.tasks = tasks.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            if a.isRequired != b.isRequired { return a.isRequired }
            if a.due != b.due { return Self.precedes(a.due, b.due) }
            if a.since != b.since { return Self.precedes(a.since, b.since) }
            return (a.plan, left.offset) < (b.plan, right.offset)
        }.map(\.element)
    }

    public var overdue: [WorkTask] { tasks.filter(\.isOverdue) }

    /// A day comes before no day.
    private static func precedes(_ left: CalendarDate?, _ right: CalendarDate?) -> Bool {
        guard let left else { return false }
        return right.map { left < $0 } ?? true
    }
}
