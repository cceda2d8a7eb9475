import PlanDomain
import Workflow

/// Who did something and when: a function, never a person.
public struct FunctionLine: Equatable, Sendable {
    public let day: ActDay
    public let function: String
    /// For whom, where somebody acted in another's place (Awb 10:10 wants it said).
    public let onBehalfOf: Act.Substitution?

    init(_ act: Act) {
        day = act.date.map(ActDay.on) ?? .undated
        function = act.author.function
        onBehalfOf = act.onBehalfOf
    }
}

/// The official date of an act, or what there is to say in its place.
public enum ActDay: Equatable, Sendable {
    /// The act has not happened.
    case notYet
    case on(CalendarDate)
    /// It has happened, and its source gives no date.
    case undated

    init(of act: Act?) {
        self = act.map { $0.date.map(ActDay.on) ?? .undated } ?? .notYet
    }
}
