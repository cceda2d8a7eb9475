import Workflow

/// Everything that the desk does is noted, once it is done, for who sees to who did what.
extension PeopleDesk {
    func note(
        _ kind: OfficeDeed.Kind, _ about: OfficeDeed.Subject, plan: PlanID? = nil, _ office: OfficeDeed.Office? = nil,
        by participant: Participant
    ) async throws {
        try await store.note(
            OfficeDeed(kind, at: time.now(), by: participant, about: about, plan: plan, office: office))
    }

    /// - Parameter absent: whose holder is replaced; nil where nobody knows the appointment any more.
    func note(
        _ kind: OfficeDeed.Kind, _ substitution: Substitution, for absent: Appointment?, by participant: Participant
    ) async throws {
        guard let absent else { return }
        let office = OfficeDeed.Office(
            function: absent.function, role: absent.role, period: substitution.period, ground: substitution.ground)
        try await note(kind, .person(substitution.deputy), plan: absent.plan, office, by: participant)
    }

    func noteChange(from known: Contact, to contact: Contact, by participant: Participant) async throws {
        if contact.isDisabled != known.isDisabled {
            let kind = contact.isDisabled ? OfficeDeed.Kind.contactAccessEnded : .contactAccessRestored
            try await note(kind, .contact(contact.id), by: participant)
        }
        if (contact.name, contact.mail, contact.function) != (known.name, known.mail, known.function) {
            try await note(.contactChanged, .contact(contact.id), by: participant)
        }
    }
}
