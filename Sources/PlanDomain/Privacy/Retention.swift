import Workflow

/// How long each kind of thing is kept once it is no longer needed (*bewaartermijnen*; AVG, article 5.1e).
///
/// What is the municipality's own record (inputs, dispositions, the register) has its place in the archive and is not among
/// them.
public struct RetentionSchedule: Equatable, Sendable {
    /// In days; a kind that is absent stays until somebody erases it.
    public private(set) var days: [Kind: Int]

    /// As phrases and columns name them; never renamed.
    public enum Kind: String, CaseIterable, Sendable {
        /// What was written in a round and not sent in, counted from the last day of the round.
        case unsentDraft = "unsent-draft"
        /// What somebody began to answer to a questionnaire and did not send in.
        case surveySheet = "survey-sheet"
        /// The answers to a questionnaire, counted from the last day of the round. Its results go with them.
        case surveyResponse = "survey-response"
        /// A letter or mail as it came in, counted from when it was dealt with and no input of it is open.
        case letter
        /// Mail that was sent, given up or withdrawn.
        case mail
        /// A link that was used, withdrawn or too old.
        case accessLink = "access-link"
        /// What was typed in the editor and not saved.
        case textDraft = "text-draft"
        /// A contact who was neither invited nor heard of.
        case contact

        /// What is kept for as long as this where nobody chose.
        public var usual: Int? {
            switch self {
            case .surveySheet: 14
            case .unsentDraft, .mail: 30
            case .textDraft: 180
            case .accessLink, .letter: 365
            case .contact: 730
            // With the answers go the results, so that somebody decides.
            case .surveyResponse: nil
            }
        }
    }

    /// The longest that can be chosen: twenty years.
    public static let most = 7_300

    public init(_ chosen: [Kind: Int?] = [:]) {
        days = Kind.allCases.reduce(into: [:]) { days, kind in days[kind] = chosen[kind] ?? kind.usual }
    }

    /// Until which day, exclusive, things of a kind may have been needed last to go on a day; nil where they stay.
    public func boundary(of kind: Kind, on today: CalendarDate) -> CalendarDate? {
        days[kind].map { CalendarDate(dayNumber: today.dayNumber - $0) }
    }
}

/// What of a kind is past its time.
public struct ExpiredThings: Equatable, Sendable {
    public let kind: RetentionSchedule.Kind
    public let count: Int
    /// The day on which the oldest of them was needed last; nil where there are none.
    public let oldest: CalendarDate?

    public init(kind: RetentionSchedule.Kind, count: Int, oldest: CalendarDate?) {
        self.kind = kind
        self.count = count
        self.oldest = oldest
    }
}

/// That things went because their time was over: what kind, how many, after how long. Nothing goes without one.
public struct Disposal: Equatable, Sendable {
    public let kind: RetentionSchedule.Kind
    public let count: Int
    /// How long that kind was kept then, in days.
    public let days: Int
    public let day: CalendarDate
    /// Nil for the server itself and for the command line.
    public let by: PersonID?

    public init(kind: RetentionSchedule.Kind, count: Int, days: Int, day: CalendarDate, by: PersonID?) {
        self.kind = kind
        self.count = count
        self.days = days
        self.day = day
        self.by = by
    }
}

/// How long things are kept, and throwing away what was kept long enough.
public protocol RetentionStore: Sendable {
    func retentionSchedule() async throws -> RetentionSchedule
    func save(_ schedule: RetentionSchedule) async throws
    /// What was needed last before a day.
    func expired(_ kind: RetentionSchedule.Kind, before day: CalendarDate) async throws -> ExpiredThings
    /// Throws away all of that, and notes it unless there was nothing; `disposal.count` is not looked at. Gives how many went.
    @discardableResult
    func dispose(before day: CalendarDate, noting disposal: Disposal) async throws -> Int
    /// The last first.
    func disposals() async throws -> [Disposal]
    /// The day on which everything was last looked through; nil where that never happened.
    func lastDisposalRound() async throws -> CalendarDate?
    func noteDisposalRound(on day: CalendarDate) async throws
}
