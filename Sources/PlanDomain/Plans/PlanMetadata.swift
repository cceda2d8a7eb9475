import Workflow

/// What is known of a plan beside its text: the fields that documents print (`plan.yml`).
public struct PlanMetadata: Equatable, Codable, Sendable {
    /// The id of its workflow, such as `meerjarenbeleidsplan`.
    public var type: String
    public var title: String
    public var municipality: String?
    /// The years that it is about, such as `2024-2027`.
    public var period: String?
    public var programme: String?
    /// The team as the nota names it.
    public var team: String?
    /// The team as the raadsmededeling names it; the nota's name serves where it is nil.
    public var teamCode: String?
    /// The function that answers for the plan (*portefeuillehouder*).
    public var portfolioHolder: String?
    /// The number of the nota, which the raadsmededeling shares.
    public var number: String?
    /// The plan that this one continues.
    public var follows: PlanID?
    /// Names of the themes under which input is gathered.
    public var themes: [ThemeGroup]
    /// What is measured, by goal.
    public var indicators: [IndicatorGroup]
    /// Named dates that deadlines are counted from, such as `council-meeting`.
    public var planning: [String: CalendarDate]
    public var nota: NotaFields
    /// What the council is asked; nil for a plan that does not go to the council, or of which nobody wrote it yet.
    public var raadsvoorstel: Raadsvoorstel?

    public init(type: String, title: String) {
        self.type = type
        self.title = title
        themes = []
        indicators = []
        planning = [:]
        nota = NotaFields()
    }
}

/// Fields of the nota for B&W and of the raadsmededeling that goes with it.
public struct NotaFields: Equatable, Codable, Sendable {
    /// The date that both documents bear.
    public var date: CalendarDate?
    /// The meeting it is meant for, as the municipality writes it, such as `B-en-W 12-06-2023`.
    public var meeting: String?
    /// Names of the annexes.
    public var attachments: [String]
    /// What the body is asked to decide, in order; the first is point 1.
    public var decisionPoints: [String]
    /// What the nota proposes to make public.
    public var disclosure: Disclosure?

    public init(
        date: CalendarDate? = nil, meeting: String? = nil, attachments: [String] = [], decisionPoints: [String] = [],
        disclosure: Disclosure? = nil
    ) {
        self.date = date
        self.meeting = meeting
        self.attachments = attachments
        self.decisionPoints = decisionPoints
        self.disclosure = disclosure
    }
}

/// What the college asks the council to decide.
public struct Raadsvoorstel: Equatable, Codable, Sendable {
    /// In order; the first is point 1.
    public var decisionPoints: [String]

    public init(decisionPoints: [String]) {
        self.decisionPoints = decisionPoints
    }
}

extension PlanMetadata {
    /// What a body is asked to decide, in order: the college by the nota, the council by the raadsvoorstel.
    public func decisionPoints(for body: GoverningBody) -> [String] {
        switch body {
        case .college: nota.decisionPoints
        case .raad: raadsvoorstel?.decisionPoints ?? []
        }
    }
}

/// Themes under one name, such as the strategic ones.
public struct ThemeGroup: Equatable, Codable, Sendable {
    public var name: String
    public var themes: [String]

    public init(name: String, themes: [String]) {
        self.name = name
        self.themes = themes
    }
}

/// What is counted to see whether a goal comes nearer.
public struct IndicatorGroup: Equatable, Codable, Sendable {
    public var goal: String
    public var indicators: [String]

    public init(goal: String, indicators: [String]) {
        self.goal = goal
        self.indicators = indicators
    }
}
