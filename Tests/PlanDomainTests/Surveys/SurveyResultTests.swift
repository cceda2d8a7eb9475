import Foundation
import PlanDomain
import Survey
import TestSupport
import Testing
import Workflow

/// Reading what a questionnaire brought: by who may come to inputs, and never of a few.
@Suite struct SurveyResultTests {
    private func results(_ bench: SurveyBench, as participant: Participant? = nil) async throws -> SurveyResults {
        try await SurveyResultRoom(bench.world.office, store: bench.world.store).results(
            of: bench.round, in: bench.plan, for: participant ?? bench.hearing.handler)
    }

    @Test func whoMayComeToInputsReadsTheResults() async throws {
        let bench = try await SurveyBench()
        for number in 1...6 { try await bench.send(as: "r\(number)") }
        for participant in [bench.hearing.handler, bench.hearing.drafter, bench.hearing.auditor] {
            #expect(try await results(bench, as: participant).count == 6)
        }
        for participant in [bench.hearing.stranger, bench.hearing.police, bench.hearing.councillor, .visitor] {
            #expect(try await refusal { _ = try await results(bench, as: participant) }?.code == .notFound)
        }
    }

    @Test func whatWasChosenByEachIsForWhoHandlesInputsAndBearsNoWords() async throws {
        let bench = try await SurveyBench()
        try await bench.send(as: "een")
        let room = SurveyResultRoom(bench.world.office, store: bench.world.store)
        let results = try await results(bench)
        let sheets = try room.choices(of: results, for: bench.hearing.handler)
        #expect(sheets == [AnswerSheet(["v1": .chosen(["a"]), "v2": .value(7)])])
        #expect(try await refusal { _ = try room.choices(of: results, for: bench.hearing.drafter) }?.code == .forbidden)
    }

    @Test func aGroupCountsForAsMuchAsItIsOfThePopulation() async throws {
        let bench = try await SurveyBench()
        for number in 1...30 {
            let answer = number <= 20 ? "a" : "b"
            let sheet =
                answer == "a"
                ? SurveyBench.whole : AnswerSheet(["v1": .chosen(["b"]), "v3": .text("Licht")])
            try await bench.send(sheet, as: "r\(number)")
        }
        let room = SurveyResultRoom(bench.world.office, store: bench.world.store)
        func weigh(_ shares: [Choice.ID: Double], by participant: Participant) async throws {
            try await room.weigh(by: ["v1": shares], of: bench.round, in: bench.plan, by: participant)
        }
        #expect(
            try await refusal { try await weigh(["a": 0.5, "b": 0.5], by: bench.hearing.drafter) }?.code == .forbidden)
        for wrong in [["a": 0.5], ["a": 0.7, "b": 0.7], ["a": 0.5, "z": 0.5]] {
            #expect(try await refusal { try await weigh(wrong, by: bench.hearing.handler) }?.code == .invalid)
        }
        try await weigh(["a": 0.5, "b": 0.5], by: bench.hearing.handler)
        let results = try await results(bench)
        let question = SurveyBench.questionnaire.questions[0]
        func share(isWeighted: Bool) -> Double? {
            guard
                case .bars(let bars) = QuestionResult(question, of: results.respondents(isWeighted: isWeighted)).content
            else { return nil }
            return bars[0].share.map { ($0 * 100).rounded() }
        }
        #expect(share(isWeighted: true) == 50)
        #expect(share(isWeighted: false) == 67)
    }

    @Test func theAnswersAreReadAgainOnlyWhereSomethingChanged() async throws {
        let bench = try await SurveyBench()
        try await bench.send(as: "een")
        let room = SurveyResultRoom(bench.world.office, store: bench.world.store)
        func revision() async throws -> Int {
            let seen = Seen()
            _ = try await room.results(of: bench.round, in: bench.plan, for: bench.hearing.handler) { number, read in
                await seen.note(number)
                return try await read()
            }
            return await seen.revision
        }
        let first = try await revision()
        #expect(try await revision() == first)
        try await bench.send(as: "twee")
        #expect(try await revision() != first)
    }

    private actor Seen {
        private(set) var revision = 0
        func note(_ number: Int) { revision = number }
    }
}
