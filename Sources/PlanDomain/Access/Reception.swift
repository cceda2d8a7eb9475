import Foundation
import Workflow

/// Tells who somebody is who came in, and as what they may act today.
///
/// Asked once per request. A person who was disabled, and a contact who is not invited or no longer, is a visitor from
/// then on, whatever session they still hold.
public struct Reception: Sendable {
    private let store: any PeopleStore
    private let time: OfficeTime

    public init(store: any PeopleStore, time: OfficeTime) {
        self.store = store
        self.time = time
    }

    public func participant(for holder: SignInSession.Holder) async throws -> Participant {
        switch holder {
        case .person(let id): try await person(id)
        case .contact(let id, let plan): try await contact(id, in: plan)
        }
    }

    private func person(_ id: PersonID) async throws -> Participant {
        guard let person = try await store.person(id), !person.isDisabled else { return .visitor }
        let today = time.today
        let all = try await store.appointments(of: nil)
        let deputising = try await store.substitutions().filter { $0.deputy == id && $0.period.contains(today) }
        let replacements = deputising.compactMap { substitution in
            all.first { $0.id == substitution.appointment && $0.period.contains(today) }.map {
                Participant.Replacement(appointment: $0, ground: substitution.ground)
            }
        }
        return Participant(
            .person(person), appointments: all.filter { $0.person == id && $0.period.contains(today) },
            replacements: replacements)
    }

    private func contact(_ id: ContactID, in plan: PlanID) async throws -> Participant {
        guard let contact = try await store.contact(id), !contact.isDisabled,
            try await store.invitations(of: plan).contains(where: { $0.contact == id && $0.isOpen })
        else { return .visitor }
        return Participant(.contact(contact, plan: plan))
    }
}
