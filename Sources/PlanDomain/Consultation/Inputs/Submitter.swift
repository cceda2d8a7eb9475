import Workflow

/// Who sent something in: an organisation by one of its contacts, or somebody of the municipality in a function.
///
/// Names stand elsewhere; ids are left out where the reader has no need of them.
public struct Submitter: Hashable, Sendable {
    public let organisation: Organisation?
    /// As documents print it, such as "Raadslid".
    public let function: String?
    public let contact: ContactID?
    public let person: PersonID?
    /// Who wrote a letter or a mail without being asked by name; nil for who stays unknown.
    public let correspondent: CorrespondentID?

    public init(_ contact: Contact) {
        self.init(organisation: contact.organisation, function: nil, contact: contact.id, person: nil)
    }

    public init(_ person: PersonID, function: String) {
        self.init(organisation: nil, function: function, contact: nil, person: person)
    }

    /// An organisation that wrote without one of its contacts.
    public init(_ organisation: Organisation) {
        self.init(organisation: organisation, function: nil, contact: nil, person: nil)
    }

    public init(_ correspondent: CorrespondentID) {
        self.init(organisation: nil, function: nil, contact: nil, person: nil, correspondent: correspondent)
    }

    /// Who is not known to the program by name, such as somebody who answered a questionnaire.
    public static let unknown = Submitter(organisation: nil, function: nil, contact: nil, person: nil)

    /// For a store, which gives back what it was given.
    public init(
        organisation: Organisation?, function: String?, contact: ContactID?, person: PersonID?,
        correspondent: CorrespondentID? = nil
    ) {
        self.organisation = organisation
        self.function = function
        self.contact = contact
        self.person = person
        self.correspondent = correspondent
    }

    /// Without whom to reach.
    var withoutContactData: Submitter {
        Submitter(organisation: organisation, function: function, contact: nil, person: nil)
    }

    /// Whose it is: what one contact of an organisation sends in, all of them may see, correct and withdraw.
    public enum Owner: Hashable, Sendable {
        case organisation(Organisation)
        case person(PersonID)
    }

    /// Nil where the ids were left out.
    var owner: Owner? {
        if let organisation { .organisation(organisation) } else { person.map(Owner.person) }
    }
}

extension Participant {
    /// Whose inputs are theirs in a plan; nil for who is not asked anything.
    func owner(in plan: PlanID) -> Submitter.Owner? {
        if let contact = contact(in: plan) { return .organisation(contact.organisation) }
        guard let person, !roles(in: plan).isDisjoint(with: [.councillor, .adviser]) else { return nil }
        return .person(person.id)
    }

    /// As whom they send something in to a round; nil for who may not contribute.
    func submitter(in round: ConsultationRound) -> Submitter? {
        if let contact = contact(in: round.plan) { return Submitter(contact) }
        let role: Role = round.audience == .council ? .councillor : .adviser
        guard let person, let own = appointments.first(where: { $0.covers(round.plan) && $0.role == role }) else {
            return nil
        }
        return Submitter(person.id, function: own.function)
    }
}
