import Workflow

/// A meeting of a body at which plans are treated (*vergadering*).
public struct Meeting: Identifiable, Equatable, Sendable {
    public let id: MeetingID
    public let body: GoverningBody
    public var day: CalendarDate
    /// Nil where it is not known yet.
    public var startsAt: TimeOfDay?
    /// Such as "Stadhuis, collegekamer"; empty where it is not known yet.
    public var place: String
    public var state: State

    public init(
        id: MeetingID, body: GoverningBody, day: CalendarDate, startsAt: TimeOfDay? = nil, place: String = "",
        state: State = .planned
    ) {
        self.id = id
        self.body = body
        self.day = day
        self.startsAt = startsAt
        self.place = place
        self.state = state
    }

    public enum State: String, CaseIterable, Codable, Sendable {
        /// Still to come: its agenda can be made.
        case planned
        case held
        /// It does not take place; what stood on its agenda must be scheduled anew.
        case cancelled
    }
}

/// A plan on the agenda of a meeting; its place is that in the list.
///
/// The act in the register says that it was put there; how it is treated, and in what order, is the meeting's own.
public struct AgendaItem: Equatable, Sendable {
    public let plan: PlanID
    public var kind: Kind
    /// The number of the act that scheduled it last.
    public let act: Int
    /// For who prepares the meeting; never printed in a decision.
    public var explanation: String?

    public init(plan: PlanID, kind: Kind, act: Int, explanation: String? = nil) {
        self.plan = plan
        self.kind = kind
        self.act = act
        self.explanation = explanation
    }

    public enum Kind: String, CaseIterable, Codable, Sendable {
        /// Decided without debate.
        case formality = "hamerstuk"
        case discussion = "bespreekstuk"
    }
}

/// An agenda item as one reader may see it.
public struct AgendaLine: Equatable, Sendable {
    public let item: AgendaItem
    /// Of the working text for who works on the plan, for others of the text that was put on the agenda.
    public let title: String
    /// What the reader may read of the plan.
    public let level: ReadingLevel

    public var plan: PlanID { item.plan }
    /// What was written for who prepares the meeting.
    public var explanation: String? { level == .working ? item.explanation : nil }

    public init(item: AgendaItem, title: String, level: ReadingLevel) {
        self.item = item
        self.title = title
        self.level = level
    }
}

/// An agenda item with the meeting that it is for.
public struct PlacedItem: Equatable, Sendable {
    public let meeting: Meeting
    public let item: AgendaItem

    public init(meeting: Meeting, item: AgendaItem) {
        self.meeting = meeting
        self.item = item
    }
}

/// Names a meeting for good.
public typealias MeetingID = Identifier<Meeting>

extension Meeting: Identified {}
