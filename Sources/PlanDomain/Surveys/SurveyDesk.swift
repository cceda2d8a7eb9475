import Foundation
import Survey
import Workflow

/// Where the office builds the questionnaire of a round.
public struct SurveyDesk: Sendable {
    let office: PlanOffice
    let store: any ConsultationStore & SurveyStore

    public init(_ office: PlanOffice, store: any ConsultationStore & SurveyStore) {
        self.office = office
        self.store = store
    }

    /// `notFound` for a round in which nobody answers a questionnaire.
    public func survey(
        of round: RoundID, in plan: PlanID, for participant: Participant
    ) async throws -> SurveyView {
        try participant.require(.consult, in: plan)
        return try await view(of: round, in: plan)
    }

    /// Writes the questionnaire down anew; faults in it are no refusal, for it is built bit by bit.
    ///
    /// Throws `conflict` once the round was opened, and where somebody else changed it since `version`; `invalid` for
    /// texts that are too long. The first has version 0 before it.
    @discardableResult
    public func save(
        _ questionnaire: Questionnaire, after version: Int, of round: RoundID, in plan: PlanID,
        by participant: Participant
    ) async throws -> RoundSurvey {
        try participant.require(.consult, in: plan)
        let checked = try questionnaire.checked()
        return try await office.turns.take(plan) {
            let known = try await view(of: round, in: plan)
            guard !known.isFixed else {
                throw PlanError(.conflict, Reason("survey.fixed", ["title": .text(known.view.round.title)]))
            }
            let survey = RoundSurvey(plan: plan, round: round, questionnaire: checked, version: version + 1)
            try await store.save(survey)
            return survey
        }
    }

    /// Takes in what somebody answered on paper, also after the round was closed: a letter is on its way for days.
    /// Required questions may be missing. The same id twice is one response.
    public func keyIn(
        _ sheet: AnswerSheet, as id: ResponseID, of round: RoundID, in plan: PlanID, by participant: Participant
    ) async throws {
        try participant.require(.consult, in: plan)
        let known = try await view(of: round, in: plan)
        guard let survey = known.survey, known.isFixed else {
            throw PlanError(.conflict, Reason("survey.not-open-yet", ["title": .text(known.view.round.title)]))
        }
        let kept = Walk(survey.questionnaire, sheet).kept(of: sheet)
        guard !kept.isEmpty else { throw PlanError(.invalid, Reason("survey.sheet-empty")) }
        guard kept.soundWithoutDuty(in: survey.questionnaire) else {
            throw PlanError(.invalid, Reason("survey.sheet-wrong"))
        }
        try await store.add([
            SurveyResponse(
                id: id, plan: plan, round: round, way: .paper, day: office.time.today, sheet: kept)
        ])
    }

    private func view(of round: RoundID, in plan: PlanID) async throws -> SurveyView {
        let view = try await store.roundViews(of: plan, at: office.time.now(), in: office).round(round)
        guard view.hasSurvey else { throw PlanError.unknownSurvey }
        let survey = try await store.survey(of: round, in: plan)
        return SurveyView(view: view, survey: survey)
    }
}

/// A questionnaire with the round that it belongs to.
public struct SurveyView: Equatable, Sendable {
    public let view: RoundView
    /// Nil while nobody began to build it.
    public let survey: RoundSurvey?

    /// Whether people may be answering it.
    public var isFixed: Bool { view.state != .prepared }
    /// An empty one where there is none yet.
    public var questionnaire: Questionnaire { survey?.questionnaire ?? Questionnaire(title: view.round.title) }
    /// 0 where there is none yet.
    public var version: Int { survey?.version ?? 0 }
}

extension AnswerSheet {
    /// Whether every answer is one that its question takes, whatever was passed over.
    func soundWithoutDuty(in questionnaire: Questionnaire) -> Bool {
        answers.allSatisfy { id, answer in
            guard var question = questionnaire.question(id) else { return false }
            question.isRequired = false
            return question.fault(in: answer) == nil
        }
    }
}
