import Workflow

/// A field of a plan's metadata that drafters fill in for the nota and the raadsmededeling.
public struct PlanField: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let title = PlanField(rawValue: "title")
    public static let period = PlanField(rawValue: "period")
    public static let programme = PlanField(rawValue: "programme")
    public static let team = PlanField(rawValue: "team")
    public static let teamCode = PlanField(rawValue: "team-code")
    public static let portfolioHolder = PlanField(rawValue: "portfolio-holder")
    public static let number = PlanField(rawValue: "number")
    /// As ISO 8601.
    public static let date = PlanField(rawValue: "date")
    public static let meeting = PlanField(rawValue: "meeting")
    /// Names of the annexes, one on a line.
    public static let attachments = PlanField(rawValue: "attachments")
    /// In order, with an empty line between two.
    public static let decisionPoints = PlanField(rawValue: "decision-points")
    /// What the council is asked; in order, with an empty line between two.
    public static let councilPoints = PlanField(rawValue: "council-points")
    /// One of `Disclosure.Choice`; empty when none was made.
    public static let disclosure = PlanField(rawValue: "disclosure")
    public static let disclosureCondition = PlanField(rawValue: "disclosure-condition")
    public static let disclosureGround = PlanField(rawValue: "disclosure-ground")
    public static let disclosureWording = PlanField(rawValue: "disclosure-wording")

    /// A date of the plan's own planning, such as `council-meeting`; as ISO 8601.
    public static func planning(_ name: String) -> PlanField { PlanField(rawValue: planningPrefix + name) }

    /// All but those of the planning, which differ by type of plan.
    public static let fixed: [PlanField] = [
        title, period, programme, team, teamCode, portfolioHolder, number, date, meeting, attachments, decisionPoints,
        councilPoints, disclosure, disclosureCondition, disclosureGround, disclosureWording,
    ]

    private static let planningPrefix = "planning-"

    /// The name of the date where this is one of the planning.
    var planningName: String? {
        rawValue.hasPrefix(Self.planningPrefix) ? String(rawValue.dropFirst(Self.planningPrefix.count)) : nil
    }

    /// What the field is called, as a phrase; one of the planning bears the name that the workflow gives it.
    public var name: Reason { Reason("field.\(planningName == nil ? rawValue : "planning")") }
}
