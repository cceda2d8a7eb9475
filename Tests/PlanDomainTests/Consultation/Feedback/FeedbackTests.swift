import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// Everybody who can be reached hears once what became of what they sent in, and nobody hears more than that.
@Suite struct FeedbackTests {
    @Test func eachSubmitterHearsOnceOfAllTheirInputs() async throws {
        let bench = try await FeedbackBench()
        let hearing = bench.hearing
        let own = try await hearing.send([Hearing.remark, Hearing.remark], in: bench.round, by: hearing.police)
        let other = try await hearing.send(in: bench.round, by: hearing.fireBrigade)
        for number in own + other { try await bench.settle(number) }
        #expect(try await bench.sheet().mails.map(\.answers.count) == [1, 2])
        #expect(try await bench.send() == 2)
        #expect(try await bench.sent() == ["Frits: INB-0003 -", "Pim: INB-0001,INB-0002 -"])
        #expect(try await bench.send() == 0)
        #expect(try await bench.sent().count == 2)
        #expect(try await bench.sheet().told == own + other)
        #expect(try await bench.sheet().mails.isEmpty)
    }

    @Test func whoStillWaitsForAnAnswerHearsItAllAtOnceUnlessAskedOtherwise() async throws {
        let bench = try await FeedbackBench()
        let hearing = bench.hearing
        let own = try await hearing.send([Hearing.remark, Hearing.remark], in: bench.round, by: hearing.police)
        try await bench.settle(own[0])
        // Taken over, and nobody wrote it yet.
        try await hearing.adopt(try await hearing.propose(for: own[1]))
        let sheet = try await bench.sheet()
        #expect(sheet.notReady == [own[1]])
        #expect(sheet.mails.map(\.pending) == [[own[1]]])
        #expect(sheet.mails(includingPartial: false).isEmpty)
        #expect(try await bench.send() == 0)
        #expect(try await bench.send(partial: true) == 1)
        try await hearing.world.save(in: bench.plan, inputs: [own[1].description]) {
            $0 = $0.with("doel", body: "Het doel is een veilige wijk Noord.\n")
        }
        #expect(try await bench.send() == 1)
        #expect(try await bench.sent() == ["Pim: INB-0001 -", "Pim: INB-0002 -"])
    }

    @Test func anotherDispositionIsToldAnew() async throws {
        let bench = try await FeedbackBench()
        let hearing = bench.hearing
        let number = try #require(try await hearing.send(in: bench.round, by: hearing.police).first)
        try await bench.settle(number)
        try await bench.send()
        try await bench.settle(number, reason: "Bij nader inzien.")
        #expect(try await bench.send() == 1)
        #expect(try await bench.sent().count == 2)
    }

    @Test func whoHasNoMailGetsALetterAndWhoIsUnknownFollowsByCode() async throws {
        let bench = try await FeedbackBench()
        let (_, mailed) = try await bench.letter(from: "Jo Bos", mail: "jo@voorbeeld.nl")
        let (_, written) = try await bench.letter(from: "Mia Bos", address: "Kade 1")
        let (_, unknown) = try await bench.letter()
        let sheet = try await bench.sheet()
        #expect(sheet.mails.map(\.recipient.name) == ["Jo Bos"])
        #expect(sheet.letters.map(\.recipient.name) == ["Mia Bos"])
        #expect(sheet.byCode == [unknown])
        try await bench.send()
        #expect(try await bench.sent() == ["Jo Bos: \(mailed) CODE-1"])
        func printed(again: Bool = false) async throws -> [PrintedFeedback] {
            try await bench.office.print(of: bench.round, in: bench.plan, again: again, by: bench.hearing.editor)
        }
        let letters = try await printed()
        #expect(letters.map(\.parcel.recipient.name) == ["Mia Bos"])
        #expect(letters.map(\.code) == ["CODE-2"])
        #expect(try await printed().isEmpty)
        #expect(try await printed(again: true).map(\.code) == ["CODE-3"])
        for code in ["CODE-2", "CODE-3"] {
            let followed = try await bench.room.answers(following: FeedbackBench.hash(code))
            #expect(followed?.answers.map(\.number) == [written])
        }
        #expect(try await bench.sheet().told == [mailed, written])
    }

    @Test func whoLeftIsReplacedByAColleagueWhoMayComeIn() async throws {
        let bench = try await FeedbackBench()
        let hearing = bench.hearing
        let number = try #require(try await hearing.send(in: bench.round, by: hearing.police).first)
        try await bench.settle(number)
        var contact = try #require(hearing.police.contact(in: bench.plan))
        contact.isDisabled = true
        try await bench.store.save(contact)
        #expect(try await bench.sheet().mails.map(\.recipient.name) == ["Carla"])
        var colleague = try #require(hearing.colleague.contact(in: bench.plan))
        colleague.isDisabled = true
        try await bench.store.save(colleague)
        #expect(try await bench.sheet().unreachable == [number])
    }

    @Test func whatWasSaidBehindClosedDoorsIsToldToNobody() async throws {
        let bench = try await FeedbackBench()
        let hearing = bench.hearing
        let contact = try #require(hearing.police.contact(in: bench.plan))
        let submission = Submission(
            of: [.init(content: InputContent(kind: .general, text: "Geheim"), key: InputSeals.hmac.freshKey())],
            in: bench.round, of: bench.plan, from: Submitter(contact.organisation), by: .session,
            source: .session("sessie"), takenInBy: try #require(hearing.handler.person?.id), isClosed: true,
            requestID: "sessie", receivedAt: hearing.world.clock.now)
        let number = try #require(try await bench.store.receive(submission).numbers.first)
        try await hearing.judge(number)
        try await bench.settle(number)
        let sheet = try await bench.sheet()
        #expect(sheet.closed == [number] && sheet.mails.isEmpty)
        #expect(try await bench.answers(for: hearing.police).isEmpty)
        let code = FollowCode(
            hash: FeedbackBench.hash("x"), plan: bench.plan, subject: .sheet("sessie"), madeAt: hearing.world.clock.now)
        try await bench.store.keep(code)
        #expect(try await bench.room.answers(following: code.hash)?.answers.isEmpty == true)
    }

    @Test func onlyWhoAdoptsSendsAndOnlyWhoHandlesGivesCodes() async throws {
        let bench = try await FeedbackBench()
        let hearing = bench.hearing
        let (document, _) = try await bench.letter()
        for (participant, code) in [
            (hearing.handler, PlanError.Code.forbidden), (hearing.drafter, .forbidden), (hearing.auditor, .forbidden),
            (hearing.stranger, .notFound), (hearing.police, .notFound), (hearing.councillor, .notFound),
            (.visitor, .notFound),
        ] {
            #expect(try await refusal { try await bench.sheet(for: participant) }?.code == code)
            #expect(try await refusal { try await bench.send(by: participant) }?.code == code)
            let printing = try await refusal {
                try await bench.office.print(of: bench.round, in: bench.plan, again: true, by: participant)
            }
            #expect(printing?.code == code)
        }
        for participant in [hearing.drafter, hearing.auditor, hearing.police, hearing.stranger, .visitor] {
            let refused = try await refusal {
                try await bench.give("x", for: document, by: participant)
            }
            #expect(refused != nil)
        }
        #expect(try await bench.sheet(for: hearing.secretary).byCode.count == 1)
    }
}
