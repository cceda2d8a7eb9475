import PlanDomain
import TestSupport
import Testing
import Workflow

/// Who has an account and is asked something finds it among what waits for them.
@Suite struct RoundTaskTests {
    private func tasks(of participant: Participant, in hearing: Hearing) async throws -> [WorkTask] {
        let source = RoundTasks(hearing.world.office, store: hearing.world.store, seals: .hmac)
        return try await WorkDesk(hearing.world.office, sources: [source]).list(for: participant, in: hearing.plan)
            .tasks.filter { if case .contribution = $0.place { true } else { false } }
    }

    @Test func aCouncillorFindsTheRoundUntilTheySentSomethingIn() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound(Hearing.preparation("Wensen", audience: .council))
        let task = try #require(try await tasks(of: hearing.councillor, in: hearing).first)
        #expect(task.what.key == "rounds.work.council" && task.place == .contribution(round))
        #expect(task.due == Hearing.day("2023-06-16") && task.since == Hearing.day("2023-06-05"))
        #expect(!task.isRequired && !task.stopsOthers && task.capacity?.function == "Functie Roos")
        for other in [hearing.adviser, hearing.police, hearing.handler, hearing.stranger] {
            #expect(try await tasks(of: other, in: hearing).isEmpty)
        }
        try await hearing.send(in: round, by: hearing.councillor)
        #expect(try await tasks(of: hearing.councillor, in: hearing).isEmpty)
    }

    @Test func aRoundIsNoTaskBeforeItsFirstDayNorAfterItsLast() async throws {
        let hearing = try await Hearing()
        let from = hearing.world.clock.today.adding(days: 3)
        _ = try await hearing.openRound(
            Hearing.preparation("Advies", audience: .advice, from: from, until: from.adding(days: 7)))
        #expect(try await tasks(of: hearing.adviser, in: hearing).isEmpty)
        hearing.world.clock.advance(days: 4)
        #expect(try await tasks(of: hearing.adviser, in: hearing).map(\.what.key) == ["rounds.work.advice"])
        hearing.world.clock.advance(days: 8)
        #expect(try await tasks(of: hearing.adviser, in: hearing).isEmpty)
    }
}
