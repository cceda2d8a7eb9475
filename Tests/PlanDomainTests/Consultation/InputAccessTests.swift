import Foundation
import PlanDomain
import TestSupport
import Testing

/// Who sees which input, and how much of it.
@Suite struct InputAccessTests {
    private static let text = Data("%PDF-1.7 inhoud".utf8)

    /// An input of the police with an attachment, one of the fire brigade and one of a councillor.
    private func hearing() async throws -> Hearing {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let (item, _) = try await hearing.room.add(Hearing.remark, in: round, of: hearing.plan, by: hearing.police)
        _ = try await hearing.room.attach(
            Self.text, named: "brief.pdf", to: item, in: round, of: hearing.plan, by: hearing.police)
        try await hearing.send([], in: round, by: hearing.police)
        try await hearing.send(in: round, by: hearing.fireBrigade)
        let council = try await hearing.openRound(Hearing.preparation("Raad", audience: .council))
        try await hearing.send(in: council, by: hearing.councillor)
        return hearing
    }

    private func numbers(_ hearing: Hearing, _ participant: Participant) async throws -> [Int] {
        try await hearing.inputs.inputs(of: hearing.plan, for: participant).map(\.input.number.rawValue)
    }

    @Test func everybodySeesWhatIsTheirsToSee() async throws {
        let hearing = try await hearing()
        for participant in [hearing.handler, hearing.editor, hearing.secretary, hearing.auditor, hearing.drafter] {
            #expect(try await numbers(hearing, participant) == [1, 2, 3])
        }
        #expect(try await numbers(hearing, hearing.police) == [1])
        #expect(try await numbers(hearing, hearing.colleague) == [1])
        #expect(try await numbers(hearing, hearing.fireBrigade) == [2])
        #expect(try await numbers(hearing, hearing.councillor) == [3])
        #expect(try await numbers(hearing, hearing.adviser) == [])
        for participant in [hearing.stranger, .visitor, .keeper] {
            #expect(try await refusal { try await numbers(hearing, participant) }?.code == .notFound)
        }
    }

    @Test func anothersInputLooksLikeNone() async throws {
        let hearing = try await hearing()
        let known = try #require(InputNumber(rawValue: 2))
        let unknown = try #require(InputNumber(rawValue: 99))
        for number in [known, unknown] {
            let error = try await refusal {
                try await hearing.inputs.input(number, of: hearing.plan, for: hearing.police)
            }
            #expect(error == PlanError(.notFound, .init("input.unknown", ["input": .text(number.description)])))
        }
    }

    @Test func aDrafterReadsTextAndOrganisationAndReachesNobody() async throws {
        let hearing = try await hearing()
        for seen in try await hearing.inputs.inputs(of: hearing.plan, for: hearing.drafter) {
            #expect(!seen.input.content.text.isEmpty)
            #expect(seen.input.submitter.contact == nil)
            #expect(seen.input.submitter.person == nil)
            #expect(seen.input.attachments.isEmpty)
            #expect(!seen.isOwn)
        }
        let all = try await hearing.inputs.inputs(of: hearing.plan, for: hearing.drafter)
        #expect(all.map(\.input.submitter.organisation?.name) == ["Politie Oost", "Brandweer", nil])
        #expect(all.last?.input.submitter.function == "Functie Roos")
        let handled = try await hearing.inputs.inputs(of: hearing.plan, for: hearing.handler)
        #expect(handled.first?.input.submitter.contact == hearing.police.contact(in: hearing.plan)?.id)
        #expect(handled.first?.input.attachments.count == 1)
    }

    @Test func anAttachmentIsHandedOutToWhoMaySeeTheInputAndIsOfThatInput() async throws {
        let hearing = try await hearing()
        let first = try #require(InputNumber(rawValue: 1))
        let second = try #require(InputNumber(rawValue: 2))
        let seen = try await hearing.inputs.input(first, of: hearing.plan, for: hearing.police)
        let attachment = try #require(seen.input.attachments.first).id
        for participant in [hearing.police, hearing.colleague, hearing.handler, hearing.auditor] {
            let file = try await hearing.inputs.file(attachment, of: first, in: hearing.plan, for: participant)
            #expect(file.bytes == Self.text)
        }
        for participant in [hearing.fireBrigade, hearing.drafter, hearing.stranger, .visitor] {
            let error = try await refusal {
                try await hearing.inputs.file(attachment, of: first, in: hearing.plan, for: participant)
            }
            #expect(error?.code == .notFound)
        }
        let elsewhere = try await refusal {
            try await hearing.inputs.file(attachment, of: second, in: hearing.plan, for: hearing.fireBrigade)
        }
        #expect(elsewhere?.code == .notFound)
    }

    @Test func aContactOfAnotherPlanSeesNothingHere() async throws {
        let hearing = try await hearing()
        let contact = try #require(hearing.police.contact(in: hearing.plan))
        let elsewhere = Participant(.contact(contact, plan: .named("een-ander-plan")))
        #expect(InputAccess(elsewhere, in: hearing.plan).isEmpty)
        #expect(try await refusal { try await numbers(hearing, elsewhere) }?.code == .notFound)
        let input = try #require(try await hearing.world.store.inputs(of: hearing.plan).first)
        #expect(InputAccess(elsewhere, in: .named("een-ander-plan")).shown(input) == nil)
        #expect(InputAccess(hearing.handler, in: .named("een-ander-plan")).shown(input) == nil)
    }

    @Test func whoReplacesAHandlerSeesWhatTheHandlerSees() async throws {
        let hearing = try await hearing()
        let absent = try #require(hearing.handler.appointments.first)
        let person = try #require(hearing.stranger.person)
        let deputy = Participant(
            .person(person), appointments: hearing.stranger.appointments,
            replacements: [.init(appointment: absent, ground: "Vervangingsregeling")])
        #expect(try await numbers(hearing, deputy) == [1, 2, 3])
    }

    @Test func whatIsMerelyProposedStaysInTheHouse() async throws {
        let hearing = try await hearing()
        let number = try #require(InputNumber(rawValue: 1))
        let proposal = try await hearing.propose(
            WrittenDisposition(outcome: .notTakenOver, reason: "Dat doen wij al."), for: number)
        let before = try await hearing.inputs.input(number, of: hearing.plan, for: hearing.police).standing
        #expect(before.state == .proposed)
        #expect(before.proposal == nil)
        #expect(before.adopted == nil)
        #expect(
            try await hearing.inputs.input(number, of: hearing.plan, for: hearing.drafter).standing.proposal == proposal
        )
        try await hearing.adopt(proposal)
        let after = try await hearing.inputs.input(number, of: hearing.plan, for: hearing.police).standing
        #expect(after.state == .answered)
        #expect(after.adopted?.disposition.reason == "Dat doen wij al.")
    }
}
