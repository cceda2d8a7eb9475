import Survey
import Workflow

/// Questionnaires, sheets that are being filled in, and responses.
public protocol SurveyStore: Sendable {
    /// Nil where none was built.
    func survey(of round: RoundID, in plan: PlanID) async throws -> RoundSurvey?
    /// Adds or replaces the questionnaire; its weighting stays. `conflict` unless the kept one is one version before it,
    /// `notFound` for a round that is not there.
    func save(_ survey: RoundSurvey) async throws
    /// Nil takes it away. `notFound` where there is no survey.
    func save(_ weighting: Weighting?, of round: RoundID, in plan: PlanID) async throws

    /// Nil where nothing was kept, or it was sent in.
    func sheet(under key: SheetKey, of round: RoundID, in plan: PlanID) async throws -> AnswerSheet?
    /// Adds or replaces a sheet that is half filled in. `conflict` once it was sent in, `notFound` where there is no survey.
    func keep(
        _ sheet: AnswerSheet, under key: SheetKey, of round: RoundID, in plan: PlanID, on day: CalendarDate
    ) async throws
    /// How many sheets were begun and not sent in.
    func sheetCount(of round: RoundID, in plan: PlanID) async throws -> Int
    /// Forgets sheets that nobody touched since a day.
    func sweepSheets(before day: CalendarDate) async throws

    /// Makes a response of the sheet that is kept under a key. A second time it gives the first response, and counts
    /// nothing. `notFound` where there is no such sheet, `conflict` where it is not the one that was checked.
    @discardableResult
    func receive(_ response: SurveyResponse, from key: SheetKey) async throws -> SurveyResponse
    /// Adds what the office took in: all of it or nothing. One whose id is there already is left as it is.
    func add(_ responses: [SurveyResponse]) async throws
    /// Nil for a code that was never given out.
    func response(withReceipt receipt: TokenHash, of round: RoundID, in plan: PlanID) async throws -> SurveyResponse?
    /// By id, which is by chance.
    func responses(of round: RoundID, in plan: PlanID) async throws -> [SurveyResponse]
    /// By day and way.
    func responseCounts(of round: RoundID, in plan: PlanID) async throws -> [ResponseCount]
    /// Changes with every change of the responses; 0 before the first.
    func responseRevision(of round: RoundID, in plan: PlanID) async throws -> Int
}
