import Foundation
import PlanDomain
import TestSupport
import Testing

/// Sending in: once, in time, with numbers that have no gaps; and what can be done after it.
@Suite struct SendingTests {
    @Test func aReceiptNamesTheNumbersInTheOrderOfTheItems() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let numbers = try await hearing.send(
            [
                Hearing.remark, WrittenInput(kind: .general, text: "Mooi plan"),
                WrittenInput(
                    kind: .replacement, section: .named("doel"), passage: Passage(quote: "werkt niet alleen"),
                    text: "", proposal: "werkt samen"),
                WrittenInput(kind: .question, section: .named("acties"), text: "Wanneer?"),
            ], in: round, by: hearing.police)
        #expect(numbers.map(\.description) == ["INB-0001", "INB-0002", "INB-0003", "INB-0004"])
        let inputs = try await hearing.inputs.inputs(of: hearing.plan, for: hearing.handler).map(\.input)
        #expect(inputs.map(\.number) == numbers)
        #expect(inputs.map(\.content.kind) == [.remark, .general, .replacement, .question])
        #expect(inputs[2].content.proposal == "werkt samen")
        #expect(inputs.allSatisfy { $0.receivedAt == hearing.world.clock.now && $0.version == 1 && $0.round == round })
        #expect(inputs.allSatisfy { $0.submitter.organisation == Hearing.organisations[0] })
        #expect(try await hearing.room.draft(in: round, of: hearing.plan, for: hearing.police).items.isEmpty)
    }

    @Test func aDoubledRequestGivesTheSameNumbersAlsoAfterClosing() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let numbers = try await hearing.send(in: round, by: hearing.police, request: "een")
        hearing.world.clock.advance(days: 30)
        let again = try await hearing.room.send(
            in: round, of: hearing.plan, version: 1, requestID: "een", by: hearing.police)
        #expect(again.numbers == numbers)
        #expect(try await hearing.room.receipt(for: "een", in: hearing.plan, by: hearing.colleague)?.numbers == numbers)
        #expect(try await hearing.room.receipt(for: "een", in: hearing.plan, by: hearing.fireBrigade) == nil)
        #expect(try await hearing.inputs.inputs(of: hearing.plan, for: hearing.handler).count == 1)
    }

    @Test func manyAtOnceGetEveryNumberOnce() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let senders = [hearing.police, hearing.colleague, hearing.fireBrigade]
        for sender in senders {
            for _ in 0..<3 { _ = try await hearing.room.add(Hearing.remark, in: round, of: hearing.plan, by: sender) }
        }
        let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
            for (index, sender) in senders.enumerated() {
                for _ in 0..<4 {
                    group.addTask {
                        try await hearing.room.send(
                            in: round, of: hearing.plan, version: 3, requestID: "verzoek-\(index)", by: sender)
                    }
                }
            }
            return try await group.reduce(into: [Receipt]()) { $0.append($1) }
        }
        #expect(receipts.count == 12)
        #expect(Set(receipts.map(\.numbers)).count == 3)
        #expect(Set(receipts.flatMap(\.numbers)).map(\.rawValue).sorted() == Array(1...9))
        #expect(try await hearing.inputs.inputs(of: hearing.plan, for: hearing.handler).count == 9)
    }

    @Test func plansCountTheirOwnInputs() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        try await hearing.send(in: round, by: hearing.police)
        let counter = try await Hearing().world.store.inputs(of: hearing.plan)
        #expect(counter.isEmpty)
        #expect(InputNumber("INB-0042")?.rawValue == 42)
        #expect(InputNumber(rawValue: 12_345)?.description == "INB-12345")
        for text in ["INB-42", "INB-00042", "INB-0000", "inb-0042", "0042", "INB-0042 "] {
            #expect(InputNumber(text) == nil, "\(text)")
        }
    }

    @Test func theClockOfTheServerDecidesWhatIsInTime() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        _ = try await hearing.room.add(Hearing.remark, in: round, of: hearing.plan, by: hearing.police)
        _ = try await hearing.room.add(Hearing.remark, in: round, of: hearing.plan, by: hearing.fireBrigade)
        func send(_ participant: Participant) async throws -> Receipt {
            try await hearing.room.send(in: round, of: hearing.plan, version: 1, requestID: "r", by: participant)
        }
        hearing.world.clock.set(try Date("2023-06-16T21:59:59Z", strategy: .iso8601))
        let number = try #require(try await send(hearing.police).numbers.first)
        hearing.world.clock.advance(seconds: 1)
        #expect(try await refusal { _ = try await send(hearing.fireBrigade) }?.reason.key == "round.over")
        let late: [() async throws -> Void] = [
            { _ = try await hearing.room.add(Hearing.remark, in: round, of: hearing.plan, by: hearing.police) },
            {
                try await hearing.room.correct(
                    number, in: hearing.plan, to: Hearing.remark, after: 1, by: hearing.police)
            },
            { try await hearing.room.withdraw(number, in: hearing.plan, by: hearing.police) },
        ]
        for attempt in late { #expect(try await refusal(of: attempt)?.reason.key == "round.over") }
        let kept = try await hearing.room.draft(in: round, of: hearing.plan, for: hearing.fireBrigade)
        #expect(kept.items.count == 1)
        #expect(try await hearing.state(of: number) == .received)
        try await hearing.desk.extend(
            round, of: hearing.plan, until: Hearing.day("2023-06-20"), reason: nil, requestID: "meer",
            by: hearing.handler)
        #expect(
            try await refusal { _ = try await send(hearing.fireBrigade) }?.reason.key == "consultation.request-taken")
    }

    @Test func whatIsNotCompleteIsNotSentIn() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let quote = Passage(quote: "een veilige wijk")
        let incomplete: [(WrittenInput, String)] = [
            (WrittenInput(kind: .general, text: " "), "input.text-empty"),
            (WrittenInput(kind: .remark, text: "Waarover?"), "input.section-missing"),
            (
                WrittenInput(kind: .replacement, section: .named("doel"), text: "", proposal: "x"),
                "input.passage-missing"
            ),
            (
                WrittenInput(kind: .replacement, section: .named("doel"), passage: quote, text: ""),
                "input.proposal-empty"
            ),
            (
                WrittenInput(
                    kind: .replacement, section: .named("doel"), passage: quote, text: "", proposal: "een  veilige wijk"
                ),
                "input.proposal-same"
            ),
        ]
        for (written, key) in incomplete {
            let (item, draft) = try await hearing.room.add(written, in: round, of: hearing.plan, by: hearing.police)
            #expect(hearing.room.gaps(in: draft).map(\.gap.key) == [key])
            let error = try await refusal { try await hearing.send([], in: round, by: hearing.police) }
            #expect(error?.code == .invalid)
            #expect(error?.reason.key == "input.incomplete")
            try await hearing.room.remove(item, in: round, of: hearing.plan, by: hearing.police)
        }
        let empty = try await refusal { try await hearing.send([], in: round, by: hearing.police) }
        #expect(empty?.reason.key == "input.draft-empty")
        let struck = WrittenInput(
            kind: .replacement, section: .named("doel"), passage: quote, text: "Dit kan weg", proposal: "")
        #expect(try await hearing.send([struck], in: round, by: hearing.police).count == 1)
    }

    @Test func onlyWhatTheCheckPageShowedIsSentIn() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let (_, shown) = try await hearing.room.add(Hearing.remark, in: round, of: hearing.plan, by: hearing.police)
        _ = try await hearing.room.add(Hearing.remark, in: round, of: hearing.plan, by: hearing.police)
        let error = try await refusal {
            try await hearing.room.send(
                in: round, of: hearing.plan, version: shown.version, requestID: "oud", by: hearing.police)
        }
        #expect(error?.reason.key == "input.draft-moved")
        try await hearing.send([], in: round, by: hearing.police, request: "nieuw")
        _ = try await hearing.room.add(Hearing.remark, in: round, of: hearing.plan, by: hearing.police)
        let stale = try await refusal {
            try await hearing.room.send(
                in: round, of: hearing.plan, version: shown.version, requestID: "oud", by: hearing.police)
        }
        #expect(stale?.reason.key == "input.draft-moved")
        #expect(try await hearing.inputs.inputs(of: hearing.plan, for: hearing.handler).count == 2)
    }

    @Test func aCorrectionIsANewVersionAndTheOldOneStays() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let number = try #require(try await hearing.send(in: round, by: hearing.police).first)
        let better = WrittenInput(kind: .general, text: "Beter zo")
        for _ in 0..<2 {
            try await hearing.room.correct(number, in: hearing.plan, to: better, after: 1, by: hearing.colleague)
        }
        let versions = try await hearing.inputs.versions(of: number, in: hearing.plan, for: hearing.auditor)
        #expect(versions.map(\.number) == [1, 2])
        #expect(versions.map(\.content.text) == ["Welke wijk?", "Beter zo"])
        let other = try await refusal {
            try await hearing.room.correct(
                number, in: hearing.plan, to: WrittenInput(kind: .general, text: "Anders"), after: 1,
                by: hearing.police)
        }
        #expect(other?.reason.key == "input.corrected")
        let half = try await refusal {
            try await hearing.room.correct(
                number, in: hearing.plan, to: WrittenInput(kind: .general, text: ""), after: 2, by: hearing.police)
        }
        #expect(half?.reason.key == "input.text-empty")
    }

    @Test func aWithdrawnInputKeepsItsNumberAndIsNotCorrected() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let number = try #require(try await hearing.send(in: round, by: hearing.police).first)
        for _ in 0..<2 { try await hearing.room.withdraw(number, in: hearing.plan, by: hearing.police) }
        #expect(try await hearing.state(of: number) == .withdrawn)
        let error = try await refusal {
            try await hearing.room.correct(
                number, in: hearing.plan, to: WrittenInput(kind: .general, text: "Toch"), after: 1, by: hearing.police)
        }
        #expect(error?.reason.key == "input.withdrawn")
        #expect(try await hearing.send(in: round, by: hearing.police).map(\.rawValue) == [2])
    }

    @Test func whatIsAnothersIsNotThere() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let number = try #require(try await hearing.send(in: round, by: hearing.police).first)
        for participant in [hearing.fireBrigade, hearing.handler, hearing.stranger, hearing.councillor, .visitor] {
            let attempts: [() async throws -> Void] = [
                { try await hearing.room.withdraw(number, in: hearing.plan, by: participant) },
                {
                    try await hearing.room.correct(
                        number, in: hearing.plan, to: Hearing.remark, after: 1, by: participant)
                },
            ]
            for attempt in attempts { #expect(try await refusal(of: attempt)?.code == .notFound) }
        }
        #expect(try await hearing.state(of: number) == .received)
    }
}
