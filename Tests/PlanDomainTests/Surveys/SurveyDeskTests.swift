import Foundation
import PlanDomain
import Survey
import TestSupport
import Testing
import Workflow

/// Building a questionnaire: by who consults, bit by bit, until people answer it.
@Suite struct SurveyDeskTests {
    @Test func aQuestionnaireIsBuiltBitByBit() async throws {
        let bench = try await SurveyBench(opened: false)
        #expect(try await bench.desk.survey(of: bench.round, in: bench.plan, for: bench.hearing.editor).version == 0)
        var half = SurveyBench.questionnaire
        half.pages[0].questions[0].text = "  Woont   u hier? "
        half.pages[1].questions = []
        #expect(try await bench.build(half).version == 1)
        let known = try await bench.desk.survey(of: bench.round, in: bench.plan, for: bench.hearing.editor)
        #expect(known.questionnaire.pages[0].questions[0].text == "Woont u hier?")
        #expect(known.questionnaire.faults == [.emptyPage("p2")])
        #expect(try await bench.build(after: 1, by: bench.hearing.editor).version == 2)
    }

    @Test func whoSawAnOlderVersionDoesNotUndoTheWorkOfAnother() async throws {
        let bench = try await SurveyBench(opened: false)
        try await bench.build()
        try await bench.build(after: 1)
        #expect(try await refusal { try await bench.build(after: 1) }?.reason.key == "survey.changed")
    }

    @Test func onlyWhoConsultsBuilds() async throws {
        let bench = try await SurveyBench(opened: false)
        for participant in [bench.hearing.drafter, bench.hearing.auditor] {
            #expect(try await refusal { try await bench.build(by: participant) }?.code == .forbidden)
        }
        for participant in [bench.hearing.stranger, bench.hearing.police, bench.hearing.councillor, .visitor] {
            #expect(try await refusal { try await bench.build(by: participant) }?.code == .notFound)
            let error = try await refusal {
                _ = try await bench.desk.survey(of: bench.round, in: bench.plan, for: participant)
            }
            #expect(error?.code == .notFound)
        }
        #expect(try await bench.world.store.survey(of: bench.round, in: bench.plan) == nil)
    }

    @Test func whatPeopleAnswerStaysAsItIs() async throws {
        let bench = try await SurveyBench()
        #expect(try await refusal { try await bench.build(after: 1) }?.reason.key == "survey.fixed")
        #expect(try await bench.world.store.survey(of: bench.round, in: bench.plan)?.version == 1)
    }

    @Test func aRoundWithoutAWholeQuestionnaireIsNotOpened() async throws {
        let bench = try await SurveyBench(opened: false)
        #expect(try await refusal { try await bench.open() }?.reason.key == "round.survey-missing")
        var half = SurveyBench.questionnaire
        half.pages[1].questions = []
        try await bench.build(half)
        #expect(try await refusal { try await bench.open() }?.reason.key == "round.survey-faulty")
        try await bench.build(after: 1)
        try await bench.open()
        let view = try await bench.hearing.desk.round(bench.round, of: bench.plan, for: bench.hearing.handler)
        #expect(view.state == .open)
    }

    @Test func aRoundOfPartnersHasNoQuestionnaire() async throws {
        let bench = try await SurveyBench(opened: false)
        let round = try await bench.hearing.openRound()
        let error = try await refusal {
            try await bench.desk.save(
                SurveyBench.questionnaire, after: 0, of: round, in: bench.plan, by: bench.hearing.handler)
        }
        #expect(error?.reason.key == "survey.unknown")
    }

    @Test func whatIsTooMuchIsRefused() async throws {
        let bench = try await SurveyBench(opened: false)
        var long = SurveyBench.questionnaire
        long.pages[2].questions[0].text = String(repeating: "a", count: QuestionnaireLimits.line + 1)
        #expect(try await refusal { try await bench.build(long) }?.code == .invalid)
        var many = SurveyBench.questionnaire
        many.pages[0].questions[0].kind = .one(
            (0...QuestionnaireLimits.choices).map { Choice(id: "k\($0)", text: "\($0)") })
        #expect(try await refusal { try await bench.build(many) }?.reason.key == "survey.too-much")
    }

    @Test func aSheetOnPaperIsKeyedInOnceAlsoAfterTheLastDay() async throws {
        let bench = try await SurveyBench()
        bench.passLastDay()
        let half = AnswerSheet(["v1": .chosen(["b"]), "v3": .text("Banken")])
        for _ in 0..<2 {
            try await bench.desk.keyIn(
                half, as: SurveyBench.id("papier"), of: bench.round, in: bench.plan, by: bench.hearing.handler)
        }
        let kept = try await bench.responses()
        #expect(kept.map(\.way) == [.paper] && kept.map(\.sheet) == [half])
        func refused(_ sheet: AnswerSheet, by participant: Participant) async throws -> String? {
            try await refusal {
                try await bench.desk.keyIn(
                    sheet, as: SurveyBench.id("fout"), of: bench.round, in: bench.plan, by: participant)
            }?.reason.key
        }
        #expect(try await refused(AnswerSheet(), by: bench.hearing.handler) == "survey.sheet-empty")
        #expect(
            try await refused(AnswerSheet(["v1": .chosen(["z"])]), by: bench.hearing.handler) == "survey.sheet-wrong")
        #expect(try await refused(half, by: bench.hearing.drafter) == "access.no-right")
        #expect(try await bench.responses().count == 1)
    }
}
