/// Everything that the engine knows of one plan at one moment.
///
/// Plain values, gathered once by the caller: the engine and the gates are pure functions over them, and the clock is
/// passed in beside them.
public struct PlanFacts: Equatable, Sendable {
    public var sections: [SectionFact]
    public var texts: [TextFact]
    public var decisionPoints: [DecisionPointFact]
    /// What the nota proposes to make public; an act that chooses otherwise goes before it.
    public var proposedDisclosure: Disclosure?
    /// Changes of the text, oldest first; the last one made the current text. Every commit of the text is here, also
    /// one that touches neither sections nor documents: an act about a commit that is not in the list counts as older
    /// than all of them.
    public var changes: [ChangeFact]
    /// Acts in the order of the register.
    public var acts: [ActFact]
    /// Dates of the plan's own planning by name, such as `council-meeting`.
    public var planning: [String: CalendarDate]
    /// Inputs for which something is still to be done, in order of number; nil where it is not known, as inputs stand in
    /// the store and not in git.
    public var openInputs: [OpenInputFact]?
    /// Days of sessions that took place and have no approved report, in order; nil where it is not known, as sessions stand
    /// in the store and not in git.
    public var unreportedSessions: [CalendarDate]?

    public init(
        sections: [SectionFact] = [], texts: [TextFact] = [], decisionPoints: [DecisionPointFact] = [],
        proposedDisclosure: Disclosure? = nil, changes: [ChangeFact] = [], acts: [ActFact] = [],
        planning: [String: CalendarDate] = [:], openInputs: [OpenInputFact]? = nil,
        unreportedSessions: [CalendarDate]? = nil
    ) {
        self.sections = sections
        self.texts = texts
        self.decisionPoints = decisionPoints
        self.proposedDisclosure = proposedDisclosure
        self.changes = changes
        self.acts = acts
        self.planning = planning
        self.openInputs = openInputs
        self.unreportedSessions = unreportedSessions
    }
}

/// An input that must be answered or carried out before the plan goes to the bodies.
public struct OpenInputFact: Equatable, Sendable {
    /// Such as `INB-0042`.
    public let number: String
    public let need: Need

    public init(number: String, need: Need) {
        self.number = number
        self.need = need
    }

    public enum Need: String, CaseIterable, Sendable {
        /// Nobody decided yet whether it takes part.
        case judgement
        /// What is done with it has not been settled.
        case disposition
        /// It is taken over and no change of the text carries it out.
        case change
        /// It was carried out, and a later change took those words away.
        case repair
        /// Who sent it in disputes what was decided.
        case dispute
        /// Nobody can tell where the passage that it is about stands now.
        case anchor
    }
}

public struct SectionFact: Equatable, Sendable {
    public let id: String
    public let title: String
    /// The function that writes it; nil where nobody was named.
    public let owner: String?
    public let hasText: Bool

    public init(id: String, title: String, owner: String?, hasText: Bool) {
        self.id = id
        self.title = title
        self.owner = owner
        self.hasText = hasText
    }
}

/// One mandatory text under a heading of the nota or the raadsmededeling.
public struct TextFact: Equatable, Sendable {
    /// The document it belongs to, such as `nota`.
    public let document: String
    public let heading: String
    /// "Niet van toepassing" fills it too; only silence does not.
    public let isFilled: Bool

    public init(document: String, heading: String, isFilled: Bool) {
        self.document = document
        self.heading = heading
        self.isFilled = isFilled
    }
}

public struct DecisionPointFact: Equatable, Sendable {
    /// From 1, in the order of the nota or, for the council, of the raadsvoorstel.
    public let number: Int
    public let text: String
    /// The body that is asked to decide on it.
    public let body: GoverningBody

    public init(number: Int, text: String, body: GoverningBody = .college) {
        self.number = number
        self.text = text
        self.body = body
    }
}

/// The nature of a change (*Aard*), as claimed by who made it and checked when it came in.
public enum ChangeNature: String, CaseIterable, Codable, Sendable {
    case substantive = "inhoudelijk"
    case editorial = "redactioneel"
    case typographic = "typografisch"
    case structural = "structuur"
}

public struct ChangeFact: Equatable, Sendable {
    /// The commit that it is.
    public let id: String
    public let nature: ChangeNature
    /// Sections whose file it touches.
    public let sections: [String]
    /// Documents (`nota`, `raadsmededeling`) whose text it touches.
    public let documents: [String]
    public let date: CalendarDate

    public init(id: String, nature: ChangeNature, sections: [String], documents: [String] = [], date: CalendarDate) {
        self.id = id
        self.nature = nature
        self.sections = sections
        self.documents = documents
        self.date = date
    }
}

public struct ActFact: Equatable, Sendable {
    /// Place in the register, from 1.
    public let sequence: Int
    public let payload: ActPayload
    /// Sections that it is about; empty when it is about the plan as a whole.
    public let sections: [String]
    /// The commit of the text that it is about.
    public let text: String
    public let role: Role
    /// The function as documents print it.
    public let function: String
    /// The function that was replaced; nil where whoever acted did so for themselves.
    public let onBehalfOf: String?
    /// The official date; nil where the source gives none.
    public let date: CalendarDate?
    /// The day on which it was recorded.
    public let recordedOn: CalendarDate

    public init(
        sequence: Int, payload: ActPayload, sections: [String] = [], text: String, role: Role, function: String,
        onBehalfOf: String? = nil, date: CalendarDate?, recordedOn: CalendarDate
    ) {
        self.sequence = sequence
        self.payload = payload
        self.sections = sections
        self.text = text
        self.role = role
        self.function = function
        self.onBehalfOf = onBehalfOf
        self.date = date
        self.recordedOn = recordedOn
    }

    public var kind: ActKind { payload.kind }

    /// The function whose act it is: a deputy's paraaf is that of whom they replace.
    var standsFor: String { onBehalfOf ?? function }
}

/// An act that somebody wants to record, before the engine has said yes.
public struct ProposedAct: Equatable, Sendable {
    public let payload: ActPayload
    /// Sections that it is about; empty means all of them.
    public let sections: [String]
    public let role: Role
    public let function: String
    /// The function that is replaced; nil where whoever acts does so for themselves.
    public let onBehalfOf: String?
    public let date: CalendarDate?
    /// Whether a reason was given; some acts may not be done without one.
    public let hasReason: Bool

    public init(
        _ payload: ActPayload, sections: [String] = [], by role: Role, function: String,
        onBehalfOf: String? = nil, on date: CalendarDate?, hasReason: Bool = false
    ) {
        self.payload = payload
        self.sections = sections
        self.role = role
        self.function = function
        self.onBehalfOf = onBehalfOf
        self.date = date
        self.hasReason = hasReason
    }

    var standsFor: String { onBehalfOf ?? function }
}
