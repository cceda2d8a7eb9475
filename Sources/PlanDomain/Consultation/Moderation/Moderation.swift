import Foundation

/// Whether an input takes part (*toelaten*): before that nobody drafts on it, searches it or answers it.
public enum Admission: Hashable, Sendable {
    /// Nobody looked at it yet.
    case toBeJudged
    case admissible
    /// Not an input on this plan, such as abuse or something that somebody else sent twice; with the reason that is told.
    case inadmissible(reason: String)
}

/// The judgement of an input, with what is left out of it for others.
public struct Moderation: Equatable, Sendable {
    public let plan: PlanID
    public let input: InputNumber
    /// The version of the input that was looked at.
    public let version: Int
    public let verdict: Verdict
    /// Everything that is left out of that version.
    public let redactions: [Redaction]
    /// Nil for what takes part by itself.
    public let judgedBy: PersonID?
    public let judgedAt: Date

    public enum Verdict: Hashable, Sendable {
        case admissible
        case inadmissible(reason: String)
    }

    public init(
        plan: PlanID, input: InputNumber, version: Int, verdict: Verdict, redactions: [Redaction],
        judgedBy: PersonID?, judgedAt: Date
    ) {
        self.plan = plan
        self.input = input
        self.version = version
        self.verdict = verdict
        self.redactions = redactions
        self.judgedBy = judgedBy
        self.judgedAt = judgedAt
    }
}

extension Moderation.Verdict {
    public var admission: Admission {
        switch self {
        case .admissible: .admissible
        case .inadmissible(let reason): .inadmissible(reason: reason)
        }
    }
}

/// How a plan's office handles what comes in.
///
/// Who was asked by name and writes by the form of the site is known and can be answered: their input takes part at once,
/// and what looks like personal data in it is left out until somebody looked. An office may choose to judge those, too.
/// Letters, mail, sessions and questionnaires are always judged by a person.
public struct ModerationRule: Equatable, Sendable {
    public var judgesForms: Bool

    public init(judgesForms: Bool = false) { self.judgesForms = judgesForms }
}

/// Judging inputs, and the rule by which some need no judging.
public protocol ModerationStore: Sendable {
    /// Writes judgements, with all that is left out, in place of earlier ones; and the mail about them, in one
    /// transaction.
    ///
    /// - Parameter telling: the mail that goes with those that were written.
    /// - Returns: those that were: an input that was corrected or withdrawn since is passed over.
    @discardableResult
    func judge(
        _ judgements: [Moderation], telling: @escaping @Sendable (Set<InputNumber>) -> [NewMail]
    ) async throws -> Set<InputNumber>

    /// The usual rule for a plan that never chose another.
    func moderationRule(of plan: PlanID) async throws -> ModerationRule
    func save(_ rule: ModerationRule, of plan: PlanID) async throws
}
