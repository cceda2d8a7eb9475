import Workflow

/// Whoever stands before the program, with everything that they may act as today.
///
/// Put together once per request from the store; what it holds was in force on that day. Every access rule asks it.
public struct Participant: Equatable, Sendable {
    public let identity: Identity
    /// In force today.
    public let appointments: [Appointment]
    /// Appointments of others whom this person may replace today.
    public let replacements: [Replacement]

    public init(_ identity: Identity, appointments: [Appointment] = [], replacements: [Replacement] = []) {
        self.identity = identity
        self.appointments = appointments
        self.replacements = replacements
    }

    /// Somebody who has not signed in.
    public static let visitor = Participant(.visitor)
    /// The command line.
    public static let keeper = Participant(.keeper)

    public enum Identity: Equatable, Sendable {
        case visitor
        case person(Person)
        /// A contact who came in by a link: for their organisation and this plan, nothing else.
        case contact(Contact, plan: PlanID)
        /// Who types at the server itself, and so holds its data folder.
        case keeper
    }

    /// A substitution with the appointment that it stands in for.
    public struct Replacement: Equatable, Sendable {
        public let appointment: Appointment
        public let ground: String

        public init(appointment: Appointment, ground: String) {
            self.appointment = appointment
            self.ground = ground
        }
    }
}

extension Participant {
    public var person: Person? {
        if case .person(let person) = identity { person } else { nil }
    }

    /// The contact, when they came in for this plan.
    public func contact(in plan: PlanID) -> Contact? {
        if case .contact(let contact, plan) = identity { contact } else { nil }
    }

    /// Roles in one plan, without those that a substitution gives.
    public func roles(in plan: PlanID) -> Set<Role> {
        var roles = Set(appointments.filter { $0.covers(plan) }.map(\.role))
        if contact(in: plan) != nil { roles.insert(.partner) }
        return roles
    }

    /// Roles that hold for the municipality as a whole, such as that of the administrator.
    public var generalRoles: Set<Role> { Set(appointments.filter { $0.plan == nil }.map(\.role)) }

    /// In what capacities they can act in a plan: their own functions first, then those of whom they replace.
    public func capacities(in plan: PlanID) -> [Capacity] {
        let own = appointments.filter { $0.covers(plan) }
        let function = own.first?.function ?? appointments.first?.function
        return own.map { Capacity(role: $0.role, function: $0.function, onBehalfOf: nil) }
            + replacements.filter { $0.appointment.covers(plan) }.map { replacement in
                Capacity(
                    role: replacement.appointment.role, function: function ?? replacement.appointment.function,
                    onBehalfOf: Act.Substitution(
                        function: replacement.appointment.function, ground: replacement.ground))
            }
    }
}

/// A function in which a participant can act, for themselves or for whom they replace.
public struct Capacity: Hashable, Sendable {
    /// The role that counts: of a substitution, that of who is replaced.
    public let role: Role
    /// The function of who acts.
    public let function: String
    public let onBehalfOf: Act.Substitution?

    public init(role: Role, function: String, onBehalfOf: Act.Substitution?) {
        self.role = role
        self.function = function
        self.onBehalfOf = onBehalfOf
    }

    /// As git may know them.
    public func author(pseudonym: String) -> Author { Author(function: function, role: role, pseudonym: pseudonym) }
}
