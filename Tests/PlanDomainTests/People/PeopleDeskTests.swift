import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// The administrator looks after people; others look after what is theirs.
@Suite struct PeopleDeskTests {
    let world: World
    let desk: PeopleDesk
    let reception: Reception
    let plan = PlanID("veiligheid-2024-2027")!

    init() throws {
        world = try World()
        desk = PeopleDesk(store: world.store, time: world.clock.office)
        reception = Reception(store: world.store, time: world.clock.office)
    }

    private func person(_ name: String, as role: Role? = nil, for plan: PlanID? = nil) async throws -> Person {
        let mail = "\(name.lowercased())@waterkerke.example"
        let person = try await desk.add(name: name, mail: mail, by: .keeper)
        if let role { try await desk.appoint(person.id, as: role, function: "F", for: plan, by: .keeper) }
        return person
    }

    private func participant(_ person: Person) async throws -> Participant {
        try await reception.participant(for: .person(person.id))
    }

    private func refusal(_ work: () async throws -> Void) async throws -> PlanError.Code? {
        do {
            try await work()
            return nil
        } catch let error as PlanError {
            return error.code
        }
    }

    @Test func anAppointmentCountsWithinItsPeriodAlone() async throws {
        let noor = try await person("Noor")
        let june = try Period(from: CalendarDate(iso8601: "2023-06-05"), until: CalendarDate(iso8601: "2023-06-06"))
        try await desk.appoint(noor.id, as: .drafter, function: "Steller", for: plan, during: june, by: .keeper)
        for (day, isIn) in [(-1, false), (0, true), (1, true), (2, false)] {
            let clock = world.clock.now + Double(day) * 86_400
            let later = Reception(store: world.store, time: OfficeTime { clock })
            let participant = try await later.participant(for: .person(noor.id))
            #expect(participant.may(.write, in: plan) == isIn, "day \(day)")
        }
    }

    @Test func aSubstitutionGivesNothingOutsideItsPeriod() async throws {
        let mayor = try await person("Bas")
        let noor = try await person("Noor", as: .councillor)
        let office = try await desk.appoint(mayor.id, as: .portfolioHolder, function: "Burgemeester", by: .keeper)
        let today = world.clock.office.today
        try await desk.substitute(
            noor.id, for: office.id, during: try Period(from: today, until: today), ground: "Artikel 4", by: .keeper)
        #expect(try await participant(noor).may(.signOff, in: plan))
        let tomorrow = world.clock.now + 86_400
        let later = Reception(store: world.store, time: OfficeTime { tomorrow })
        #expect(try await !later.participant(for: .person(noor.id)).may(.signOff, in: plan))
    }

    @Test func aSubstitutionOfSomebodyWhoLeftGivesNothing() async throws {
        let mayor = try await person("Bas")
        let noor = try await person("Noor")
        let office = try await desk.appoint(mayor.id, as: .portfolioHolder, function: "Burgemeester", by: .keeper)
        let today = world.clock.office.today
        let month = try Period(from: today, until: today.adding(days: 30))
        try await desk.substitute(noor.id, for: office.id, during: month, ground: "Artikel 4", by: .keeper)
        try await desk.end(office.id, on: today.adding(days: -1), by: .keeper)
        #expect(try await participant(noor).replacements.isEmpty)
    }

    @Test func whoIsDisabledIsAVisitorAndTheirSessionsEnd() async throws {
        let noor = try await person("Noor", as: .drafter)
        let now = world.clock.now
        let session = SignInSession(
            id: TokenHash(rawValue: "x"), holder: .person(noor.id), startedAt: now, lastSeenAt: now,
            expiresAt: now + 3600, device: "Firefox", hasSecondFactor: true)
        try await world.store.begin(session)
        try await desk.setDisabled(true, noor.id, by: .keeper)
        #expect(try await participant(noor) == .visitor)
        #expect(try await world.store.session(session.id, at: now) == nil)
        try await desk.setDisabled(false, noor.id, by: .keeper)
        #expect(try await participant(noor).may(.write, in: plan))
    }

    @Test func onlyTheAdministratorAddsAndEndsPeople() async throws {
        let outsider = try await participant(try await person("Noor", as: .secretary))
        let bas = try await person("Bas")
        #expect(try await refusal { try await desk.add(name: "X", mail: "x@y.nl", by: outsider) } == .notFound)
        #expect(try await refusal { try await desk.setDisabled(true, bas.id, by: outsider) } == .notFound)
        #expect(try await refusal { try await desk.resetSignIn(of: bas.id, by: outsider) } == .notFound)
        let admin = try await person("Ada", as: .admin)
        let participant = try await participant(admin)
        try await desk.setDisabled(true, bas.id, by: participant)
        #expect(try await refusal { try await desk.setDisabled(true, admin.id, by: participant) } == .invalid)
    }

    @Test func theSecretaryAppointsForTheirOwnPlanAlone() async throws {
        let other = try #require(PlanID("ander-plan"))
        let secretary = try await participant(try await person("Noor", as: .secretary, for: plan))
        let bas = try await person("Bas")
        try await desk.appoint(bas.id, as: .drafter, function: "Steller", for: plan, by: secretary)
        for place in [other, nil] {
            let code = try await refusal {
                try await desk.appoint(bas.id, as: .drafter, function: "Steller", for: place, by: secretary)
            }
            #expect(code == .notFound)
        }
        #expect(try await participant(bas).roles(in: plan) == [.drafter])
    }

    @Test func somebodyChangesTheirOwnNameButNotTheirAddress() async throws {
        let noor = try await person("Noor")
        let own = try await participant(noor)
        try await desk.change(noor.id, name: " Noor  Bos ", mail: "dief@elders.example", language: "en", by: own)
        let changed = try await desk.person(noor.id)
        #expect(changed.name == "Noor Bos")
        #expect(changed.language == "en")
        #expect(changed.mail == noor.mail)
        let bas = try await person("Bas")
        let code = try await refusal {
            try await desk.change(bas.id, name: "X", mail: "x@y.nl", language: "nl", by: own)
        }
        #expect(code == .notFound)
    }

    @Test func aContactThatIsDisabledIsAVisitorAndTheirLinksAreWithdrawn() async throws {
        try await world.store.add([Organisation(name: "Politie")], to: plan)
        var sam = try await desk.addContact(
            of: "Politie", name: "Sam", mail: "sam@politie.example", function: nil, by: .keeper)
        let link = AccessLink(
            id: TokenHash(rawValue: "link"), purpose: .contribute(sam.id, plan: plan), madeAt: world.clock.now,
            expiresAt: world.clock.now + 3600)
        try await world.store.make(link)
        try await world.store.save(Invitation(plan: plan, contact: sam.id, invitedAt: world.clock.now))
        let holder = SignInSession.Holder.contact(sam.id, plan: plan)
        #expect(try await reception.participant(for: holder).contact(in: plan) == sam)
        sam.isDisabled = true
        try await desk.change(sam, by: .keeper)
        #expect(try await reception.participant(for: holder) == .visitor)
        #expect(try await world.store.use(link.id, at: world.clock.now) == nil)
    }

    @Test func emptyAndOverlongLinesAreRefusedWithWhatToDo() async throws {
        for name in ["", "  \n", String(repeating: "a", count: 201)] {
            #expect(try await refusal { try await desk.add(name: name, mail: "x@y.nl", by: .keeper) } == .invalid)
        }
        let noor = try await person("Noor")
        for role in [Role.partner, .resident] {
            let code = try await refusal { try await desk.appoint(noor.id, as: role, function: "F", by: .keeper) }
            #expect(code == .invalid)
        }
        #expect(try await world.store.people().map(\.name) == ["Noor"])
    }
}
