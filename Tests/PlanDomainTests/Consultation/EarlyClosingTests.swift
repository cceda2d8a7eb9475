import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// Whom the early closing of a round cuts off, and that it is told once.
struct EarlyClosingTests {
    /// Keeps what it was told.
    private actor Ear {
        private(set) var heard: [EarlyClosing] = []

        func hear(_ closing: EarlyClosing) { heard.append(closing) }
    }

    private static func close(
        _ round: RoundID, of hearing: Hearing, reason: String? = "Niemand komt meer", telling ear: Ear
    ) async throws {
        try await hearing.desk.close(
            round, of: hearing.plan, reason: reason, requestID: "dicht", by: hearing.handler
        ) { await ear.hear($0) }
    }

    @Test func itIsWhoeverSentNothingOrLeftADraft() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        try await hearing.send(in: round, by: hearing.police)
        _ = try await hearing.room.add(Hearing.remark, in: round, of: hearing.plan, by: hearing.colleague)
        _ = try await hearing.room.add(Hearing.remark, in: round, of: hearing.plan, by: hearing.colleague)
        let ear = Ear()
        try await Self.close(round, of: hearing, telling: ear)
        try await Self.close(round, of: hearing, telling: ear)
        let closing = try #require(await ear.heard.first)
        #expect(await ear.heard.count == 1, "the same form twice is told once")
        #expect(closing.round.until == Hearing.day("2023-06-16"))
        let unsent = Dictionary(uniqueKeysWithValues: closing.cutOff.map { ($0.contact.name, $0.unsent) })
        #expect(unsent == ["Carla": 2, "Frits": 0])
    }

    @Test func whoMayNotComeInIsNotTold() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let fireBrigade = try #require(hearing.fireBrigade.contact(in: hearing.plan))
        try await hearing.desk.withdraw(fireBrigade.id, from: hearing.plan, by: hearing.handler)
        let ear = Ear()
        try await Self.close(round, of: hearing, telling: ear)
        #expect(await ear.heard.first?.cutOff.map(\.contact.name).sorted() == ["Carla", "Pim"])
    }

    @Test func whatIsWithdrawnWasNotSent() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let numbers = try await hearing.send(in: round, by: hearing.fireBrigade)
        try await hearing.world.store.withdraw(numbers[0], in: hearing.plan, at: hearing.world.clock.now)
        let ear = Ear()
        try await Self.close(round, of: hearing, telling: ear)
        #expect(await ear.heard.first?.cutOff.contains { $0.contact.name == "Frits" } == true)
    }

    @Test func aRoundThatIsOverSurprisesNobody() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        hearing.world.clock.set(try Date("2023-06-16T22:00:00Z", strategy: .iso8601))
        let ear = Ear()
        try await Self.close(round, of: hearing, reason: nil, telling: ear)
        #expect(await ear.heard.isEmpty)
    }

    @Test func whatIsRefusedIsNotTold() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let ear = Ear()
        #expect(try await refusal { try await Self.close(round, of: hearing, reason: nil, telling: ear) } != nil)
        #expect(await ear.heard.isEmpty)
    }
}
