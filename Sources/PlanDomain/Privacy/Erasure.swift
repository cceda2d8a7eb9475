import Workflow

/// That something personal was thrown away for good (*wissing*): of whom or what, on which ground and on what day.
///
/// It holds ids and nothing else, so that it can be kept for ever and outside every backup. What stays of an input is what
/// is the municipality's own: its number, day, section and disposition. The register names inputs by an HMAC under a key
/// that is gone then, so it verifies as before and says nothing more about anybody.
public struct Erasure: Identifiable, Equatable, Sendable {
    public let id: ErasureID
    public let subject: Subject
    public let ground: Ground
    public let day: CalendarDate
    /// Nil for the command line, and for what went when its time was over.
    public let by: PersonID?
    /// The erasure that it went along with, such as that of who had sent it in.
    public let cause: ErasureID?

    public init(
        id: ErasureID, subject: Subject, ground: Ground, day: CalendarDate, by: PersonID?, cause: ErasureID? = nil
    ) {
        self.id = id
        self.subject = subject
        self.ground = ground
        self.day = day
        self.by = by
        self.cause = cause
    }

    /// A record with a key of its own.
    public enum Subject: Hashable, Sendable {
        /// Somebody of the office who left.
        case person(PersonID)
        case contact(ContactID)
        /// Who wrote a letter or a mail, with all that they wrote.
        case correspondent(CorrespondentID, PlanID)
        /// A letter, a mail or a list as it came in.
        case document(IntakeDocumentID, PlanID)
        case input(InputNumber, PlanID)
        /// The answers of one person to a questionnaire.
        case response(ResponseID, PlanID)

        /// Nil for who does not belong to one plan.
        public var plan: PlanID? {
            switch self {
            case .person, .contact: nil
            case .correspondent(_, let plan), .document(_, let plan), .input(_, let plan), .response(_, let plan): plan
            }
        }
    }

    /// On what ground (AVG).
    public enum Ground: String, CaseIterable, Sendable {
        /// Who it is about asked for it (article 17).
        case request
        /// The time for which it was needed is over (article 5.1e).
        case expired
        /// It should never have been kept.
        case unlawful
    }
}

/// Names an erasure for good; made by chance.
public typealias ErasureID = Identifier<Erasure>

extension Erasure: Identified {}

/// What an erasure takes along, to be shown before it is done.
public struct ErasureScope: Equatable, Sendable {
    /// Inputs whose words go, by plan and number.
    public var inputs: [InputNumber] = []
    /// Those among them that nobody answered yet: they will count as withdrawn.
    public var unanswered: [InputNumber] = []
    /// Letters, mails and lists as they came in.
    public var documents = 0
    public var files = 0
    /// What was being written and was not sent in.
    public var drafts = 0
    /// Mail to who it is about.
    public var mails = 0

    public init() {}
}
