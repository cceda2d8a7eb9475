import Foundation
import Survey
import Workflow

/// Where residents answer a questionnaire. Nobody is signed in, and nobody is told apart but by the key of their sheet.
public struct SurveyRoom: Sendable {
    let office: PlanOffice
    let store: any ConsultationStore & SurveyStore

    public init(_ office: PlanOffice, store: any ConsultationStore & SurveyStore) {
        self.office = office
        self.store = store
    }

    /// A questionnaire that was published, whether it can be answered today or not. `notFound` for all else.
    public func visit(_ round: RoundID, of plan: PlanID) async throws -> SurveyVisit {
        let views = try await views(of: plan)
        guard let view = views.first(where: { $0.round.id == round }), view.hasSurvey, view.state != .prepared,
            let survey = try await store.survey(of: round, in: plan), survey.questionnaire.faults.isEmpty
        else { throw PlanError.unknownSurvey }
        return SurveyVisit(view: view, survey: survey)
    }

    /// What is kept of a sheet that was begun; nil where there is nothing, or it was sent in.
    public func sheet(_ key: SheetKey, at visit: SurveyVisit) async throws -> AnswerSheet? {
        try await store.sheet(under: key, of: visit.round, in: visit.plan)
    }

    /// Keeps what was answered so far; answers to what is not asked, and those that can't be taken, are left out.
    ///
    /// Throws `conflict` where the round is not open, and once the sheet was sent in.
    @discardableResult
    public func keep(_ sheet: AnswerSheet, under key: SheetKey, at visit: SurveyVisit) async throws -> AnswerSheet {
        try visit.view.requireOpen()
        let walk = Walk(visit.questionnaire, sheet)
        var kept = walk.kept(of: sheet)
        for question in walk.questions {
            var lenient = question
            lenient.isRequired = false
            if lenient.fault(in: kept[question.id]) != nil { kept[question.id] = nil }
        }
        try await store.keep(kept, under: key, of: visit.round, in: visit.plan, on: office.time.today)
        return kept
    }

    /// Sends in the sheet that is kept. Twice is once; what was sent in before the round closed stays so.
    ///
    /// Throws `conflict` where the round is not open, `notFound` where nothing is kept, `invalid` where an answer is
    /// missing.
    @discardableResult
    public func send(_ key: SheetKey, as id: ResponseID, at visit: SurveyVisit) async throws -> SurveyResponse {
        if let known = try await receipt(key.receipt, at: visit) { return known }
        try visit.view.requireOpen()
        guard let sheet = try await sheet(key, at: visit) else {
            // Sent from another window in between, or never kept.
            if let known = try await receipt(key.receipt, at: visit) { return known }
            throw PlanError(.notFound, Reason("survey.sheet-gone"))
        }
        let walk = Walk(visit.questionnaire, sheet)
        guard walk.faults(in: sheet).isEmpty else { throw PlanError(.invalid, Reason("survey.sheet-incomplete")) }
        let response = SurveyResponse(
            id: id, plan: visit.plan, round: visit.round, way: .site, day: office.time.today, sheet: sheet,
            receipt: key.receipt)
        return try await store.receive(response, from: key)
    }

    /// What was received under a code; nil for a code that was never given out.
    public func receipt(_ receipt: TokenHash, at visit: SurveyVisit) async throws -> SurveyResponse? {
        try await store.response(withReceipt: receipt, of: visit.round, in: visit.plan)
    }

    /// A plan that is not there has no rounds.
    private func views(of plan: PlanID) async throws -> [RoundView] {
        try await store.roundViews(of: plan, at: office.time.now(), in: office)
    }
}

/// A questionnaire as residents find it.
public struct SurveyVisit: Equatable, Sendable {
    public let view: RoundView
    public let survey: RoundSurvey

    public var plan: PlanID { survey.plan }
    public var round: RoundID { survey.round }
    public var questionnaire: Questionnaire { survey.questionnaire }
    public var isOpen: Bool { view.state == .open }
}
