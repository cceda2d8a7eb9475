import Foundation
import PlanDomain
import Survey
import Testing
import Workflow

extension StoreContract {
    static let sheetFiles: [Clause] = [
        Clause("a file with answers is known by its bytes, and taken in once") { store in
            let survey = try await SampleSurvey.survey(in: store)
            let file = try StoreContract.file("een", of: survey)
            #expect(try await store.keep(file) == file)
            #expect(try await store.keep(try StoreContract.file("twee", of: survey)).id == file.id, "the same bytes")
            #expect(try await store.sheetFile(file.id, of: survey.round, in: survey.plan) == file)
            let settled = SheetImport(columns: ["Waar?": .question("v2")])
            try await store.settle(settled, of: file.id)
            let responses = try (1...2).map { try SampleSurvey.response($0, to: survey, way: .panel) }
            let stale = try await refusal { try await store.take(responses, from: file, on: SampleSurvey.day) }
            #expect(stale?.code == .conflict, "read by other columns")
            let present = try SamplePeople.required(
                try await store.sheetFile(file.id, of: survey.round, in: survey.plan))
            #expect(present.columns == settled)
            try await store.take(responses, from: present, on: SampleSurvey.day)
            let again = try await refusal { try await store.take(responses, from: present, on: SampleSurvey.day) }
            #expect(again?.code == .conflict)
            let taken = try await store.sheetFiles(of: survey.round, in: survey.plan)
            #expect(taken.map(\.taken) == [.init(on: SampleSurvey.day, count: 2)] && taken[0].bytes == nil)
            #expect(try await refusal { try await store.settle(settled, of: file.id) }?.code == .conflict)
            #expect(try await store.responses(of: survey.round, in: survey.plan).count == 2)
        },
        Clause("a file is taken out with what it brought, and with nothing else") { store in
            let survey = try await SampleSurvey.survey(in: store)
            try await store.add([try SampleSurvey.response(9, to: survey, way: .paper)])
            let file = try await store.keep(try StoreContract.file("een", of: survey))
            try await store.take(
                [try SampleSurvey.response(1, to: survey, way: .panel)], from: file, on: SampleSurvey.day)
            let revision = try await store.responseRevision(of: survey.round, in: survey.plan)
            try await store.remove(file.id, of: try SamplePeople.required(RoundID("elders")), in: survey.plan)
            #expect(try await store.responses(of: survey.round, in: survey.plan).count == 2)
            for _ in 0..<2 { try await store.remove(file.id, of: survey.round, in: survey.plan) }
            #expect(try await store.responses(of: survey.round, in: survey.plan).map(\.way) == [.paper])
            #expect(try await store.responseRevision(of: survey.round, in: survey.plan) > revision)
            #expect(try await store.sheetFiles(of: survey.round, in: survey.plan).isEmpty)
        },
    ]

    private static func file(_ name: String, of survey: RoundSurvey) throws -> SheetFile {
        SheetFile(
            id: try SamplePeople.required(SheetFileID(name)), plan: survey.plan, round: survey.round,
            name: "\(name).csv", digest: String(repeating: "a", count: 64), columns: SheetImport(columns: [:]),
            bytes: Data("Waar?\nNoord\n".utf8))
    }
}
