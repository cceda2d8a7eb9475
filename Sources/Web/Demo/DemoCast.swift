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
        /// What a contact finds there; nil where nothing is asked of them and nothing came from them.
        var finding: Finding?

        /// What names them in the form.
        var value: String {
            switch holder {
            case .person(let id): id.rawValue
            case .contact(let id, let plan): "\(id.rawValue) \(plan.rawValue)"
            }
        }
    }

    /// The round that a contact comes to first, and what their organisation wrote in the plan.
    struct Finding: Sendable {
        let view: RoundView
        let drafted: Int
        let sent: Int
    }

    /// People by name, then contacts by organisation and name, in each plan where they find something.
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
        var inputs: [(plan: PlanID, inputs: [Input])] = []
        for plan in try await services.store.projectedPlans() {
            inputs.append((plan, try await services.store.inputs(of: plan)))
        }
        for contact in try await services.store.contacts(of: nil) {
            for (plan, inputs) in inputs {
                guard var guest = try await guest(.contact(contact.id, plan: plan)) else { continue }
                guest.finding = try await finding(guest.participant, in: plan, among: inputs)
                if guest.finding != nil { guests.append(guest) }
            }
        }
        return guests
    }

    private func finding(
        _ participant: Participant, in plan: PlanID, among inputs: [Input]
    ) async throws -> Finding? {
        let room = ContributionRoom(services.office, store: services.store, seals: services.seals)
        let access = InputAccess(participant, in: plan)
        let own = inputs.filter { access.owns($0) && !$0.isWithdrawn }
        let rounds = try await room.rounds(of: plan, for: participant)
        let first = rounds.last { $0.state == .open } ?? rounds.last { $0.state == .announced }
        guard let view = first ?? rounds.last(where: { view in own.contains { $0.round == view.round.id } }) else {
            return nil
        }
        let draft = try await room.draft(in: view.round.id, of: plan, for: participant)
        return Finding(view: view, drafted: view.state == .open ? draft.items.count : 0, sent: own.count)
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
