import Workflow

/// A person in a function, with the role that the function has in the making of plans (*aanstelling*).
///
/// For one plan, or for every plan where `plan` is nil: a mayor is mayor for all of them, a drafter usually for one.
public struct Appointment: Identifiable, Equatable, Codable, Sendable {
    public let id: AppointmentID
    public let person: PersonID
    public let role: Role
    /// As documents print it, such as "Burgemeester".
    public let function: String
    public let plan: PlanID?
    public let period: Period

    public init(
        id: AppointmentID, person: PersonID, role: Role, function: String, plan: PlanID? = nil, period: Period = .always
    ) {
        self.id = id
        self.person = person
        self.role = role
        self.function = function
        self.plan = plan
        self.period = period
    }

    /// Whether it counts for a plan.
    public func covers(_ plan: PlanID) -> Bool { self.plan == nil || self.plan == plan }
}

/// Names an appointment for good.
public typealias AppointmentID = Identifier<Appointment>

extension Appointment: Identified {}
