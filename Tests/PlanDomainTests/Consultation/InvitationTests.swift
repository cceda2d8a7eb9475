import Foundation
import PlanDomain
import TestSupport
import Testing

/// Partners come in by invitation, and go out again at once when it is withdrawn.
@Suite struct InvitationTests {
    private func contact(_ participant: Participant, in hearing: Hearing) throws -> ContactID {
        try #require(participant.contact(in: hearing.plan)).id
    }

    /// Of an organisation that takes part, and nobody invited them yet.
    private func newcomer(in hearing: Hearing) async throws -> Contact {
        try await hearing.people.addContact(
            of: Hearing.organisations[0].name, name: "Nina", mail: "nina@partner.example", function: nil, by: .keeper)
    }

    private func invite(_ id: ContactID, _ token: String, in hearing: Hearing) async throws -> AccessLink {
        try await hearing.desk.invite(
            id, to: hearing.plan, token: TokenHash(rawValue: token), expiresAt: hearing.world.clock.now + 86_400,
            by: hearing.handler)
    }

    @Test func anInvitationIsALinkForOneContactAndOnePlan() async throws {
        let hearing = try await Hearing()
        let id = try await newcomer(in: hearing).id
        #expect(try await hearing.desk.standing(of: id, in: hearing.plan, for: hearing.handler) == .never)
        let link = try await invite(id, "eerste", in: hearing)
        #expect(link.purpose == .contribute(id, plan: hearing.plan))
        #expect(try await hearing.world.store.link(link.id) == link)
        #expect(try await hearing.desk.isInvited(id, to: hearing.plan))
        #expect(try await !hearing.desk.isInvited(id, to: .named("een-ander-plan")))
        #expect(try await hearing.world.store.organisations(of: hearing.plan) == [Hearing.organisations[0]])
        let invited = try await hearing.desk.invitations(of: hearing.plan, for: hearing.editor)
        #expect(invited.last?.contact == id)
    }

    @Test func aNewInvitationEndsTheLinkBeforeIt() async throws {
        let hearing = try await Hearing()
        let id = try await newcomer(in: hearing).id
        _ = try await invite(id, "eerste", in: hearing)
        let second = try await invite(id, "tweede", in: hearing)
        let now = hearing.world.clock.now
        #expect(try await hearing.world.store.use(TokenHash(rawValue: "eerste"), at: now) == nil)
        #expect(try await hearing.world.store.use(second.id, at: now) != nil)
        #expect(try await hearing.world.store.invitations(of: hearing.plan).count { $0.contact == id } == 1)
    }

    @Test func whoIsInvitedMayHaveAnotherLinkAndNobodyElse() async throws {
        let hearing = try await Hearing()
        let id = try await newcomer(in: hearing).id
        func renewed(_ token: String) async throws -> AccessLink? {
            try await hearing.desk.renew(
                id, to: hearing.plan, token: TokenHash(rawValue: token), expiresAt: hearing.world.clock.now + 3_600)
        }
        func standing() async throws -> InvitationStanding {
            try await hearing.desk.standing(of: id, in: hearing.plan, for: .keeper)
        }
        #expect(try await renewed("ongevraagd") == nil)
        let first = try await invite(id, "eerste", in: hearing)
        #expect(try await standing() == .invited(until: first.expiresAt))
        let now = hearing.world.clock.now
        let second = try #require(try await renewed("tweede"))
        #expect(try await hearing.world.store.use(first.id, at: now) == nil)
        #expect(try await hearing.world.store.use(second.id, at: now) != nil)
        #expect(try await standing() == .used(now))
        _ = try await renewed("derde")
        hearing.world.clock.advance(days: 1)
        #expect(try await standing() == .expired)
        try await hearing.desk.withdraw(id, from: hearing.plan, by: .keeper)
        #expect(try await standing() == .withdrawn)
        #expect(try await renewed("vierde") == nil)
    }

    /// Whatever happened between the link and the withdrawal, a session of who is not invited is nobody's.
    @Test func aSessionWithoutAnInvitationIsAVisitors() async throws {
        let hearing = try await Hearing()
        let id = try contact(hearing.police, in: hearing)
        let reception = Reception(store: hearing.world.store, time: hearing.world.clock.office)
        let holder = SignInSession.Holder.contact(id, plan: hearing.plan)
        #expect(try await reception.participant(for: holder).contact(in: hearing.plan)?.id == id)
        let elsewhere = SignInSession.Holder.contact(id, plan: .named("een-ander-plan"))
        #expect(try await reception.participant(for: elsewhere) == .visitor)
        try await hearing.desk.withdraw(id, from: hearing.plan, by: hearing.handler)
        #expect(try await reception.participant(for: holder) == .visitor)
    }

    @Test func whoIsWithdrawnIsOutAtOnceAndWhatTheySentInStays() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let id = try contact(hearing.police, in: hearing)
        let link = try await invite(id, "eerste", in: hearing)
        let now = hearing.world.clock.now
        let session = SignInSession(
            id: TokenHash(rawValue: "sessie"), holder: .contact(id, plan: hearing.plan), startedAt: now,
            lastSeenAt: now, expiresAt: now + 3_600, device: "Firefox", hasSecondFactor: false)
        try await hearing.world.store.begin(session)
        let numbers = try await hearing.send(in: round, by: hearing.police)
        try await hearing.desk.withdraw(id, from: hearing.plan, by: hearing.handler)
        #expect(try await hearing.world.store.session(session.id, at: now) == nil)
        #expect(try await hearing.world.store.use(link.id, at: now) == nil)
        #expect(try await !hearing.desk.isInvited(id, to: hearing.plan))
        let error = try await refusal { try await hearing.room.rounds(of: hearing.plan, for: hearing.police) }
        #expect(error?.code == .notFound)
        #expect(try await hearing.inputs.inputs(of: hearing.plan, for: hearing.handler).map(\.input.number) == numbers)
        _ = try await invite(id, "weer", in: hearing)
        #expect(try await hearing.room.rounds(of: hearing.plan, for: hearing.police).count == 1)
    }

    @Test func whoDoesNotConsultInvitesNobody() async throws {
        let hearing = try await Hearing()
        let id = try contact(hearing.police, in: hearing)
        let before = try await hearing.world.store.invitations(of: hearing.plan)
        for participant in [hearing.drafter, hearing.stranger, hearing.police, .visitor] {
            let attempts: [() async throws -> Void] = [
                {
                    try await hearing.desk.invite(
                        id, to: hearing.plan, token: TokenHash(rawValue: "x"), expiresAt: .distantFuture,
                        by: participant)
                },
                { try await hearing.desk.withdraw(id, from: hearing.plan, by: participant) },
                { _ = try await hearing.desk.invitations(of: hearing.plan, for: participant) },
                { _ = try await hearing.desk.standing(of: id, in: hearing.plan, for: participant) },
            ]
            for attempt in attempts { #expect(try await refusal(of: attempt) != nil) }
        }
        #expect(try await hearing.world.store.invitations(of: hearing.plan) == before)
    }

    @Test func aContactThatIsNotThereOrDisabledIsNotInvited() async throws {
        let hearing = try await Hearing()
        let unknown = try #require(ContactID("niemand"))
        #expect(try await refusal { _ = try await invite(unknown, "x", in: hearing) }?.code == .notFound)
        var contact = try await newcomer(in: hearing)
        contact.isDisabled = true
        try await hearing.people.change(contact, by: .keeper)
        #expect(try await refusal { _ = try await invite(contact.id, "y", in: hearing) }?.code == .notFound)
        let error = try await refusal {
            try await hearing.desk.withdraw(contact.id, from: hearing.plan, by: hearing.handler)
        }
        #expect(error?.code == .notFound)
    }
}
