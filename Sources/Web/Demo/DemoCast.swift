import PlanDomain
import Workflow

/// Everybody whom a visitor of a demo can be: the people of the town hall who can sign in, and the contacts who were
/// invited into a plan.
struct DemoCast {
    let services: SiteServices

    struct Guest: Sendable {
        let holder: SignInSession.Holder
        let name: String
        let participant: Participant
        /// What waits for them; nothing for contacts.
        let tasks: [WorkTask]
        /// Of a contact, the plan that they were invited to.
        let plan: ProjectedPlan?

        /// What names them in the form.
        var value: String {
            switch holder {
            case .person(let id): id.rawValue
            case .contact(let id, let plan): "\(id.rawValue) \(plan.rawValue)"
            }
        }
    }

    /// People by name, then contacts by organisation and name.
    func guests() async throws -> [Guest] {
        let desk = WorkDesk(services.office, sources: services.taskSources)
        var guests: [Guest] = []
        for person in try await services.store.people() {
            guard let guest = try await guest(.person(person.id)) else { continue }
            let tasks = try await desk.list(for: guest.participant).tasks
            guests.append(
                Guest(
                    holder: guest.holder, name: guest.name, participant: guest.participant, tasks: tasks, plan: nil))
        }
        let plans = try await services.store.projectedPlans()
        let contacts = try await services.store.contacts(of: nil)
        for contact in contacts {
            for plan in plans {
                guard let guest = try await guest(.contact(contact.id, plan: plan)) else { continue }
                guests.append(guest)
            }
        }
        return guests
    }

    /// Nil for what names nobody who may come in.
    func guest(_ value: String) async throws -> Guest? {
        let parts = value.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 1, let id = PersonID(parts[0]) { return try await guest(.person(id)) }
        guard parts.count == 2, let id = ContactID(parts[0]), let plan = PlanID(parts[1]) else { return nil }
        return try await guest(.contact(id, plan: plan))
    }

    private func guest(_ holder: SignInSession.Holder) async throws -> Guest? {
        let participant = try await Reception(store: services.store, time: services.time).participant(for: holder)
        switch participant.identity {
        case .person(let person):
            return Guest(holder: holder, name: person.name, participant: participant, tasks: [], plan: nil)
        case .contact(let contact, let plan):
            guard let projected = try await services.store.projectedPlan(plan) else { return nil }
            return Guest(holder: holder, name: contact.name, participant: participant, tasks: [], plan: projected)
        case .visitor, .keeper: return nil
        }
    }
}
