import Foundation
import Survey
import Workflow

/// Where the office reads what a questionnaire brought: counted, and never of fewer than five people.
public struct SurveyResultRoom: Sendable {
    let office: PlanOffice
    let store: any ConsultationStore & SurveyStore

    public init(_ office: PlanOffice, store: any ConsultationStore & SurveyStore) {
        self.office = office
        self.store = store
    }

    /// For who may come to the inputs of a plan. `notFound` for a round without a questionnaire that was published.
    ///
    /// - Parameter sheets: gives the answers, by the number that changes with every change of them.
    public func results(
        of round: RoundID, in plan: PlanID, for participant: Participant,
        sheets:
            @Sendable (_ revision: Int, _ read: @Sendable () async throws -> [SurveyResponse]) async throws ->
            [SurveyResponse] = { _, read in try await read() }
    ) async throws -> SurveyResults {
        try participant.require(.readInputs, in: plan)
        let view = try await store.roundViews(of: plan, at: office.time.now(), in: office).round(round)
        guard view.hasSurvey, view.state != .prepared, let survey = try await store.survey(of: round, in: plan) else {
            throw PlanError.unknownSurvey
        }
        let revision = try await store.responseRevision(of: round, in: plan)
        let store = store
        let responses = try await sheets(revision) { try await store.responses(of: round, in: plan) }
        return SurveyResults(
            view: view, survey: survey, responses: responses,
            counts: try await store.responseCounts(of: round, in: plan),
            unsent: try await store.sheetCount(of: round, in: plan))
    }

    /// What each of them answered, without a word that they wrote themselves: for who handles inputs.
    public func choices(of results: SurveyResults, for participant: Participant) throws -> [AnswerSheet] {
        try participant.require(.handleInputs, in: results.survey.plan)
        return results.responses.map { $0.sheet.withoutWords }
    }

    /// Says how the population is made up; nil forgets it.
    public func weigh(
        by margins: [Question.ID: [Choice.ID: Double]], of round: RoundID, in plan: PlanID, by participant: Participant
    ) async throws {
        try participant.require(.consult, in: plan)
        guard let survey = try await store.survey(of: round, in: plan) else { throw PlanError.unknownSurvey }
        let isKnown = margins.allSatisfy { question, shares in
            survey.questionnaire.question(question).map { Set($0.choices.map(\.id)) == Set(shares.keys) } ?? false
        }
        guard isKnown, let weighting = Weighting(margins) else {
            throw PlanError(.invalid, Reason("survey.results.shares-wrong"))
        }
        try await store.save(margins.isEmpty ? nil : weighting, of: round, in: plan)
    }
}

/// What a questionnaire brought, as it may be shown.
public struct SurveyResults: Sendable {
    public let view: RoundView
    public let survey: RoundSurvey
    /// Sent in and not shown one by one.
    let responses: [SurveyResponse]
    /// By day and way.
    public let counts: [ResponseCount]
    /// How many sheets were begun and not sent in.
    public let unsent: Int

    public var count: Int { responses.count }

    /// Everybody, with how much they count for.
    ///
    /// - Parameter isWeighted: by how the population is made up, where that is known.
    public func respondents(isWeighted: Bool) -> [Respondent] {
        let sheets = responses.map(\.sheet)
        guard isWeighted, let weighting = survey.weighting else { return sheets.map { Respondent($0) } }
        return zip(sheets, weighting.weights(of: sheets)).map { Respondent($0, weight: $1) }
    }
}

extension AnswerSheet {
    /// What was chosen alone.
    var withoutWords: AnswerSheet {
        answers.reduce(into: AnswerSheet()) { sheet, answer in
            switch answer.value {
            case .chosen(let chosen, _): sheet[answer.key] = .chosen(chosen)
            case .value, .cells: sheet[answer.key] = answer.value
            case .text: break
            }
        }
    }
}
