import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// The same with many inputs: done with those that allow it, told of the others.
@Suite struct BulkDeskTests {
    private let hearing: Hearing
    private let round: RoundID
    private let desk: BulkDesk
    private let numbers: [InputNumber]

    init() async throws {
        hearing = try await Hearing()
        round = try await hearing.openRound()
        desk = BulkDesk(hearing.world.office, store: hearing.world.store, seals: .hmac)
        let written = (1...6).map { WrittenInput(kind: .remark, section: .named("doel"), text: "Reactie \($0)") }
        numbers = try await hearing.send(written, in: round, by: hearing.police)
    }

    private func perform(
        _ deed: BulkDesk.Deed, by participant: Participant? = nil, request: String = UUID().uuidString
    ) async throws -> BulkResult {
        let all = try await hearing.world.store.inputs(of: hearing.plan).map(\.number)
        return try await desk.perform(
            deed, with: all, in: hearing.plan, requestID: request, by: participant ?? hearing.handler)
    }

    @Test func proposalsAreMadeWhereTheyCanAndFilledInForEach() async throws {
        try await hearing.room.withdraw(numbers[0], in: hearing.plan, by: hearing.police)
        try await hearing.adopt(try await hearing.propose(for: numbers[1]))
        let letter = try #require(try await hearing.takeIn(["Brief"], in: round).first)
        let reason = "Dag {organisatie}, {nummer} over {sectie} van {titel}: dank."
        let result = try await perform(.propose(.noted, reason: reason))
        #expect(result.done == 4)
        #expect(result.skipped == [.withdrawn: 1, .answered: 1, .notAdmitted: 1])
        #expect(result.overtaken == 0 && result.left.isEmpty)
        let seen = try await hearing.inputs.input(numbers[2], of: hearing.plan, for: hearing.handler)
        let said = try #require(seen.standing.proposal?.reason)
        #expect(
            said.hasPrefix("Dag Politie Oost, INB-0003 over ") && said.contains("Doel") && said.hasSuffix(": dank."))
        #expect(try await hearing.state(of: letter) == .toBeJudged)
        #expect(try await hearing.dispositions.broken(in: hearing.plan, for: hearing.auditor).isEmpty)
    }

    @Test func aWrongReplyIsRefusedBeforeAnythingHappens() async throws {
        let wrong: [(BulkDesk.Deed, String)] = [
            (.propose(.noted, reason: "Dag {organisatei}"), "bulk.unknown-field"),
            (.propose(.noted, reason: " "), "disposition.reason-empty"),
            (.propose(.duplicate, reason: "Dubbel"), "bulk.no-duplicates"),
            (.assign(hearing.drafter.person?.id), "assignment.no-handler"),
        ]
        for (deed, key) in wrong { #expect(try await refusal { try await perform(deed) }?.reason.key == key) }
        for number in numbers { #expect(try await hearing.state(of: number) == .received) }
        #expect(try await hearing.world.store.assignments(of: hearing.plan).isEmpty)
    }

    @Test func eachAdoptionIsAnActAndNobodyAdoptsTheirOwn() async throws {
        _ = try await perform(.propose(.noted, reason: "Dank."))
        try await hearing.propose(
            WrittenDisposition(outcome: .referred, reason: "Elders."), for: numbers[0], by: hearing.editor)
        let plan = try await desk.plan(.adopt, with: numbers, in: hearing.plan, by: hearing.editor)
        #expect(plan.todo.map(\.number) == Array(numbers.dropFirst()))
        #expect(plan.skipped == [.ownProposal: 1])
        let result = try await perform(.adopt, by: hearing.editor, request: "vast")
        #expect(result.done == 5)
        let acts = try await hearing.world.store.acts(of: hearing.plan).filter {
            $0.payload.kind == .dispositionAdopted
        }
        #expect(acts.count == 5)
        #expect(acts.allSatisfy { $0.sections == [.named("doel")] })
        for number in numbers.dropFirst() { #expect(try await hearing.state(of: number) == .answered) }
        #expect(try await hearing.state(of: numbers[0]) == .proposed)
        #expect(try await perform(.adopt, by: hearing.editor, request: "vast").done == 0)
        #expect(try await hearing.world.office.verifyRegister(of: hearing.plan).isSound)
        let kept = try await hearing.world.store.deskStandings(of: hearing.plan)
        #expect(kept.values.filter { $0.state == .answered }.count == 5)
    }

    @Test func lettersAreLetInTogetherWithoutWhatLooksPersonal() async throws {
        let letters = try await hearing.takeIn(["Bel 0570-123456", "Meer groen"], in: round)
        let result = try await perform(.admit)
        #expect(result.done == 2 && result.skipped == [.judged: 6])
        let seen = try await hearing.inputs.input(letters[0], of: hearing.plan, for: hearing.drafter).input
        #expect(seen.content.text == "Bel [contactgegevens weggelaten]")
    }

    @Test func manyAreHandedOutTogether() async throws {
        let handler = try #require(hearing.handler.person?.id)
        #expect(try await perform(.assign(handler)).done == 6)
        #expect(try await hearing.world.store.assignments(of: hearing.plan).map(\.handler).allSatisfy { $0 == handler })
        #expect(try await perform(.assign(nil)).done == 6)
        #expect(try await hearing.world.store.assignments(of: hearing.plan).isEmpty)
    }

    @Test func whoMayNotDoItWithOneDoesNotDoItWithMany() async throws {
        let deeds: [BulkDesk.Deed] = [.assign(nil), .admit, .propose(.noted, reason: "Dank."), .adopt]
        for deed in deeds {
            for (participant, code) in [
                (hearing.drafter, PlanError.Code.forbidden), (hearing.auditor, .forbidden),
                (hearing.stranger, .notFound), (hearing.police, .notFound), (.visitor, .notFound),
            ] { #expect(try await refusal { try await perform(deed, by: participant) }?.code == code) }
        }
        #expect(try await refusal { try await perform(.adopt, by: hearing.handler) }?.code == .forbidden)
        let list = HandlingDesk(hearing.world.office, store: hearing.world.store)
        #expect(
            try await refusal { try await list.numbers(DeskQuery(), in: hearing.plan, for: hearing.drafter) }?.code
                == .forbidden)
        for stranger in [hearing.stranger, .visitor] {
            let page = try await refusal { try await list.page(1, of: DeskQuery(), in: hearing.plan, for: stranger) }
            #expect(page?.code == .notFound)
        }
    }
}
