import Workflow

/// Who is told what became of their inputs, and how.
public enum FeedbackRecipient: Equatable, Sendable {
    case contact(Contact)
    case person(Person)
    /// Who wrote of their own accord; without an account, so they follow their inputs by a code.
    case correspondent(Correspondent)

    public var name: String {
        switch self {
        case .contact(let contact): contact.name
        case .person(let person): person.name
        case .correspondent(let writer): writer.name
        }
    }

    public var mail: MailAddress? {
        switch self {
        case .contact(let contact): contact.mail
        case .person(let person): person.mail
        case .correspondent(let writer): writer.mail
        }
    }

    public var way: FeedbackWay { mail == nil ? .letter : .mail }

    public var correspondent: Correspondent? {
        if case .correspondent(let writer) = self { writer } else { nil }
    }

    /// Tells one from another.
    var key: String {
        switch self {
        case .contact(let contact): "contact \(contact.id)"
        case .person(let person): "person \(person.id)"
        case .correspondent(let writer): "correspondent \(writer.id)"
        }
    }
}

/// Whether who sent an input in can be reached.
public enum FeedbackReach: Equatable, Sendable {
    case recipient(FeedbackRecipient)
    /// Nobody knows who it was; whoever was given a receipt code follows it by that.
    case byCode
    /// It was said behind closed doors: who was there hears it there.
    case closed
    /// Who sent it in is no contact any more, or was erased.
    case nobody
}

/// Finds who is told, for all inputs of a plan at once.
struct FeedbackAddressBook {
    private let contacts: [ContactID: Contact]
    /// Of each organisation those who may come in, by name.
    private let invited: [Organisation: [Contact]]
    private let people: [PersonID: Person]
    private let correspondents: [CorrespondentID: Correspondent]

    init(of plan: PlanID, _ store: any PeopleStore & ConsultationStore & IntakeStore) async throws {
        let contacts = try await store.contacts(of: nil).filter { !$0.isDisabled }
        let open = Set(try await store.invitations(of: plan).filter(\.isOpen).map(\.contact))
        let people = try await store.people().filter { !$0.isDisabled }
        let correspondents = try await store.correspondents(of: plan)
        self.contacts = Dictionary(contacts.map { ($0.id, $0) }) { first, _ in first }
        invited = Dictionary(
            grouping: contacts.filter { open.contains($0.id) }.sorted { ($0.name, $0.id) < ($1.name, $1.id) },
            by: \.organisation)
        self.people = Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
        self.correspondents = Dictionary(correspondents.map { ($0.id, $0) }) { first, _ in first }
    }

    /// Where the contact who sent it in has left, another of the organisation hears it: it is theirs as much.
    func reach(of input: Input) -> FeedbackReach {
        guard !input.isClosed else { return .closed }
        let submitter = input.submitter
        if let organisation = submitter.organisation {
            let own = submitter.contact.flatMap { contacts[$0] }
            return (own ?? invited[organisation]?.first).map { .recipient(.contact($0)) } ?? .nobody
        }
        if let person = submitter.person { return people[person].map { .recipient(.person($0)) } ?? .nobody }
        guard let writer = submitter.correspondent else { return .byCode }
        guard let known = correspondents[writer] else { return .nobody }
        return known.canBeReached ? .recipient(.correspondent(known)) : .byCode
    }
}
