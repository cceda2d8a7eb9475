import Foundation
import PlanDomain
import TestSupport
import Testing

/// Partners come in by invitation, and go out again at once when it is withdrawn.
@Suite struct InvitationTests {
    private func contact(_ participant: Participant, in hearing: Hearing) throws -> ContactID {
        try #require(participant.contact(in: hearing.plan)).id
    }

    private func invite(_ id: ContactID, _ token: String, in hearing: Hearing) async throws -> AccessLink {
        try await hearing.desk.invite(
            id, to: hearing.plan, token: TokenHash(rawValue: token), expiresAt: hearing.world.clock.now + 86_400,
            by: hearing.handler)
    }

    @Test func anInvitationIsALinkForOneContactAndOnePlan() async throws {
        let hearing = try await Hearing()
        let id = try contact(hearing.police, in: hearing)
        let link = try await invite(id, "eerste", in: hearing)
        #expect(link.purpose == .contribute(id, plan: hearing.plan))
        #expect(try await hearing.world.store.link(link.id) == link)
        #expect(try await hearing.desk.isInvited(id, to: hearing.plan))
        #expect(try await !hearing.desk.isInvited(id, to: .named("een-ander-plan")))
        #expect(try await hearing.world.store.organisations(of: hearing.plan) == [Hearing.organisations[0]])
        let invited = try await hearing.desk.invitations(of: hearing.plan, for: hearing.editor)
        #expect(invited.map(\.contact) == [id])
    }

    @Test func aNewInvitationEndsTheLinkBeforeIt() async throws {
        let hearing = try await Hearing()
        let id = try contact(hearing.police, in: hearing)
        _ = try await invite(id, "eerste", in: hearing)
        let second = try await invite(id, "tweede", in: hearing)
        let now = hearing.world.clock.now
        #expect(try await hearing.world.store.use(TokenHash(rawValue: "eerste"), at: now) == nil)
        #expect(try await hearing.world.store.use(second.id, at: now) != nil)
        #expect(try await hearing.world.store.invitations(of: hearing.plan).count == 1)
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
        for participant in [hearing.drafter, hearing.stranger, hearing.police, .visitor] {
            let attempts: [() async throws -> Void] = [
                {
                    try await hearing.desk.invite(
                        id, to: hearing.plan, token: TokenHash(rawValue: "x"), expiresAt: .distantFuture,
                        by: participant)
                },
                { try await hearing.desk.withdraw(id, from: hearing.plan, by: participant) },
                { _ = try await hearing.desk.invitations(of: hearing.plan, for: participant) },
            ]
            for attempt in attempts { #expect(try await refusal(of: attempt) != nil) }
        }
        #expect(try await hearing.world.store.invitations(of: hearing.plan).isEmpty)
    }

    @Test func aContactThatIsNotThereOrDisabledIsNotInvited() async throws {
        let hearing = try await Hearing()
        let unknown = try #require(ContactID("niemand"))
        #expect(try await refusal { _ = try await invite(unknown, "x", in: hearing) }?.code == .notFound)
        var contact = try #require(hearing.police.contact(in: hearing.plan))
        contact.isDisabled = true
        try await hearing.people.change(contact, by: .keeper)
        #expect(try await refusal { _ = try await invite(contact.id, "y", in: hearing) }?.code == .notFound)
        let error = try await refusal {
            try await hearing.desk.withdraw(contact.id, from: hearing.plan, by: hearing.handler)
        }
        #expect(error?.code == .notFound)
    }
}
