import PlanDomain

/// The answers of the questionnaire that was looked at last, opened: to open twenty thousand again for every page would
/// keep a reader waiting. In memory alone, and only until something changes.
actor KeptResponses {
    private var last: (survey: SurveyPlace, revision: Int, responses: [SurveyResponse])?

    func responses(
        of survey: SurveyPlace, revision: Int, _ read: @Sendable () async throws -> [SurveyResponse]
    ) async throws -> [SurveyResponse] {
        if let last, last.survey == survey, last.revision == revision { return last.responses }
        let responses = try await read()
        last = (survey, revision, responses)
        return responses
    }
}
