import Foundation
import PlanDomain
import Survey
import TestSupport
import Testing
import Workflow

/// Answering a questionnaire: by anybody, while the round is open, and counted once.
@Suite struct SurveyRoomTests {
    @Test func whatIsNotPublishedIsNotThere() async throws {
        let bench = try await SurveyBench(opened: false)
        #expect(try await refusal { _ = try await bench.room.visit(bench.round, of: bench.plan) }?.code == .notFound)
        try await bench.build()
        #expect(try await refusal { _ = try await bench.room.visit(bench.round, of: bench.plan) }?.code == .notFound)
        let partners = try await bench.hearing.openRound()
        #expect(try await refusal { _ = try await bench.room.visit(partners, of: bench.plan) }?.code == .notFound)
        let nowhere = try await refusal { _ = try await bench.room.visit(bench.round, of: .named("geen-plan")) }
        #expect(nowhere?.reason.key == "survey.unknown")
    }

    @Test func aSheetIsKeptOnTheWayAndCountsOnlyOnceSent() async throws {
        let bench = try await SurveyBench()
        let visit = try await bench.room.visit(bench.round, of: bench.plan)
        let key = SurveyBench.key("een")
        try await bench.room.keep(AnswerSheet(["v1": .chosen(["a"])]), under: key, at: visit)
        #expect(try await bench.room.sheet(key, at: visit) == AnswerSheet(["v1": .chosen(["a"])]))
        let early = try await refusal { _ = try await bench.room.send(key, as: SurveyBench.id("een"), at: visit) }
        #expect(early?.reason.key == "survey.sheet-incomplete")
        #expect(try await bench.responses().isEmpty)
        let first = try await bench.send(as: "een")
        #expect(first.sheet == SurveyBench.whole && first.day == bench.world.clock.office.today)
        for name in ["een", "twee"] {
            let again = try await bench.room.send(key, as: SurveyBench.id(name), at: visit)
            #expect(again == first)
        }
        #expect(try await bench.responses() == [first])
        #expect(try await bench.room.receipt(key.receipt, at: visit) == first)
    }

    @Test func sentFromManyWindowsAtOnceItCountsOnce() async throws {
        let bench = try await SurveyBench()
        let visit = try await bench.room.visit(bench.round, of: bench.plan)
        let key = SurveyBench.key("een")
        try await bench.room.keep(SurveyBench.whole, under: key, at: visit)
        let ids = try await withThrowingTaskGroup(of: ResponseID.self) { group in
            for number in 0..<20 {
                group.addTask { try await bench.room.send(key, as: SurveyBench.id("venster-\(number)"), at: visit).id }
            }
            return try await group.reduce(into: Set<ResponseID>()) { $0.insert($1) }
        }
        #expect(ids.count == 1)
        #expect(try await bench.responses().count == 1)
    }

    @Test func whatIsNotAskedOrCantBeTakenIsNotKept() async throws {
        let bench = try await SurveyBench()
        let visit = try await bench.room.visit(bench.round, of: bench.plan)
        let odd = AnswerSheet([
            "v1": .chosen(["b"]), "v2": .value(7), "v3": .text(String(repeating: "a", count: 21)), "v9": .value(1),
        ])
        let kept = try await bench.room.keep(odd, under: SurveyBench.key("een"), at: visit)
        #expect(kept == AnswerSheet(["v1": .chosen(["b"])]))
        #expect(try await bench.room.sheet(SurveyBench.key("een"), at: visit) == kept)
    }

    @Test func afterTheLastMomentNothingIsTakenAndNothingLost() async throws {
        let bench = try await SurveyBench()
        try await bench.send(as: "op-tijd")
        let visit = try await bench.room.visit(bench.round, of: bench.plan)
        try await bench.room.keep(SurveyBench.whole, under: SurveyBench.key("te-laat"), at: visit)
        bench.passLastDay()
        let later = try await bench.room.visit(bench.round, of: bench.plan)
        #expect(!later.isOpen)
        let key = SurveyBench.key("te-laat")
        let late = try await refusal { _ = try await bench.room.send(key, as: SurveyBench.id("te-laat"), at: later) }
        #expect(late?.reason.key == "round.over")
        let kept = try await refusal { try await bench.room.keep(AnswerSheet(), under: key, at: later) }
        #expect(kept?.code == .conflict)
        #expect(try await bench.room.sheet(key, at: later) == SurveyBench.whole, "what was typed can still be read")
        let known = try await bench.room.send(SurveyBench.key("op-tijd"), as: SurveyBench.id("weer"), at: later)
        #expect(known.id == SurveyBench.id("op-tijd"))
        #expect(try await bench.responses().count == 1)
    }

    @Test func beforeItsFirstDayItIsAnnouncedAndTakesNothing() async throws {
        let bench = try await SurveyBench(opened: false)
        try await bench.build()
        var later = Hearing.preparation("Bewoners", audience: .residents, from: Hearing.day("2023-06-10"))
        later.channels = [.survey]
        try await bench.hearing.desk.revise(bench.round, of: bench.plan, to: later, by: bench.hearing.handler)
        try await bench.open()
        let visit = try await bench.room.visit(bench.round, of: bench.plan)
        #expect(!visit.isOpen)
        let error = try await refusal {
            try await bench.room.keep(SurveyBench.whole, under: SurveyBench.key("een"), at: visit)
        }
        #expect(error?.reason.key == "round.not-yet")
    }
}
