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
    /// The ways by which people may react.
    public var channels: Set<Input.Channel>
    public var publicity: Publicity

    public init(
        id: RoundID, plan: PlanID, title: String, audience: Audience, isStatutory: Bool = false, asked: String,
        organisations: [Organisation] = [], questions: [String] = [], explanation: String = "", privacy: String = "",
        from: CalendarDate, until: CalendarDate, closingTime: TimeOfDay? = nil,
        channels: Set<Input.Channel> = [.form], publicity: Publicity = .named
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
        self.channels = channels
        self.publicity = publicity
    }

    /// Whose reaction is asked.
    public enum Audience: String, CaseIterable, Codable, Sendable {
        /// Contacts of the organisations of the round.
        case partners
        case council
        /// Advisers of the municipality itself.
        case advice
        /// Whoever lives or works there; nobody is invited by name.
        case residents
    }

    /// What others get to read of the reactions.
    public enum Publicity: String, CaseIterable, Codable, Sendable {
        /// The reaction, with the organisation that made it; never with the name of a person.
        case named
        /// The reaction, without who made it.
        case anonymous
        /// Nothing but how many there were.
        case counted
    }
}

/// Names a round within its plan for good; the register prints it.
public typealias RoundID = Identifier<ConsultationRound>

extension ConsultationRound: Identified {
    public static var idLimit: Int { 60 }
}
