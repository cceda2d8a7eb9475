import PlanDomain
import Testing
import Workflow

/// What somebody may follows from their appointments and from nothing else.
@Suite struct ParticipantTests {
    let own = PlanID("veiligheid-2024-2027")!
    let other = PlanID("uitvoeringsplan-2025")!

    private func participant(
        as role: Role, for plan: PlanID? = nil, replacing: Role? = nil
    ) throws -> Participant {
        let person = Person(id: PersonID("noor")!, name: "Noor Bos", mail: MailAddress("noor@waterkerke.example")!)
        let absent = Appointment(
            id: AppointmentID("b")!, person: PersonID("bas")!, role: replacing ?? .secretary, function: "Burgemeester")
        return Participant(
            .person(person),
            appointments: [
                Appointment(id: AppointmentID("a")!, person: person.id, role: role, function: "Wethouder", plan: plan)
            ],
            replacements: replacing == nil ? [] : [.init(appointment: absent, ground: "Artikel 4")])
    }

    @Test(arguments: PlanRight.allCases)
    func aRightIsThatOfItsRolesInTheirOwnPlanAlone(_ right: PlanRight) throws {
        for role in Role.allCases {
            let participant = try participant(as: role, for: own)
            #expect(participant.may(right, in: own) == right.roles.contains(role), "\(role)")
            #expect(!participant.may(right, in: other), "\(role)")
            #expect(try self.participant(as: role).may(right, in: other) == right.roles.contains(role), "\(role)")
        }
        #expect(!Participant.visitor.may(right, in: own))
    }

    @Test func aContactMayContributeToTheirPlanAndNothingElse() throws {
        let contact = Contact(
            id: ContactID("sam")!, organisation: Organisation(name: "Politie"), name: "Sam",
            mail: MailAddress("sam@politie.example")!)
        let participant = Participant(.contact(contact, plan: own))
        for right in PlanRight.allCases {
            #expect(participant.may(right, in: own) == (right == .contribute))
            #expect(!participant.may(right, in: other))
        }
        #expect(participant.contact(in: own) == contact)
        #expect(participant.contact(in: other) == nil)
    }

    @Test func whoMayNotReadAPlanDoesNotLearnThatItIsThere() throws {
        for right in PlanRight.allCases {
            let error = #expect(throws: PlanError.self) { try Participant.visitor.require(right, in: own) }
            #expect(error?.code == .notFound)
        }
    }

    /// Which plans lie before the council is not in their role: a refusal would tell of those that do not yet.
    @Test func aCouncillorIsRefusedAsIfNothingWereThere() throws {
        for right in PlanRight.allCases where !right.roles.contains(.councillor) {
            let error = #expect(throws: PlanError.self) { try participant(as: .councillor).require(right, in: own) }
            #expect(error?.code == .notFound)
        }
    }

    @Test func whoWorksOnAPlanIsToldWhichRoleItTakes() throws {
        let error = #expect(throws: PlanError.self) { try participant(as: .auditor).require(.write, in: own) }
        #expect(error?.code == .forbidden)
        #expect(error?.reason.arguments["roles"] == .list([.role(.drafter), .role(.editor)]))
    }

    @Test func aSubstituteActsInTheRoleOfWhomTheyReplaceUnderTheirOwnFunction() throws {
        let deputy = try participant(as: .councillor, replacing: .portfolioHolder)
        #expect(deputy.may(.signOff, in: own))
        #expect(
            deputy.capacities(in: own) == [
                Capacity(role: .councillor, function: "Wethouder", onBehalfOf: nil),
                Capacity(
                    role: .portfolioHolder, function: "Wethouder",
                    onBehalfOf: Act.Substitution(function: "Burgemeester", ground: "Artikel 4")),
            ])
    }

    @Test func onlyAnAdministratorForAllPlansIsOne() throws {
        #expect(try participant(as: .admin).isAdministrator)
        #expect(try !participant(as: .admin, for: own).isAdministrator)
        #expect(try !participant(as: .secretary, replacing: .admin).isAdministrator)
        #expect(Participant.keeper.isAdministrator)
        #expect(!Participant.visitor.isAdministrator)
    }
}

@Suite struct MailAddressTests {
    @Test(arguments: [
        ("a@b.nl", "a@b.nl"), ("J.Bos+plan@Gemeente.Example", "j.bos+plan@gemeente.example"),
        ("o'neill@a-b.co.uk", "o'neill@a-b.co.uk"),
    ])
    func anAddressIsKeptInLowerCase(_ text: String, kept: String) {
        #expect(MailAddress(text)?.rawValue == kept)
    }

    @Test(arguments: [
        "", "a", "a@", "@b.nl", "a@b", "a@@b.nl", "a b@c.nl", ".a@b.nl", "a.@b.nl", "a..b@c.nl", "a@-b.nl", "a@b-.nl",
        "a@b..nl", "a@b.nl\r\nBcc: c@d.nl", "é@b.nl", "a@b.nl,c@d.nl", "<a@b.nl>",
        String(repeating: "a", count: 65) + "@b.nl",
    ])
    func whatIsNoAddressIsRefused(_ text: String) {
        #expect(MailAddress(text) == nil)
        #expect(throws: PlanError.self) { try MailAddress(typed: text) }
    }

    @Test func whiteSpaceAroundAnAddressDoesNotCount() throws {
        #expect(try MailAddress(typed: "  a@b.nl\n").rawValue == "a@b.nl")
    }
}
