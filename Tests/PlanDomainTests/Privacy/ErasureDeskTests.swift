import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// Who may erase what, and that nothing goes by a slip.
@Suite struct ErasureDeskTests {
    private func heard() async throws -> (Hearing, ErasureDesk, InputNumber) {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let number = try #require(try await hearing.takeIn(["Bel Jan Bos."], in: round).first)
        return (hearing, ErasureDesk(hearing.world.store, time: hearing.world.clock.office), number)
    }

    @Test func anInputGoesByWhoHandlesInputsOfItsPlan() async throws {
        let (hearing, desk, number) = try await heard()
        let subject = Erasure.Subject.input(number, hearing.plan)
        for participant in [
            hearing.drafter, hearing.editor, hearing.auditor, hearing.stranger, hearing.police, .visitor,
        ] {
            let refusal = try await refusal { try await desk.preview(subject, for: participant) }
            #expect(refusal == .nothingToErase)
            let deed = try await refusalOfErasing(desk, subject, participant)
            #expect(deed == .nothingToErase)
        }
        #expect(try await desk.preview(subject, for: hearing.handler).unanswered == [number])
        let open = try await refusal { try await desk.erase(subject, on: .request, by: hearing.secretary) }
        #expect(open?.code == .conflict && open?.reason.key == "erasure.unanswered")
        let erasure = try await desk.erase(
            subject, on: .request, acceptingUnanswered: true, by: hearing.secretary)
        #expect(erasure.day == hearing.world.clock.today && erasure.by == hearing.secretary.person?.id)
        #expect(try await hearing.state(of: number) == .withdrawn)
        let again = try await refusalOfErasing(desk, subject, hearing.secretary)
        #expect(again == .nothingToErase)
    }

    private func refusalOfErasing(
        _ desk: ErasureDesk, _ subject: Erasure.Subject, _ participant: Participant
    ) async throws -> PlanError? {
        try await refusal {
            try await desk.erase(subject, on: .request, acceptingUnanswered: true, by: participant)
        }
    }

    @Test func anAdoptedAnswerStaysAndTheRegisterVerifies() async throws {
        let (hearing, desk, number) = try await heard()
        try await hearing.judge(number)
        try await hearing.adopt(try await hearing.propose(for: number))
        let before = try await hearing.inputs.input(number, of: hearing.plan, for: hearing.handler)
        try await desk.erase(.input(number, hearing.plan), on: .request, by: hearing.handler)
        let after = try await hearing.inputs.input(number, of: hearing.plan, for: hearing.handler)
        #expect(after.input.isErased && !after.input.isWithdrawn && after.input.content.text.isEmpty)
        #expect(after.standing == before.standing)
        #expect(try await hearing.world.office.verifyRegister(of: hearing.plan).finding == nil)
        #expect(try await hearing.dispositions.broken(in: hearing.plan, for: hearing.handler).isEmpty)
    }

    @Test func somebodyOfTheOfficeGoesOnceTheyCanNoLongerComeIn() async throws {
        let (hearing, desk, _) = try await heard()
        let person = try #require(hearing.drafter.person?.id)
        for participant in [hearing.secretary, hearing.drafter, hearing.police] {
            let refusal = try await refusalOfErasing(desk, .person(person), participant)
            #expect(refusal == .nothingToErase)
        }
        let early = try await refusalOfErasing(desk, .person(person), .keeper)
        #expect(early?.reason.key == "erasure.person-active")
        try await hearing.people.setDisabled(true, person, by: .keeper)
        let pseudonym = try await hearing.world.store.pseudonym(of: person, in: hearing.plan)
        try await desk.erase(.person(person), on: .request, by: .keeper)
        #expect(try await hearing.world.store.person(person) == nil)
        #expect(try await hearing.world.store.person(behind: pseudonym, in: hearing.plan) == person)
        #expect(try await hearing.world.office.verifyRegister(of: hearing.plan).finding == nil)
    }

    @Test func aContactGoesAndTheirOrganisationKeepsWhatItSaid() async throws {
        let (hearing, desk, _) = try await heard()
        let round = try #require(try await hearing.world.store.rounds(of: hearing.plan).first).id
        let number = try #require(
            try await hearing.send([WrittenInput(kind: .general, text: "Meer licht.")], in: round, by: hearing.police)
                .first)
        let contact = try #require(hearing.police.contact(in: hearing.plan)?.id)
        try await desk.erase(.contact(contact), on: .request, by: .keeper)
        let seen = try await hearing.inputs.input(number, of: hearing.plan, for: hearing.colleague)
        #expect(seen.input.content.text == "Meer licht." && seen.isOwn)
        #expect(try await hearing.world.store.invitations(of: hearing.plan).contains { $0.contact == contact })
    }
}
