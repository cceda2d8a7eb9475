import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// What is done to people and access is noted with who did it, and nothing besides.
@Suite struct OfficeDeedTests {
    let world: World
    let desk: PeopleDesk

    init() throws {
        world = try World()
        desk = PeopleDesk(store: world.store, time: world.clock.office)
    }

    private func kinds() async throws -> [OfficeDeed.Kind] { try await world.store.deeds().reversed().map(\.kind) }

    private func administrator() async throws -> Participant {
        let person = try await desk.add(
            name: "Ada", mail: "ada@waterkerke.example", as: .admin, function: "Beheerder", by: .keeper)
        return try await Reception(store: world.store, time: world.clock.office).participant(for: .person(person.id))
    }

    @Test func everythingThatIsDoneToAPersonIsNotedOnce() async throws {
        let admin = try await administrator()
        let noor = try await desk.add(name: "Noor", mail: "noor@waterkerke.example", by: admin)
        let plan = try #require(PlanID("veiligheid"))
        let office = try await desk.appoint(noor.id, as: .drafter, function: "Steller", for: plan, by: admin)
        let bas = try await desk.add(name: "Bas", mail: "bas@waterkerke.example", by: admin)
        let today = world.clock.office.today
        let period = try Period(from: today, until: today)
        let standIn = try await desk.substitute(bas.id, for: office.id, during: period, ground: "Mandaat", by: admin)
        try await desk.withdraw(standIn.id, by: admin)
        try await desk.withdraw(standIn.id, by: admin)
        try await desk.end(office.id, on: today, by: admin)
        try await desk.change(noor.id, name: "Noor Bos", mail: "noor@waterkerke.example", language: "nl", by: admin)
        try await desk.change(noor.id, name: "Noor Bos", mail: "noor@waterkerke.example", language: "en", by: admin)
        for isDisabled in [true, true, false] { try await desk.setDisabled(isDisabled, noor.id, by: admin) }
        try await desk.resetSignIn(of: noor.id, by: admin)
        #expect(
            try await kinds() == [
                .personAdded, .appointed, .personAdded, .appointed, .personAdded, .substituted, .substitutionWithdrawn,
                .appointmentEnded, .personChanged, .accessEnded, .accessRestored, .signInReset,
            ])
        let deeds = try await world.store.deeds()
        #expect(deeds.suffix(2).allSatisfy { $0.by == nil }, "by the keeper of the server")
        #expect(deeds.dropLast(2).allSatisfy { $0.by == admin.person?.id })
        let appointed = try #require(deeds.first { $0.kind == .appointed })
        #expect(appointed.office == OfficeDeed.Office(function: "Steller", role: .drafter, period: .always))
        #expect(appointed.plan == plan && appointed.about == .person(noor.id))
        #expect(appointed.concerns(plan) && !appointed.concerns(.named("ander")))
        #expect(deeds.first { $0.kind == .substituted }?.office?.ground == "Mandaat")
    }

    @Test func whatIsRefusedIsNotNoted() async throws {
        let admin = try await administrator()
        let before = try await kinds()
        for work in [
            { try await desk.setDisabled(true, try #require(admin.person).id, by: admin) },
            { _ = try await desk.add(name: "", mail: "x@y.nl", by: admin) },
            { _ = try await desk.add(name: "Noor", mail: "ada@waterkerke.example", by: admin) },
        ] as [() async throws -> Void] {
            await #expect(throws: PlanError.self) { try await work() }
        }
        #expect(try await kinds() == before)
    }

    @Test func contactsAreNotedFromTheirFirstDayToTheirLast() async throws {
        let plan = try await world.startPlan()
        let consultation = ConsultationDesk(world.office, store: world.store)
        var contact = try await desk.addContact(
            of: "Politie", name: "Sam", mail: "sam@politie.example", function: nil, by: .keeper)
        try await consultation.invite(
            contact.id, to: plan, token: TokenHash(rawValue: "a"), expiresAt: world.clock.now + 60, by: .keeper)
        for _ in 0..<2 { try await consultation.withdraw(contact.id, from: plan, by: .keeper) }
        contact.name = "Samira"
        contact.isDisabled = true
        try await desk.change(contact, by: .keeper)
        try await desk.change(contact, by: .keeper)
        #expect(
            try await kinds() == [
                .contactAdded, .contactInvited, .contactWithdrawn, .contactAccessEnded, .contactChanged,
            ])
        #expect(try await world.store.deeds().allSatisfy { $0.about == .contact(contact.id) })
    }

    @Test(arguments: [
        ("politie", true), ("Polítie", true), ("Poltie", true), ("Politie ", true), ("Pol-itie", true),
        ("Politiek", true), ("Polis", false), ("Politie Oost", false), ("Brandweer", false), ("Politie", false),
    ])
    func aNameThatIsAlikeIsTold(_ name: String, _ isAlike: Bool) {
        #expect(Organisation(name: "Politie").resembles(Organisation(name: name)) == isAlike)
        #expect(Organisation(name: name).resembles(Organisation(name: "Politie")) == isAlike)
    }

    @Test func shortNamesAreAlikeInTheSameLettersAlone() {
        #expect(!Organisation(name: "GGD").resembles(Organisation(name: "GGZ")))
        #expect(Organisation(name: "GGD").resembles(Organisation(name: "G.G.D.")))
    }
}
