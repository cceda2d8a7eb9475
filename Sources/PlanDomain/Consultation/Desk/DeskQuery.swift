import Foundation
import Workflow

/// Which inputs of a plan somebody wants to see, and in what order.
///
/// What is nil asks nothing. It is kept as a saved filter, so a field may be added and none may change its meaning.
public struct DeskQuery: Hashable, Codable, Sendable {
    public var section: SectionID?
    /// An organisation or function, as lists show it.
    public var submitter: String?
    public var state: InputStanding.State?
    public var outcome: Outcome?
    public var handler: Handling?
    public var channel: Input.Channel?
    public var round: RoundID?
    public var reading: Reading?
    public var theme: ThemeID?
    /// Whether an equal of it gets an opposite answer.
    public var isOpposed: Bool?
    /// Words in any form, each of which must occur, or the number of an input.
    public var words: String?
    public var order: Order

    public init(order: Order = .number) { self.order = order }

    /// Whether it asks nothing but an order.
    public var isEmpty: Bool { self == DeskQuery(order: order) }

    /// Who sees to it that it is answered.
    public enum Handling: Hashable, Codable, Sendable {
        case person(PersonID)
        case nobody
    }

    public enum Reading: String, CaseIterable, Codable, Sendable { case read, unread }

    public enum Order: String, CaseIterable, Codable, Sendable {
        case number
        /// The last that came in first.
        case newest
        /// What waits longest as it does first, of what is still open.
        case waiting
    }
}

/// Which inputs the reader may come to at all.
public enum DeskScope: Hashable, Sendable {
    case everything
    /// What takes part.
    case admitted
    case own(Submitter.Owner)
}

/// Who looks at the list of a plan, as far as a store must know.
public struct DeskReader: Equatable, Sendable {
    public let plan: PlanID
    public let scope: DeskScope
    /// Whose reading counts; nil for who reads nothing here.
    public let person: PersonID?
    /// Who may handle inputs today; what was handed to anybody else lies with nobody.
    public let handlers: [PersonID]

    public init(plan: PlanID, scope: DeskScope, person: PersonID?, handlers: [PersonID]) {
        self.plan = plan
        self.scope = scope
        self.person = person
        self.handlers = handlers
    }
}

/// One page of the list, as a store finds it: whole inputs, to be shown as far as the reader may see them.
public struct DeskSlice: Equatable, Sendable {
    public let rows: [DeskRow]
    /// How many there are on all pages together.
    public let total: Int
    /// How many there are in the scope without the query.
    public let all: Int
    public let facets: DeskFacets

    public init(rows: [DeskRow], total: Int, all: Int, facets: DeskFacets) {
        self.rows = rows
        self.total = total
        self.all = all
        self.facets = facets
    }
}

public struct DeskRow: Equatable, Sendable {
    public let input: Input
    public let standing: DeskStanding
    public let handler: PersonID?
    public let isRead: Bool
    public let theme: InputTheme?

    public init(input: Input, standing: DeskStanding, handler: PersonID?, isRead: Bool, theme: InputTheme?) {
        self.input = input
        self.standing = standing
        self.handler = handler
        self.isRead = isRead
        self.theme = theme
    }
}

/// How many inputs each answer to a question of the filter would leave, all other answers as they are.
public struct DeskFacets: Equatable, Sendable {
    public var sections: [SectionID: Int] = [:]
    public var submitters: [String: Int] = [:]
    public var states: [InputStanding.State: Int] = [:]
    public var outcomes: [Outcome: Int] = [:]
    public var handlers: [DeskQuery.Handling: Int] = [:]
    public var channels: [Input.Channel: Int] = [:]
    public var rounds: [RoundID: Int] = [:]
    public var readings: [DeskQuery.Reading: Int] = [:]
    public var themes: [ThemeID: Int] = [:]
    /// How many get an opposite answer to that of an equal.
    public var opposed = 0

    public init() {}
}

/// What lies with one handler, or with nil with nobody.
public struct Workload: Equatable, Sendable {
    public let handler: PersonID?
    /// Inputs for which something is still to be done.
    public let open: Int
    /// Those of them that nobody did anything with yet.
    public let waiting: Int
    /// The moment since which the oldest open one lies there.
    public let oldest: Date

    public init(handler: PersonID?, open: Int, waiting: Int, oldest: Date) {
        self.handler = handler
        self.open = open
        self.waiting = waiting
        self.oldest = oldest
    }
}

/// A query that somebody gave a name, for themselves.
public struct SavedFilter: Equatable, Sendable {
    public let name: String
    public let query: DeskQuery

    public init(name: String, query: DeskQuery) {
        self.name = name
        self.query = query
    }
}
