import Foundation
import Workflow

/// A period in which a group is asked what it thinks of a plan (*consultatieronde*), as the office prepared it.
///
/// That it was opened, on which text, until which day and that it was closed are acts of the register; what those do not
/// show stands here. `RoundView` puts the two together.
public struct ConsultationRound: Identifiable, Equatable, Sendable {
    public let id: RoundID
    public let plan: PlanID
    public var title: String
    public var audience: Audience
    /// Whether the law or an ordinance sets its term (*inspraak*): it then runs through its last day, whoever reacted.
    public var isStatutory: Bool
    /// Who is asked, as the register prints it, such as "partners in veiligheid".
    public var asked: String
    /// The organisations whose contacts may react.
    public var organisations: [Organisation]
    public var questions: [String]
    /// What the round is about, in Markdown.
    public var explanation: String
    /// What happens with what people send in, in Markdown.
    public var privacy: String
    /// The first day.
    public var from: CalendarDate
    /// The last day as it was prepared; an extension is an act.
    public var until: CalendarDate
    /// The time on the last day from which nothing is received any more; the end of that day where it is nil.
    public var closingTime: TimeOfDay?

    public init(
        id: RoundID, plan: PlanID, title: String, audience: Audience, isStatutory: Bool = false, asked: String,
        organisations: [Organisation] = [], questions: [String] = [], explanation: String = "", privacy: String = "",
        from: CalendarDate, until: CalendarDate, closingTime: TimeOfDay? = nil
    ) {
        self.id = id
        self.plan = plan
        self.title = title
        self.audience = audience
        self.isStatutory = isStatutory
        self.asked = asked
        self.organisations = organisations
        self.questions = questions
        self.explanation = explanation
        self.privacy = privacy
        self.from = from
        self.until = until
        self.closingTime = closingTime
    }

    /// Whose reaction is asked.
    public enum Audience: String, CaseIterable, Codable, Sendable {
        /// Contacts of the organisations of the round.
        case partners
        case council
        /// Advisers of the municipality itself.
        case advice
    }
}

/// Names a round within its plan for good; the register prints it.
public struct RoundID: RawRepresentable, Hashable, Codable, Sendable, CustomStringConvertible {
    public let rawValue: String

    /// Nil for a text that is not an id: `a-z`, `0-9` and single hyphens.
    public init?(rawValue: String) {
        guard IdentifierRule.accepts(rawValue, limit: 60) else { return nil }
        self.rawValue = rawValue
    }

    public init?(_ text: String) { self.init(rawValue: text) }

    public var description: String { rawValue }
}
