import PlanDomain
import TestSupport
import Workflow

/// Participants by what they are to a plan.
enum Reader {
    static func person(_ role: Role) throws -> Participant {
        let person = try Person.named("p-\(role.rawValue.lowercased())")
        return Participant(.person(person), appointments: [.of(person, as: role)])
    }

    static func contact(of organisation: String, in plan: PlanID) throws -> Participant {
        Participant(.contact(try Contact.of(organisation), plan: plan))
    }
}
