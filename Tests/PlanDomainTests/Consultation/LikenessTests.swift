import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// Inputs that say the same: found, said to be so by a person, answered as one by two.
@Suite struct LikenessTests {
    private let hearing: Hearing
    private let round: RoundID
    private let desk: LikenessDesk
    private let numbers: [InputNumber]

    private static let letter = "Auto's rijden te hard door de Dorpsstraat en er is geen zebrapad bij de school."

    init() async throws {
        hearing = try await Hearing()
        round = try await hearing.openRound()
        desk = LikenessDesk(hearing.world.office, store: hearing.world.store, seals: .hmac)
        let written = [Self.letter, Self.letter + " Groet.", "Meer bomen graag.", Self.letter].map {
            WrittenInput(kind: .remark, section: .named("doel"), text: $0)
        }
        numbers = try await hearing.send(written, in: round, by: hearing.police)
    }

    @Test func aFamilyIsConfirmedAndAnsweredAsOneByTwoPeople() async throws {
        let found = try await desk.families(page: 1, of: hearing.plan, for: hearing.handler)
        #expect(found.total == 1 && found.lines.first?.line.count == 3 && found.lines.first?.first.number == numbers[0])
        let first = numbers[0]
        try await desk.judge(
            [numbers[1], numbers[3]], areAlike: true, to: first, in: hearing.plan, by: hearing.handler)
        let unanswered = try await refusal {
            try await desk.answerAsOne(first, reason: "Zie daar.", in: hearing.plan, by: hearing.handler)
        }
        #expect(unanswered?.code == .conflict && unanswered?.reason.key == "likeness.first-unanswered")
        try await hearing.propose(WrittenDisposition(outcome: .noted, reason: "Dank."), for: first)
        #expect(
            try await refusal {
                try await desk.answerAsOne(first, reason: " ", in: hearing.plan, by: hearing.handler)
            }?.reason.key == "disposition.reason-empty")
        let done = try await desk.answerAsOne(first, reason: "Zie daar.", in: hearing.plan, by: hearing.handler)
        #expect(done == [numbers[1], numbers[3]])
        #expect(try await desk.answerAsOne(first, reason: "Nog eens.", in: hearing.plan, by: hearing.handler).isEmpty)
        let view = try #require(try await desk.family(of: numbers[3], in: hearing.plan, for: hearing.editor))
        #expect(view.waiting.map(\.input.number) == done && view.unanswered.isEmpty)
        #expect(view.others.allSatisfy { $0.standing.proposal?.duplicateOf == first })
        // Who proposed them cannot adopt them.
        let bulk = BulkDesk(hearing.world.office, store: hearing.world.store, seals: .hmac)
        let adopted = try await bulk.perform(
            .adopt, with: done, in: hearing.plan, requestID: "vast", by: hearing.editor)
        #expect(adopted.done == 2)
        #expect(try await hearing.state(of: numbers[3]) == .answered)
        #expect(try await hearing.dispositions.broken(in: hearing.plan, for: hearing.auditor).isEmpty)
    }

    @Test func oneThatWasRejectedIsNotAnsweredWithTheRest() async throws {
        let first = numbers[0]
        try await desk.judge([numbers[3]], areAlike: true, to: first, in: hearing.plan, by: hearing.handler)
        try await desk.judge([numbers[1]], areAlike: false, to: first, in: hearing.plan, by: hearing.editor)
        try await hearing.propose(WrittenDisposition(outcome: .noted, reason: "Dank."), for: first)
        let done = try await desk.answerAsOne(first, reason: "Zie daar.", in: hearing.plan, by: hearing.handler)
        #expect(done == [numbers[3]])
        #expect(try await hearing.state(of: numbers[1]) == .received)
    }

    @Test func shortTextsAreTheSameOnlyAboutTheSameSection() async throws {
        let short = ["doel", "doel", "acties"].map {
            WrittenInput(kind: .remark, section: .named($0), text: "Helemaal mee eens!")
        }
        let sent = try await hearing.send(short, in: round, by: hearing.fireBrigade)
        let family = try await hearing.world.store.family(of: sent[0], in: hearing.plan)
        #expect(family?.members.map(\.number) == Array(sent[0...1]))
        #expect(try await hearing.world.store.family(of: sent[2], in: hearing.plan) == nil)
    }

    @Test func oppositeAnswersWarnWhoHandlesInputs() async throws {
        try await hearing.adopt(try await hearing.propose(for: numbers[0]))
        try await hearing.propose(WrittenDisposition(outcome: .notTakenOver, reason: "Nee."), for: numbers[3])
        let opponents = try await desk.opponents(of: numbers[3], in: hearing.plan, for: hearing.editor)
        #expect(opponents == [OpposedInput(number: numbers[0], outcome: .takenOver, ground: .words)])
        #expect(try await desk.opposed(in: hearing.plan, for: hearing.handler) == [numbers[0], numbers[3]])
        for other in [hearing.drafter, hearing.police, hearing.stranger, .visitor] {
            #expect(try await desk.opponents(of: numbers[3], in: hearing.plan, for: other).isEmpty)
            #expect(try await desk.opposed(in: hearing.plan, for: other).isEmpty)
        }
        // Once both get the same answer there is nothing to warn of.
        try await hearing.propose(WrittenDisposition(outcome: .takenOverInPart, reason: "Deels."), for: numbers[3])
        #expect(try await desk.opposed(in: hearing.plan, for: hearing.handler).isEmpty)
    }

    @Test func whoDoesNotHandleInputsJudgesNothing() async throws {
        for (participant, code) in [
            (hearing.drafter, PlanError.Code.forbidden), (hearing.auditor, .forbidden), (hearing.stranger, .notFound),
            (hearing.police, .notFound), (.visitor, .notFound),
        ] {
            let deeds: [() async throws -> Void] = [
                { _ = try await desk.families(page: 1, of: hearing.plan, for: participant) },
                { _ = try await desk.family(of: numbers[0], in: hearing.plan, for: participant) },
                {
                    try await desk.judge(
                        [numbers[1]], areAlike: false, to: numbers[0], in: hearing.plan, by: participant)
                },
                { try await desk.answerAsOne(numbers[0], reason: "Dank.", in: hearing.plan, by: participant) },
            ]
            for deed in deeds { #expect(try await refusal { try await deed() }?.code == code) }
        }
        #expect(try await hearing.world.store.family(of: numbers[0], in: hearing.plan)?.members.count == 3)
    }
}
