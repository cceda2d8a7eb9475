import Foundation
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Something that somebody did, in words, with who it was where the store knows.
struct AuditEvent {
    let moment: Date
    /// Who did it, and about whom it is.
    let people: [PersonID]
    let who: String
    let function: String
    let what: String
}

/// Puts together who did what when: acts, changes of texts, and what was done to people, access and settings.
struct AuditLog {
    private let services: SiteServices
    private let phrases: Phrases
    private let names: [PersonID: String]
    private let contacts: [ContactID: Contact]
    private let titles: [PlanID: String]

    init(_ people: [Person], _ services: SiteServices, _ phrases: Phrases) async throws {
        self.services = services
        self.phrases = phrases
        names = Dictionary(people.map { ($0.id, $0.name) }) { first, _ in first }
        contacts = try await Dictionary(services.store.contacts(of: nil).map { ($0.id, $0) }) { first, _ in first }
        titles = try await Dictionary(services.store.summaries().map { ($0.id, $0.title) }) { first, _ in first }
    }

    /// What was done to people, access and settings, newest first.
    func deeds() async throws -> [AuditEvent] { try await services.store.deeds().map(event) }

    /// All that happened in a plan or says who may do what in it, newest first.
    func events(of view: RegisterView) async throws -> [AuditEvent] {
        let plan = view.plan.id
        var known: [String: PersonID?] = [:]
        func person(_ author: Author) async throws -> PersonID? {
            if let found = known[author.pseudonym] { return found }
            let found = try await services.store.person(behind: author.pseudonym, in: plan)
            known[author.pseudonym] = .some(found)
            return found
        }
        var events = try await services.store.deeds().filter { $0.concerns(plan) }.map(event)
        for entry in view.entries {
            let what = entry.sentence(definition: view.definition, phrases: phrases)
            events.append(
                event(entry.act.recordedAt, entry.act.author, try await person(entry.act.author), what))
        }
        for change in try await services.store.changes(of: plan, section: nil) {
            let what = phrases.text("admin.audit.change", ["summary": .text(change.summary)])
            events.append(event(change.madeAt, change.author, try await person(change.author), what))
        }
        return events.sorted { $0.moment > $1.moment }
    }

    /// Nil where there is nothing to show.
    ///
    /// - Parameter hasFunctions: whether it says in which function something was done; what is done outside plans is not done
    ///   in one.
    func table(of events: [AuditEvent], hasFunctions: Bool = true) -> AdminTable? {
        guard !events.isEmpty else { return nil }
        let function = hasFunctions ? [phrases.text("admin.function")] : []
        var table = AdminTable(
            phrases.text("admin.audit.heading"),
            [phrases.text("admin.audit.moment"), phrases.text("admin.audit.who")] + function
                + [phrases.text("admin.audit.what")])
        for event in events {
            table.add(
                [phrases.moment(event.moment), event.who] + (hasFunctions ? [event.function] : []) + [event.what])
        }
        return table
    }

    private func event(_ moment: Date, _ author: Author, _ person: PersonID?, _ what: String) -> AuditEvent {
        AuditEvent(
            moment: moment, people: [person].compactMap { $0 },
            who: person.flatMap { names[$0] } ?? phrases.text("admin.audit.unknown"), function: author.function,
            what: what)
    }

    private func event(_ deed: OfficeDeed) -> AuditEvent {
        var people = [deed.by].compactMap { $0 }
        if case .person(let person) = deed.about, person != deed.by { people.append(person) }
        let who =
            deed.by.map { names[$0] ?? phrases.text("admin.deeds.erased-person") }
            ?? phrases.text("admin.deeds.at-server")
        return AuditEvent(
            moment: deed.doneAt, people: people, who: who, function: phrases.text("admin.deeds.function"),
            what: sentence(deed))
    }

    private func sentence(_ deed: OfficeDeed) -> String {
        var words: [String: PhraseArgument] = [
            "who": .text(""), "function": .text(""), "role": .text(""), "period": .text(""), "ground": .text(""),
            "plan": .text(deed.plan.map { titles[$0] ?? $0.rawValue } ?? phrases.text("admin.deeds.all-plans")),
        ]
        switch deed.about {
        case .person(let id): words["who"] = .text(names[id] ?? phrases.text("admin.deeds.erased-person"))
        case .contact(let id):
            words["who"] = .text(
                contacts[id].map { "\($0.name) (\($0.organisation.name))" } ?? phrases.text("admin.deeds.erased-person")
            )
        case nil: break
        }
        if let office = deed.office {
            words["function"] = .text(office.function)
            words["role"] = .text(phrases.text(office.role))
            words["period"] = .text(phrases.text(office.period))
            words["ground"] = .text(office.ground ?? "")
        }
        let kind = PhraseKey.name(deed.kind.rawValue)
        return phrases.text("admin.deeds.kind.\(kind)", words)
    }
}

/// Of whom and of when somebody wants to know what was done.
struct AuditFilter {
    let person: PersonID?
    let from: CalendarDate?
    let until: CalendarDate?

    /// What a query says; what it says wrongly is left out.
    init(_ request: Request) throws {
        let query = try QueryValues(request.uri.query)
        person = query["persoon"].flatMap { PersonID($0) }
        from = query["van"].flatMap { CalendarDate(iso8601: $0) }
        until = query["tot"].flatMap { CalendarDate(iso8601: $0) }
    }

    func admits(_ event: AuditEvent, _ time: OfficeTime) -> Bool {
        let period = (try? Period(from: from, until: until)) ?? .always
        return person.map(event.people.contains) ?? true && period.contains(time.day(of: event.moment))
    }
}
