import PlanDomain
import Workflow

/// The nota for the board of mayor and aldermen (*nota voor Burgemeester en Wethouders*) as values, in the order in
/// which it is printed.
///
/// Its fields come from the plan's metadata and from the register, never from what drafters wrote; their prose follows
/// under its own headings. What has not happened yet is a value too: a nota that is read before the meeting must say so.
public struct NotaContent: Equatable, Sendable {
    /// The plan's title (*onderwerp*).
    public let subject: String
    public let team: String?
    public let fields: Fields
    /// Sign-offs that stand, in the order in which they were given (*parafering*).
    public let signOffs: [SignOffLine]
    /// Required steps of the sign-off route that nobody has done yet, as the workflow labels them.
    public let awaitedSignOffs: [LocalizedText]
    /// A list and not a field: the same function may put a nota on an agenda twice (*agendering*).
    public let scheduling: [FunctionLine]
    /// *Definitief akkoord*, which comes after the meeting.
    public let finalRelease: ActDay
    /// The day of the decision (*B & W d.d.*).
    public let decision: ActDay
    public let points: [DecisionPointLine]
    /// What is made public: as chosen by an act, else as the nota proposes; nil when neither says.
    public let disclosure: Disclosure?
    /// Conditions of a gate that were set aside.
    public let overrides: [OverrideLine]
    /// The drafters' prose, in the order of its file.
    public let texts: [HeadedPassage]
    public let fieldDates: HouseStyle.FieldDates
    /// The plan's own, else that of the house style.
    public let municipality: String
    public let provenance: Provenance

    /// The field table (*notagegevens*).
    public struct Fields: Equatable, Sendable {
        /// As the municipality writes it, such as "B-en-W 12-06-2023".
        public let meeting: String?
        public let number: String?
        public let date: CalendarDate?
        public let programme: String?
        public let portfolioHolder: String?
        public let attachments: [String]
    }

    public struct SignOffLine: Equatable, Sendable {
        public let line: FunctionLine
        public let verdict: SignOffVerdict
    }

    public struct DecisionPointLine: Equatable, Sendable {
        public let number: Int
        /// Nil for a point that the decision names and the present text no longer has.
        public let text: String?
        /// Nil as long as the board has not decided on it.
        public let outcome: PointOutcome?
    }

    public struct OverrideLine: Equatable, Sendable {
        /// The condition that was set aside, in the words of the workflow.
        public let condition: ConditionText
        public let line: FunctionLine
        public let reason: RecordedReason?
    }
}
