import Foundation
import Workflow

/// A gathering at which people are heard (*sessie*): a network meeting, a session with partners, the council deepening a
/// plan. It decides nothing; a body that decides does so in a ``Meeting``.
///
/// Of a closed one (*besloten*) only who works on the plan may know the title, the place and what was said: the register
/// and whoever reads it learn that it took place, and nothing of what it was about.
public struct Session: Identifiable, Equatable, Sendable {
    public let id: SessionID
    public let plan: PlanID
    public var round: RoundID
    public var kind: Kind
    public var title: String
    public var day: CalendarDate
    /// Nil for a whole day.
    public var startsAt: TimeOfDay?
    /// Where it is, or the link by which one takes part; empty where it is not known yet.
    public var place: String
    /// Who is invited.
    public var organisations: [Organisation]
    public var isClosed: Bool
    public var state: State
    /// Who was there, by organisation or function; never by name.
    public var present: [String]
    /// From 1; one more with every change, so that a diary follows.
    public var version: Int

    public init(
        id: SessionID, plan: PlanID, round: RoundID, kind: Kind, title: String, day: CalendarDate,
        startsAt: TimeOfDay? = nil, place: String = "", organisations: [Organisation] = [], isClosed: Bool = false,
        state: State = .planned, present: [String] = [], version: Int = 1
    ) {
        self.id = id
        self.plan = plan
        self.round = round
        self.kind = kind
        self.title = title
        self.day = day
        self.startsAt = startsAt
        self.place = place
        self.organisations = organisations
        self.isClosed = isClosed
        self.state = state
        self.present = present
        self.version = version
    }

    public enum Kind: String, CaseIterable, Codable, Sendable {
        /// Whoever wants to come (*netwerkbijeenkomst*).
        case network
        /// With organisations that were invited (*partnersessie*).
        case partners
        /// With members of the council (*verdieping raad*).
        case council

        /// The body whose session it is, as the register tells it; nil for one with partners.
        public var body: GoverningBody? { self == .council ? .raad : nil }
    }

    public enum State: String, CaseIterable, Codable, Sendable {
        case planned
        /// It took place, and the register says so.
        case held
        case cancelled
    }
}

/// Names a session for good; made by chance.
public typealias SessionID = Identifier<Session>

extension Session: Identified {}

/// One version of the report of a session (*verslag*). Every version is kept; what counts is the last.
public struct SessionReport: Equatable, Sendable {
    public let session: SessionID
    /// From 1.
    public let version: Int
    public let text: String
    public let writtenBy: PersonID
    public let writtenAt: Date
    /// Somebody else than who wrote it.
    public let approvedBy: PersonID?
    public let approvedAt: Date?

    public init(
        session: SessionID, version: Int, text: String, writtenBy: PersonID, writtenAt: Date,
        approvedBy: PersonID? = nil, approvedAt: Date? = nil
    ) {
        self.session = session
        self.version = version
        self.text = text
        self.writtenBy = writtenBy
        self.writtenAt = writtenAt
        self.approvedBy = approvedBy
        self.approvedAt = approvedAt
    }

    public var isApproved: Bool { approvedBy != nil }
}

/// A session with its report and what came of it.
public struct SessionView: Equatable, Sendable {
    public let session: Session
    public let round: RoundView
    /// The last version; nil where nothing was written yet.
    public let report: SessionReport?
    /// Statements that became inputs, by number, as far as the reader may see them.
    public let inputs: [Input]
}

/// What somebody fills in about a session.
public struct SessionPlan: Equatable, Sendable {
    public var round: RoundID
    public var kind: Session.Kind
    public var title: String
    public var day: CalendarDate
    public var startsAt: TimeOfDay?
    public var place: String
    public var organisations: [Organisation]
    public var isClosed: Bool

    public init(
        round: RoundID, kind: Session.Kind, title: String, day: CalendarDate, startsAt: TimeOfDay? = nil,
        place: String = "", organisations: [Organisation] = [], isClosed: Bool = false
    ) {
        self.round = round
        self.kind = kind
        self.title = title
        self.day = day
        self.startsAt = startsAt
        self.place = place
        self.organisations = organisations
        self.isClosed = isClosed
    }
}
