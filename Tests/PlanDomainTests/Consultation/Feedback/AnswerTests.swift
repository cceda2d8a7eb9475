import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// What who sent something in finds of it ("Waar is mijn inbreng gebleven?"), and what their answer to that does.
@Suite struct AnswerTests {
    private func settled(_ text: String = "Welke wijk?") async throws -> (FeedbackBench, InputNumber) {
        let bench = try await FeedbackBench()
        let written = WrittenInput(kind: .general, text: text)
        let number = try #require(
            try await bench.hearing.send([written], in: bench.round, by: bench.hearing.police).first)
        try await bench.settle(number)
        return (bench, number)
    }

    @Test func allContactsOfAnOrganisationFindTheSameAndNobodyElse() async throws {
        let (bench, number) = try await settled()
        let hearing = bench.hearing
        for participant in [hearing.police, hearing.colleague] {
            let answers = try await bench.answers(for: participant)
            #expect(answers.map(\.number) == [number])
            #expect(answers.first?.state == .answered)
            #expect(answers.first?.adopted?.disposition.reason == "Dank.")
        }
        #expect(try await bench.answers(for: hearing.fireBrigade).isEmpty)
        #expect(try await bench.answers(for: hearing.councillor).isEmpty)
        for participant in [hearing.editor, hearing.drafter, .visitor] {
            #expect(try await refusal { try await bench.answers(for: participant) }?.code == .notFound)
        }
    }

    @Test func whoseAccessWasEndedFindsNothing() async throws {
        let (bench, _) = try await settled()
        let hearing = bench.hearing
        let contact = try #require(hearing.police.contact(in: bench.plan))
        try await hearing.desk.withdraw(contact.id, from: bench.plan, by: hearing.editor)
        #expect(try await refusal { try await bench.answers(for: hearing.police) }?.code == .notFound)
    }

    @Test func whatIsMerelyProposedStaysInTheHouse() async throws {
        let (bench, number) = try await settled()
        try await bench.hearing.propose(WrittenDisposition(outcome: .outOfScope, reason: "Intern."), for: number)
        let answer = try #require(try await bench.answers(for: bench.hearing.police).first)
        #expect(answer.adopted?.disposition.outcome == .noted)
        #expect(!"\(answer)".contains("Intern"))
    }

    @Test func whatIsLeftOutOfAnInputIsNotInItsFeedback() async throws {
        let (bench, _) = try await settled("Bel Pim op 0570-123456 over de wijk.")
        let answer = try #require(try await bench.answers(for: bench.hearing.police).first)
        #expect(answer.content.text == "Bel Pim op [contactgegevens weggelaten] over de wijk.")
    }

    @Test func itTellsWhatTheTextWasAndBecame() async throws {
        let bench = try await FeedbackBench()
        let hearing = bench.hearing
        let number = try #require(try await hearing.send(in: bench.round, by: hearing.police).first)
        try await hearing.adopt(try await hearing.propose(for: number))
        #expect(try await bench.answers(for: hearing.police).first?.mayReply == false)
        let change = try await hearing.world.save(in: bench.plan, inputs: [number.description]) {
            $0 = $0.with("doel", body: "Het doel is een veilige wijk Noord.\n")
        }
        let answer = try #require(try await bench.answers(for: hearing.police).first)
        #expect(answer.isSettled && answer.mayReply)
        #expect(answer.section == .named("doel") && answer.lastChange == change.id)
        #expect(answer.changes.map(\.after) == ["Het doel is een veilige wijk Noord.\n"])
        #expect(answer.changes.first?.before.contains("niet alleen") == true)
    }

    @Test func aDisputeReturnsToTheDeskUntilAnotherDispositionIsAdopted() async throws {
        let (bench, number) = try await settled()
        let hearing = bench.hearing
        try await bench.reply(WrittenReply(.disputed, reason: " Zo bedoelde ik het niet. "), to: number)
        #expect(try await hearing.state(of: number) == .disputed)
        #expect(try await bench.store.deskStandings(of: bench.plan)[number]?.state == .disputed)
        #expect(try await bench.store.deskStandings(of: bench.plan)[number]?.isOpen == true)
        let told = try await bench.office.feedback(on: number, in: bench.plan, for: hearing.handler)
        #expect(told.map(\.reply?.reason) == ["Zo bedoelde ik het niet."])
        #expect(try await tasks(bench, for: hearing.handler).contains("inputs.work.disputed"))
        #expect(try await bench.sheet().disputed == [number])
        // The same words again, by another proposal: that is an answer too.
        let again = try await hearing.propose(WrittenDisposition(outcome: .noted, reason: "Dank."), for: number)
        #expect(try await hearing.state(of: number) == .disputed)
        #expect(try await tasks(bench, for: hearing.secretary).contains("inputs.work.adopt"))
        try await hearing.adopt(again)
        #expect(try await hearing.state(of: number) == .answered)
        #expect(try await bench.store.deskStandings(of: bench.plan)[number]?.state == .answered)
        #expect(try await bench.send() == 1, "what was decided again is told again")
    }

    @Test func whoComesBackOnADisputeTakesItAway() async throws {
        let (bench, number) = try await settled()
        try await bench.reply(WrittenReply(.disputed, reason: "Nee."), to: number)
        try await bench.reply(WrittenReply(.satisfied), to: number, by: bench.hearing.colleague)
        #expect(try await bench.hearing.state(of: number) == .answered)
        #expect(try await bench.sheet().satisfied == [number])
    }

    @Test func theRowsOfTheDeskAreTheSameWhenTheyAreMadeAgain() async throws {
        let (bench, number) = try await settled()
        try await bench.reply(WrittenReply(.disputed, reason: "Nee."), to: number)
        let before = try await bench.store.deskStandings(of: bench.plan)
        try await bench.hearing.world.office.reindex()
        #expect(try await bench.store.deskStandings(of: bench.plan) == before)
    }

    @Test func aReplyIsAboutWhatWasShownAndADisputeSaysWhy() async throws {
        let (bench, number) = try await settled()
        let hearing = bench.hearing
        func refused(_ written: WrittenReply, ordinal: Int = 1) async throws -> String? {
            try await refusal { try await bench.reply(written, to: number, ordinal: ordinal) }?.reason.key
        }
        #expect(try await refused(WrittenReply(.disputed, reason: " \n")) == "feedback.reason-empty")
        let long = WrittenReply(.disputed, reason: String(repeating: "x", count: 2_001))
        #expect(try await refused(long) == "consultation.text-long")
        #expect(try await refused(WrittenReply(.satisfied), ordinal: 2) == "feedback.moved-on")
        for participant in [hearing.fireBrigade, hearing.councillor, hearing.editor, .visitor] {
            let error = try await refusal {
                try await bench.reply(WrittenReply(.satisfied), to: number, by: participant)
            }
            #expect(error?.code == .notFound)
        }
        #expect(try await bench.store.feedback(of: bench.plan).isEmpty)
    }

    @Test func whoHoldsACodeFollowsAndAnswersTheirsAlone() async throws {
        let bench = try await FeedbackBench()
        let (document, number) = try await bench.letter()
        let (_, other) = try await bench.letter(from: "Jo Bos", mail: "jo@voorbeeld.nl")
        let code = try await bench.give("CODE-1", for: document)
        #expect(try await bench.give("CODE-1", for: document) == code)
        let followed = try #require(try await bench.room.answers(following: code))
        #expect(followed.answers.map(\.number) == [number])
        try await bench.room.noteReading(of: followed.answers, in: followed.plan)
        try await bench.room.reply(
            WrittenReply(.disputed, reason: "Nee."), to: number, ordinal: 1, following: code)
        #expect(try await bench.hearing.state(of: number) == .disputed)
        let kept = try await bench.store.feedback(of: bench.plan)
        #expect(kept.map(\.seenAt) == [bench.hearing.world.clock.now] && kept.map(\.told) == [nil])
        for (target, hash) in [(other, code), (number, FeedbackBench.hash("CODE-9"))] {
            let error = try await refusal {
                try await bench.room.reply(WrittenReply(.satisfied), to: target, ordinal: 1, following: hash)
            }
            #expect(error?.code == .notFound)
        }
        #expect(try await bench.room.answers(following: FeedbackBench.hash("CODE-9")) == nil)
    }

    private func tasks(_ bench: FeedbackBench, for participant: Participant) async throws -> [String] {
        let world = bench.hearing.world
        let view = try await PlanReadingRoom(world.office, keyFingerprint: "").plan(bench.plan)
        return try await InputTasks(world.office, store: world.store)
            .tasks(for: participant, in: [view], on: world.clock.office.today).map(\.what.key)
    }
}
