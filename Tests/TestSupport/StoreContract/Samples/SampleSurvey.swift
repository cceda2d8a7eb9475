import Foundation
import PlanDomain
import Survey
import Workflow

/// A small questionnaire, answers to it, and the keys under which they are kept.
enum SampleSurvey {
    static let day = CalendarDate(dayNumber: 19_505)

    static let questionnaire = Questionnaire(
        title: "Veilig wonen", introduction: "Wij horen **graag** van u.",
        pages: [
            .init(
                id: "p1", title: "Uw wijk",
                questions: [
                    Question(
                        id: "v1", text: "Woont u hier?",
                        kind: .one([Choice(id: "a", text: "Ja"), Choice(id: "b", text: "Nee", asksWords: true)]),
                        isRequired: true, theme: "Wonen"),
                    Question(
                        id: "v2", text: "Waar?", kind: .open(limit: 20), condition: Condition("v1", in: ["a"])),
                ]),
            .init(
                id: "p2", title: "Cijfers",
                questions: [
                    Question(
                        id: "v3", text: "Hoe vaak?",
                        kind: .matrix(
                            rows: [Choice(id: "a", text: "Lawaai")],
                            columns: [Choice(id: "x", text: "Nooit"), Choice(id: "y", text: "Vaak")])),
                    Question(id: "v4", text: "Cijfer?", kind: .scale(Scale(1...10, least: "Slecht", most: "Goed"))),
                ]),
        ], thanks: "Dank u wel.")

    static let sheet = AnswerSheet([
        "v1": .chosen(["b"], words: "In \"Noord\" – één jaar"), "v3": .cells(["a": "y"]), "v4": .value(7),
    ])

    static func key(_ number: Int) -> SheetKey {
        SheetKey(id: TokenHash(rawValue: "sleutel-\(number)"), receipt: TokenHash(rawValue: "code-\(number)"))
    }

    /// Keeps a round for residents with its questionnaire.
    static func survey(_ name: String = "bewoners", in store: any TownHallStore) async throws -> RoundSurvey {
        let plan = try SampleHistory().plan
        var round = try SampleInputs.round(name, of: plan)
        round.audience = .residents
        round.channels = [.survey, .panel]
        try await store.save(round)
        let survey = RoundSurvey(plan: plan, round: round.id, questionnaire: questionnaire)
        try await store.save(survey)
        return survey
    }

    static func response(
        _ number: Int, to survey: RoundSurvey, way: SurveyResponse.Way = .site, on day: CalendarDate = day,
        sheet: AnswerSheet = sheet
    ) throws -> SurveyResponse {
        SurveyResponse(
            id: try SamplePeople.required(ResponseID("respons-\(number)")), plan: survey.plan, round: survey.round,
            way: way, day: day, sheet: sheet, receipt: way == .site ? key(number).receipt : nil)
    }
}
