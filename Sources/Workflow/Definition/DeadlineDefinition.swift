/// When a stage must be left or a step done.
public struct DeadlineDefinition: Equatable, Sendable {
    public let id: String
    public let label: LocalizedText
    /// The stage that it belongs to; it runs while sections stand there.
    public let stage: StageID
    /// The step that must be done in time; leaving the stage where it is nil.
    public let step: String?
    public let count: Int
    public let unit: Unit
    public let anchor: Anchor
    /// Whether days of recess do not count, and a term does not end on one.
    public let skipsRecess: Bool
    /// Whether it is a term set by law, so that the Algemene termijnenwet extends it.
    public let isLegal: Bool

    public enum Unit: String, CaseIterable, Sendable {
        case workingDays = "working-days"
        case days
        case weeks
    }

    public enum Anchor: Equatable, Hashable, Sendable {
        /// Counted forward from the day on which the stage was entered.
        case afterEntry
        /// Counted forward from a date of the planning.
        case after(planned: String)
        /// Counted back from a date of the planning.
        case before(planned: String)
    }
}
