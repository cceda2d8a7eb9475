import PlanDomain
import Survey
import Workflow

/// The questionnaire of a round, and what the town answers.
extension DemoBuilder {
    /// Builds it, as the office does before the round is opened.
    func build(_ survey: DemoSurvey, for round: RoundID, at desk: Desk) async throws {
        try await SurveyDesk(hall.office, store: hall.store).save(
            survey.questionnaire, after: 0, of: round, in: desk.plan, by: desk.participant)
    }

    /// What came in since: from the first day until today, most of it in the first weeks; a few of them on paper.
    func answer(_ survey: DemoSurvey, of round: RoundID, in plan: PlanID) async throws {
        var chance = DemoChance(seed: 20_240_229)
        let first = hall.office.time.today
        let days = max(1, demo.calendar.today.dayNumber - first.dayNumber + 1)
        var responses: [SurveyResponse] = []
        for (index, sheet) in survey.sheets(&chance).enumerated() {
            let day = first.adding(days: min(chance.below(days), chance.below(days)))
            guard let id = ResponseID("demo-\(String(chance.next(), radix: 16))") else { continue }
            responses.append(
                SurveyResponse(
                    id: id, plan: plan, round: round, way: index % 17 == 0 ? .paper : .site, day: day, sheet: sheet))
        }
        try await hall.store.add(responses)
    }
}
