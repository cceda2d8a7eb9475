import TestSupport
import Testing
import Workflow

@testable import PlanDomain

/// Who may read what of a plan: every role, in their own plan and in another, and those who have no role at all.
@Suite struct PlanAccessTests {
    static let plan = PlanID.named("veiligheid")
    static let other = PlanID.named("cultuur")
    static let working: Set<Role> = [
        .drafter, .editor, .adviser, .secretary, .portfolioHolder, .handler, .boardOffice, .clerk, .auditor,
    ]

    private let publicity: Publicity
    private let closed: Publicity

    /// A plan with a round, an offer and a publication; and one in which nothing of the kind happened.
    init() throws {
        var register = try WrittenRegister("meerjarenbeleidsplan")
        closed = register.publicity
        for round in ["r1", "r2"] {
            register.add(
                .roundOpened(
                    round: round, audience: LocalizedText(nl: "Partners"), from: .june(round == "r1" ? 2 : 20),
                    until: .june(25)), about: round == "r1" ? "b" : "c", on: 1)
        }
        register.freeze()
        register.choose(Disclosure(.open, closedParts: [ClosedPart(.document("nota"), ground: "5.1 lid 2 i")]))
        register.decide()
        register.release()
        register.publish()
        register.offer("d")
        publicity = register.publicity
    }

    private func access(
        _ participant: Participant, _ publicity: Publicity? = nil, rounds: Set<String>? = nil, day: Int = 10
    ) -> PlanAccess {
        PlanAccess(
            participant, to: Self.plan, publicity: publicity ?? self.publicity, rounds: rounds, today: .june(day))
    }

    private func person(_ role: Role?, in plan: PlanID?) throws -> Participant {
        let person = try Person.named("p1")
        return Participant(.person(person), appointments: role.map { [.of(person, as: $0, in: plan)] } ?? [])
    }

    @Test(arguments: Role.allCases) func ownPlanIsReadAsFarAsTheRoleGoes(role: Role) throws {
        for plan in [Self.plan, nil] {
            let access = access(try person(role, in: plan))
            let level: ReadingLevel =
                Self.working.contains(role) ? .working : role == .councillor ? .offered : .published
            #expect(access.level == level)
            let audiences: [ReadingLevel: [ReadingAudience]] = [
                .working: [.council, .partners, .everyone], .offered: [.council, .everyone], .published: [.everyone],
            ]
            #expect(access.audiences == audiences[level])
        }
    }

    @Test(arguments: Role.allCases) func anotherPlanIsReadLikeAnybodyReadsIt(role: Role) throws {
        let participant = try person(role, in: Self.other)
        #expect(access(participant).level == .published)
        #expect(access(participant, closed).level == .none)
    }

    @Test(arguments: Role.allCases) func aPlanOfWhichNothingIsOutIsThereForTheOfficeAlone(role: Role) throws {
        let access = access(try person(role, in: Self.plan), closed)
        #expect(access.level == (Self.working.contains(role) ? .working : .none))
        #expect(throws: PlanError.unknown(Self.plan)) { try access.versions() }
    }

    @Test func whoReplacesSomebodyReadsWhatTheyRead() throws {
        let (deputy, councillor) = (try Person.named("p1"), try Person.named("p2"))
        func replacing(_ role: Role, in plan: PlanID?) -> PlanAccess {
            let appointment = Appointment.of(councillor, as: role, in: plan)
            return access(
                Participant(
                    .person(deputy), replacements: [.init(appointment: appointment, ground: "Vervangingsregeling")]))
        }
        #expect(replacing(.councillor, in: nil).level == .offered)
        #expect(replacing(.portfolioHolder, in: Self.plan).level == .working)
        #expect(replacing(.portfolioHolder, in: Self.other).level == .published)
    }

    @Test func aVisitorReadsWhatIsPublicAndNothingElse() throws {
        let access = access(.visitor)
        #expect(access.level == .published)
        #expect(try access.versions().map(\.text) == [.named("a")])
        for audience in [ReadingAudience.council, .partners] {
            #expect(throws: PlanError.unknown(Self.plan)) { try access.versions(as: audience) }
        }
        for text: Character in ["b", "d", "e"] {
            #expect(try refusalAtOnce { try access.version(at: .named(text)) }?.code == .notFound)
        }
    }

    @Test func aContactReadsTheRoundsOfTheirOrganisationFromTheirFirstDay() throws {
        let contact = try Contact.of("Politie")
        let participant = Participant(.contact(contact, plan: Self.plan))
        #expect(try access(participant).versions().map(\.text) == [.named("b")])
        #expect(try access(participant, day: 20).versions().map(\.text) == [.named("c"), .named("b")])
        #expect(try access(participant, rounds: ["r2"], day: 20).versions().map(\.text) == [.named("c")])
        #expect(access(participant, rounds: []).level == .published)
        #expect(access(participant).level == .consulted)
        #expect(throws: PlanError.unknown(Self.plan)) { try access(participant).versions(as: .council) }
    }

    @Test func aContactIsAVisitorInAnotherPlanAndOnceTheyAreDisabled() throws {
        var contact = try Contact.of("Politie")
        #expect(access(Participant(.contact(contact, plan: Self.other))).level == .published)
        contact.isDisabled = true
        #expect(access(Participant(.contact(contact, plan: Self.plan))).level == .published)
    }

    @Test func theSameTextMayBeMoreClosedToOneAudienceThanToAnother() throws {
        var register = try WrittenRegister.released("meerjarenbeleidsplan", Disclosure(.openInPart, ground: "5.1"))
        register.publish()
        register.offer()
        let access = access(try person(.councillor, in: nil), register.publicity)
        #expect(try access.version(as: .council).closure.closing(of: .named("doel")) == nil)
        #expect(try access.version(as: .everyone).closure.closing(of: .named("doel")) != nil)
    }
}

extension Person {
    static func named(_ id: String) throws -> Person {
        Person(id: try #require(PersonID(id)), name: "Naam", mail: try MailAddress(typed: "\(id)@voorbeeld.nl"))
    }
}

extension Contact {
    static func of(_ organisation: String) throws -> Contact {
        Contact(
            id: try #require(ContactID("c1")), organisation: Organisation(name: organisation), name: "Naam",
            mail: try MailAddress(typed: "c1@voorbeeld.nl"))
    }
}

extension Appointment {
    /// With an id made of the role, which a test has once.
    static func of(_ person: Person, as role: Role, in plan: PlanID? = nil) -> Appointment {
        guard let id = AppointmentID(role.rawValue.lowercased()) else { preconditionFailure("no id: \(role)") }
        return Appointment(id: id, person: person.id, role: role, function: role.rawValue, plan: plan)
    }
}
