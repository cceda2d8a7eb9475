import Foundation
import Workflow

/// Looks after people: who there is, what they are appointed to, who stands in for whom.
///
/// The administrator does all of it; who may manage the roles of a plan appoints people for that plan alone.
public struct PeopleDesk: Sendable {
    let store: any PeopleStore & SignInStore & DeedStore
    let time: OfficeTime
    /// Makes a new id by chance.
    private let newID: @Sendable () -> String

    public init(
        store: any PeopleStore & SignInStore & DeedStore, time: OfficeTime,
        newID: @escaping @Sendable () -> String = { UUID().uuidString.lowercased() }
    ) {
        self.store = store
        self.time = time
        self.newID = newID
    }
}

/// Persons.
extension PeopleDesk {
    /// Throws `invalid` for a name or address that is none, `conflict` where the address is taken.
    @discardableResult
    public func add(
        name: String, mail: String, language: String = "nl", by participant: Participant
    ) async throws -> Person {
        try requireAdministrator(participant)
        let person = Person(
            id: try id { PersonID($0) }, name: try Self.line(name, otherwise: "people.name-empty"),
            mail: try MailAddress(typed: mail), language: language)
        try await store.save(person)
        try await note(.personAdded, .person(person.id), by: participant)
        return person
    }

    /// Adds a person together with their first appointment; neither where one of them cannot be.
    @discardableResult
    public func add(
        name: String, mail: String, language: String = "nl", as role: Role, function: String, for plan: PlanID? = nil,
        during period: Period = .always, by participant: Participant
    ) async throws -> Person {
        try Self.requireAccount(role)
        let function = try Self.line(function, otherwise: "people.function-empty")
        let person = try await add(name: name, mail: mail, language: language, by: participant)
        try await appoint(person.id, as: role, function: function, for: plan, during: period, by: participant)
        return person
    }

    /// Changes name, address and language; who they are stays.
    public func change(
        _ id: PersonID, name: String, mail: String, language: String, by participant: Participant
    ) async throws {
        guard participant.isAdministrator || participant.person?.id == id else { throw Self.unknownPerson }
        let known = try await person(id)
        var person = known
        person.name = try Self.line(name, otherwise: "people.name-empty")
        // Whoever could change the address of an account could take it over by asking for a new password.
        if participant.isAdministrator { person.mail = try MailAddress(typed: mail) }
        person.language = language
        try await store.save(person)
        guard (person.name, person.mail) != (known.name, known.mail) else { return }
        try await note(.personChanged, .person(id), by: participant)
    }

    /// Ends or restores a person's access. Ending it ends their sessions and withdraws their links too.
    public func setDisabled(_ isDisabled: Bool, _ id: PersonID, by participant: Participant) async throws {
        try requireAdministrator(participant)
        guard participant.person?.id != id else {
            throw PlanError(.invalid, Reason("people.not-yourself"))
        }
        var person = try await person(id)
        let isChange = person.isDisabled != isDisabled
        person.isDisabled = isDisabled
        try await store.save(person)
        if isDisabled {
            try await store.endAll(of: .person(id), except: nil)
            try await store.withdrawLinks(for: .choosePassword(id), at: time.now())
        }
        if isChange { try await note(isDisabled ? .accessEnded : .accessRestored, .person(id), by: participant) }
    }

    public func person(_ id: PersonID) async throws -> Person {
        guard let person = try await store.person(id) else { throw Self.unknownPerson }
        return person
    }

    /// Takes away password, one-time codes and sessions, so that a lost account starts anew by a link.
    public func resetSignIn(of id: PersonID, by participant: Participant) async throws {
        try requireAdministrator(participant)
        let person = try await person(id)
        try await store.save(Credentials(), of: person.id)
        try await store.endAll(of: .person(id), except: nil)
        try await store.withdrawLinks(for: .choosePassword(id), at: time.now())
        try await note(.signInReset, .person(id), by: participant)
    }
}

/// Functions and roles.
extension PeopleDesk {
    @discardableResult
    public func appoint(
        _ person: PersonID, as role: Role, function: String, for plan: PlanID? = nil, during period: Period = .always,
        by participant: Participant
    ) async throws -> Appointment {
        try requireRoles(of: plan, participant)
        try Self.requireAccount(role)
        let appointment = Appointment(
            id: try id { AppointmentID($0) }, person: person, role: role,
            function: try Self.line(function, otherwise: "people.function-empty"), plan: plan, period: period)
        try await store.save(appointment)
        try await note(.appointed, .person(person), plan: plan, OfficeDeed.Office(appointment), by: participant)
        return appointment
    }

    /// Ends an appointment with a last day, which may lie ahead; what was done under it keeps its function.
    public func end(_ id: AppointmentID, on day: CalendarDate, by participant: Participant) async throws {
        guard let known = try await store.appointments(of: nil).first(where: { $0.id == id }) else {
            throw PlanError(.notFound, Reason("people.appointment-unknown"))
        }
        try requireRoles(of: known.plan, participant)
        let from = known.period.from.map { min($0, day) }
        let ended = Appointment(
            id: id, person: known.person, role: known.role, function: known.function, plan: known.plan,
            period: try Period(from: from, until: day))
        try await store.save(ended)
        try await note(
            .appointmentEnded, .person(known.person), plan: known.plan, OfficeDeed.Office(ended), by: participant)
    }

    /// Lets somebody act for the holder of an appointment, in a period and on a ground.
    @discardableResult
    public func substitute(
        _ deputy: PersonID, for appointment: AppointmentID, during period: Period, ground: String,
        by participant: Participant
    ) async throws -> Substitution {
        try requireAdministrator(participant)
        guard period.from != nil, period.until != nil else {
            throw PlanError(.invalid, Reason("people.substitution-open"))
        }
        let absent = try await store.appointments(of: nil).first { $0.id == appointment }
        guard absent?.person != deputy else { throw PlanError(.invalid, Reason("people.substitution-self")) }
        let substitution = Substitution(
            id: try id { SubstitutionID($0) }, appointment: appointment, deputy: deputy, period: period,
            ground: try Self.line(ground, otherwise: "people.ground-empty"))
        try await store.save(substitution)
        try await note(.substituted, substitution, for: absent, by: participant)
        return substitution
    }

    public func withdraw(_ substitution: SubstitutionID, by participant: Participant) async throws {
        try requireAdministrator(participant)
        let known = try await store.substitutions().first { $0.id == substitution }
        try await store.removeSubstitution(substitution)
        guard let known else { return }
        let absent = try await store.appointments(of: nil).first { $0.id == known.appointment }
        try await note(.substitutionWithdrawn, known, for: absent, by: participant)
    }
}

/// Contacts of organisations.
extension PeopleDesk {
    @discardableResult
    public func addContact(
        of organisation: String, name: String, mail: String, function: String?, by participant: Participant
    ) async throws -> Contact {
        try requireContacts(participant)
        let contact = Contact(
            id: try id { ContactID($0) },
            organisation: Organisation(name: try Self.line(organisation, otherwise: "people.organisation-empty")),
            name: try Self.line(name, otherwise: "people.name-empty"), mail: try MailAddress(typed: mail),
            function: function.flatMap { try? Self.line($0, otherwise: "people.function-empty") })
        try await store.save(contact)
        try await note(.contactAdded, .contact(contact.id), by: participant)
        return contact
    }

    /// Changes a contact. A disabled one can no longer come in: their sessions end, their links are withdrawn.
    public func change(_ contact: Contact, by participant: Participant) async throws {
        try requireContacts(participant)
        guard let known = try await store.contact(contact.id), known.organisation == contact.organisation else {
            throw PlanError(.notFound, Reason("people.contact-unknown"))
        }
        var contact = contact
        contact.name = try Self.line(contact.name, otherwise: "people.name-empty")
        try await store.save(contact)
        try await noteChange(from: known, to: contact, by: participant)
        guard contact.isDisabled else { return }
        for plan in try await store.plans(of: contact.organisation) {
            try await store.endAll(of: .contact(contact.id, plan: plan), except: nil)
            try await store.withdrawLinks(for: .contribute(contact.id, plan: plan), at: time.now())
        }
    }
}

extension PeopleDesk {
    private func requireAdministrator(_ participant: Participant) throws(PlanError) {
        guard participant.isAdministrator else { throw PlanError(.notFound, Reason("access.not-here")) }
    }

    private func requireRoles(of plan: PlanID?, _ participant: Participant) throws(PlanError) {
        if participant.isAdministrator { return }
        guard let plan else { throw PlanError(.notFound, Reason("access.not-here")) }
        try participant.require(.manageRoles, in: plan)
    }

    /// Contacts are the municipality's, not one plan's: who may invite partners anywhere may look after them.
    private func requireContacts(_ participant: Participant) throws(PlanError) {
        let mayInvite = participant.appointments.contains { PlanRight.consult.roles.contains($0.role) }
        guard participant.isAdministrator || mayInvite else {
            throw PlanError(.notFound, Reason("access.not-here"))
        }
    }

    private func id<ID>(_ make: (String) -> ID?) throws(PlanError) -> ID {
        guard let id = make(newID()) else { throw PlanError(.unavailable, Reason("people.no-id")) }
        return id
    }

    /// Partners come in by a link, residents are nobody's to know.
    private static func requireAccount(_ role: Role) throws(PlanError) {
        guard ![.partner, .resident].contains(role) else {
            throw PlanError(.invalid, Reason("people.role-without-account", ["role": .role(role)]))
        }
    }

    private static var unknownPerson: PlanError { PlanError(.notFound, Reason("people.unknown")) }

    /// One line of at most 200 characters, with single spaces. Throws `invalid` with `key` when nothing is left.
    private static func line(_ text: String, otherwise key: String) throws(PlanError) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !line.isEmpty else { throw PlanError(.invalid, Reason(key)) }
        guard line.count <= 200 else { throw PlanError(.invalid, Reason("people.line-long", ["limit": .number(200)])) }
        return line
    }
}
