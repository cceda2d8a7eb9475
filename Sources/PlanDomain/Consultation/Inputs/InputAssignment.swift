import Foundation
import Workflow

/// Who sees to it that an input is answered (*behandelaar*).
///
/// It gives no right and takes none away: whoever may handle inputs still may. Only what waits, waits for them alone.
public struct InputAssignment: Equatable, Sendable {
    public let plan: PlanID
    public let input: InputNumber
    public let handler: PersonID
    public let assignedAt: Date

    public init(plan: PlanID, input: InputNumber, handler: PersonID, assignedAt: Date) {
        self.plan = plan
        self.input = input
        self.handler = handler
        self.assignedAt = assignedAt
    }
}

/// Somebody who may handle the inputs of a plan today, with the function in which they do.
public struct InputHandler: Equatable, Sendable {
    public let person: Person
    public let function: String

    public init(person: Person, function: String) {
        self.person = person
        self.function = function
    }
}
