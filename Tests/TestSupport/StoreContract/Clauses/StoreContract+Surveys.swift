import Foundation
import PlanDomain
import Survey
import Testing
import Workflow

extension StoreContract {
    static let surveys: [Clause] = building + filling + responding

    private static let building: [Clause] = [
        Clause("a questionnaire is kept whole, and changed by who saw the last version alone") { store in
            let survey = try await SampleSurvey.survey(in: store)
            #expect(try await store.survey(of: survey.round, in: survey.plan) == survey)
            var changed = survey.questionnaire
            changed.pages[0].title = "Uw \"buurt\""
            let next = RoundSurvey(plan: survey.plan, round: survey.round, questionnaire: changed, version: 2)
            try await store.save(next)
            #expect(try await store.survey(of: survey.round, in: survey.plan) == next)
            #expect(try await refusal { try await store.save(next) }?.reason.key == "survey.changed")
            let elsewhere = RoundSurvey(
                plan: survey.plan, round: try SamplePeople.required(RoundID("nergens")), questionnaire: changed)
            #expect(try await refusal { try await store.save(elsewhere) }?.code == .notFound)
        },
        Clause("how the population is made up is kept beside the questionnaire, and outlives a change of it") { store in
            let survey = try await SampleSurvey.survey(in: store)
            let weighting = try SamplePeople.required(Weighting(["v1": ["a": 0.25, "b": 0.75]]))
            try await store.save(weighting, of: survey.round, in: survey.plan)
            #expect(try await store.survey(of: survey.round, in: survey.plan)?.weighting == weighting)
            try await store.save(
                RoundSurvey(
                    plan: survey.plan, round: survey.round, questionnaire: survey.questionnaire, version: 2))
            #expect(try await store.survey(of: survey.round, in: survey.plan)?.weighting == weighting)
            try await store.save(nil, of: survey.round, in: survey.plan)
            #expect(try await store.survey(of: survey.round, in: survey.plan)?.weighting == nil)
            let nowhere = try SamplePeople.required(RoundID("nergens"))
            #expect(try await refusal { try await store.save(nil, of: nowhere, in: survey.plan) }?.code == .notFound)
        },
    ]

    private static let filling: [Clause] = [
        Clause("a sheet is kept under its key, in the questionnaire that it is of") { store in
            let survey = try await SampleSurvey.survey(in: store)
            let other = try await SampleSurvey.survey("anderen", in: store)
            let key = SampleSurvey.key(1)
            func keep(_ sheet: AnswerSheet, of survey: RoundSurvey) async throws {
                try await store.keep(sheet, under: key, of: survey.round, in: survey.plan, on: SampleSurvey.day)
            }
            try await keep(AnswerSheet(["v4": .value(3)]), of: survey)
            try await keep(SampleSurvey.sheet, of: survey)
            #expect(try await store.sheet(under: key, of: survey.round, in: survey.plan) == SampleSurvey.sheet)
            #expect(try await store.sheet(under: key, of: other.round, in: survey.plan) == nil)
            #expect(try await store.sheet(under: SampleSurvey.key(2), of: survey.round, in: survey.plan) == nil)
            #expect(try await refusal { try await keep(SampleSurvey.sheet, of: other) }?.code == .notFound)
            #expect(try await store.sheetCount(of: survey.round, in: survey.plan) == 1)
            try await store.sweepSheets(before: SampleSurvey.day)
            #expect(try await store.sheetCount(of: survey.round, in: survey.plan) == 1)
            try await store.sweepSheets(before: SampleSurvey.day.adding(days: 1))
            #expect(try await store.sheetCount(of: survey.round, in: survey.plan) == 0)
        },
        Clause("a sheet is sent in once, and its key opens nothing after that") { store in
            let survey = try await SampleSurvey.survey(in: store)
            let key = SampleSurvey.key(1)
            try await store.keep(
                SampleSurvey.sheet, under: key, of: survey.round, in: survey.plan, on: SampleSurvey.day)
            let first = try SampleSurvey.response(1, to: survey)
            #expect(try await store.receive(first, from: key) == first)
            let second = SurveyResponse(
                id: try SamplePeople.required(ResponseID("nog-een")), plan: survey.plan, round: survey.round,
                way: .site, day: SampleSurvey.day, sheet: SampleSurvey.sheet, receipt: key.receipt)
            #expect(try await store.receive(second, from: key) == first)
            #expect(try await store.responses(of: survey.round, in: survey.plan) == [first])
            #expect(try await store.sheet(under: key, of: survey.round, in: survey.plan) == nil)
            let again = try await refusal {
                try await store.keep(
                    SampleSurvey.sheet, under: key, of: survey.round, in: survey.plan, on: SampleSurvey.day)
            }
            #expect(again?.reason.key == "survey.sent-already")
        },
        Clause("a sheet that is not there, or changed since it was checked, is not sent in") { store in
            let survey = try await SampleSurvey.survey(in: store)
            let key = SampleSurvey.key(1)
            let response = try SampleSurvey.response(1, to: survey)
            #expect(try await refusal { _ = try await store.receive(response, from: key) }?.code == .notFound)
            try await store.keep(
                AnswerSheet(["v4": .value(1)]), under: key, of: survey.round, in: survey.plan, on: SampleSurvey.day)
            #expect(try await refusal { _ = try await store.receive(response, from: key) }?.code == .conflict)
            #expect(try await store.responses(of: survey.round, in: survey.plan).isEmpty)
            #expect(try await store.responseRevision(of: survey.round, in: survey.plan) == 0)
        },
    ]

    private static let responding: [Clause] = [
        Clause("responses are counted by day and way, and every change of them shows") { store in
            let survey = try await SampleSurvey.survey(in: store)
            let next = SampleSurvey.day.adding(days: 1)
            try await store.add([
                try SampleSurvey.response(3, to: survey, way: .paper, on: next),
                try SampleSurvey.response(1, to: survey, way: .panel),
                try SampleSurvey.response(2, to: survey, way: .panel),
            ])
            let revision = try await store.responseRevision(of: survey.round, in: survey.plan)
            #expect(revision > 0)
            let ids = try await store.responses(of: survey.round, in: survey.plan).map(\.id.rawValue)
            #expect(ids == ["respons-1", "respons-2", "respons-3"], "by id, and so by chance")
            #expect(
                try await store.responseCounts(of: survey.round, in: survey.plan) == [
                    ResponseCount(day: SampleSurvey.day, way: .panel, count: 2),
                    ResponseCount(day: next, way: .paper, count: 1),
                ])
            try await store.add([try SampleSurvey.response(1, to: survey, way: .panel, on: next)])
            #expect(try await store.responses(of: survey.round, in: survey.plan).count == 3, "the same id is the same")
            try await store.add([try SampleSurvey.response(4, to: survey, way: .paper)])
            #expect(try await store.responseRevision(of: survey.round, in: survey.plan) > revision)
        },
        Clause("a code finds its own response alone, in its own questionnaire") { store in
            let survey = try await SampleSurvey.survey(in: store)
            let other = try await SampleSurvey.survey("anderen", in: store)
            for number in 1...2 {
                let key = SampleSurvey.key(number)
                try await store.keep(
                    SampleSurvey.sheet, under: key, of: survey.round, in: survey.plan, on: SampleSurvey.day)
                try await store.receive(try SampleSurvey.response(number, to: survey), from: key)
            }
            func found(_ number: Int, in survey: RoundSurvey) async throws -> SurveyResponse? {
                try await store.response(
                    withReceipt: SampleSurvey.key(number).receipt, of: survey.round, in: survey.plan)
            }
            #expect(try await found(2, in: survey)?.id.rawValue == "respons-2")
            #expect(try await found(2, in: other) == nil)
            #expect(try await found(3, in: survey) == nil)
        },
    ]
}
