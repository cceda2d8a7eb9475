import Foundation
import PlanDomain
import Workflow

/// People of flesh and blood at the desks of the little world.
extension World {
    public var desk: PlanDesk { PlanDesk(office, people: store) }
    public var signOffs: SignOffDesk { SignOffDesk(desk) }
    public var meetings: MeetingDesk { MeetingDesk(desk, store: store) }
    public var reception: Reception { Reception(store: store, time: clock.office) }

    /// Takes somebody on in these functions, each of the cast; for one plan, or for all where it is nil.
    ///
    /// Who writes as an author of the cast is known in git by that author's pseudonym, so a person who must be the same
    /// as such an author is asked for by what the store calls them.
    public func employ(_ name: String, as functions: Author..., in plan: PlanID? = nil) async throws -> PersonID {
        let id = PersonID(rawValue: name)
        guard let id, let mail = MailAddress("\(name)@waterkerke.example") else { throw NoSuchName() }
        try await store.save(Person(id: id, name: name.capitalized, mail: mail))
        for (index, author) in functions.enumerated() {
            guard let appointment = AppointmentID("\(name)-\(index)") else { throw NoSuchName() }
            try await store.save(
                Appointment(
                    id: appointment, person: id, role: author.role, function: author.function, plan: plan))
        }
        return id
    }

    /// Who a person is today.
    public func participant(_ id: PersonID) async throws -> Participant {
        try await reception.participant(for: .person(id))
    }

    /// A visit to a desk on sight of the text as it stands, in the first function with the role.
    public func visit(
        _ person: PersonID, as role: Role, to plan: PlanID, request: String = UUID().uuidString
    ) async throws -> DeskVisit {
        let participant = try await participant(person)
        let capacity = participant.capacities(in: plan).first { $0.role == role }
        return DeskVisit(
            participant: participant, capacity: capacity ?? Capacity(role: role, function: "Niemand", onBehalfOf: nil),
            plan: plan, shown: try await office.heads(of: plan).text, requestID: request)
    }

    public struct NoSuchName: Error {}
}
