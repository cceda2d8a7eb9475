import PlanDomain
import Workflow

/// Filling the town hall with people, and the address book with partners.
extension DemoBuilder {
    private var desk: PeopleDesk { PeopleDesk(store: hall.store, time: hall.office.time) }

    /// Everything that is there before the first plan.
    mutating func furnish() async throws {
        var style = try await hall.store.houseStyle()
        style.municipality = Demo.municipality
        try await hall.store.save(style)
        for person in demo.people.people {
            let id = try await desk.add(name: person.name, mail: person.mail, by: .keeper).id
            people[person.key] = id
            for function in person.functions where function.plans == nil { try await appoint(id, to: function) }
        }
        for contact in demo.partners.contacts {
            contacts[contact.name] = try await desk.addContact(
                of: contact.organisation, name: contact.name, mail: contact.mail, function: contact.function,
                by: .keeper
            ).id
        }
    }

    /// Appoints those who are appointed to one plan, once it is there; and lets others stand in for them.
    func appointPeople(to key: String, _ plan: PlanID) async throws {
        for person in demo.people.people {
            let id = try self.person(person.key, at: person.place)
            for function in person.functions where function.plans?.contains(key) == true {
                let appointment = try await appoint(id, to: function, for: plan)
                for substitution in demo.people.substitutions
                where substitution.absent == person.key && substitution.role == function.role {
                    try await substitute(substitution, for: appointment)
                }
            }
        }
    }

    @discardableResult
    private func appoint(
        _ person: PersonID, to function: DemoFunction, for plan: PlanID? = nil
    ) async throws -> AppointmentID {
        try await desk.appoint(
            person, as: function.role, function: function.function, for: plan,
            during: try function.period(in: demo.calendar), by: .keeper
        ).id
    }

    private func substitute(_ substitution: DemoSubstitution, for appointment: AppointmentID) async throws {
        let period = try Period(
            from: demo.calendar.date(substitution.from), until: demo.calendar.date(substitution.until))
        try await desk.substitute(
            try person(substitution.deputy, at: substitution.place), for: appointment, during: period,
            ground: substitution.ground, by: .keeper)
    }

    /// Ends the access of those who left.
    func sayGoodbye() async throws {
        for person in demo.people.people where person.hasLeft {
            try await desk.setDisabled(true, try self.person(person.key, at: person.place), by: .keeper)
        }
    }
}
