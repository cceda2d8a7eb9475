import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Survey
import Workflow

/// Writing one question.
struct BuiltQuestionRoutes: SurveyBuilding {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.builtQuestion, use: question)
        router.on(.saveBuiltQuestion, use: save)
    }

    @Sendable private func question(_ request: Request, _ context: SiteContext) async throws -> Response {
        let survey = try await survey(context)
        let query = try QueryValues(request.uri.query)
        let (question, page) = try question(in: survey, page: query["pagina"], sort: query["soort"], context)
        let form = try await form(of: question, in: survey, context)
        return try await show(
            form.form(version: survey.version, page: page), heading(question), at: address(of: question, survey),
            about: question.id, survey, context)
    }

    @Sendable private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        let survey = try await survey(context)
        let (known, page) = try question(
            in: survey, page: try context.form.value("pagina"), sort: try context.form.value("soort"), context)
        let questions = try await form(of: known, in: survey, context)
        var form = questions.form(typed: context.form)
        var questionnaire = survey.questionnaire
        if let written = questions.written(&form) { questionnaire.put(written, onto: page) }
        return try await keep(
            questionnaire, &form, field: "vraag", heading(known), at: address(of: known, survey), about: known.id,
            survey,
            context)
    }

    /// The question in the address with the page that it stands on, or a new one of a kind.
    private func question(
        in survey: SurveyView, page: String?, sort: String?, _ context: SiteContext
    ) throws(PlanError) -> (Question, page: String) {
        let questionnaire = survey.questionnaire
        let gone = PlanError(.notFound, Reason("survey.builder.gone"))
        let id = context.parameters.get("question") ?? ""
        guard id == BuilderPlace.new else {
            guard let known = questionnaire.question(id), let own = questionnaire.page(of: id) else { throw gone }
            // A form of before the question was moved, or of another question.
            guard page == nil || page == own.id, sort == nil || sort == QuestionSort(known.kind).rawValue else {
                throw PlanError(.conflict, Reason("survey.changed"))
            }
            return (known, own.id)
        }
        guard let page, questionnaire.pages.contains(where: { $0.id == page }) else { throw gone }
        guard let sort = sort.flatMap(QuestionSort.init(rawValue:)) else {
            throw PlanError(.invalid, Reason("web.form.choice"))
        }
        return (Question(id: questionnaire.freeID("v"), text: "", kind: sort.blank), page)
    }

    private func form(of question: Question, in survey: SurveyView, _ context: SiteContext) async throws -> QuestionForm
    {
        let plan = try await services.reading.plan(survey.view.round.plan).projected
        let known = plan.metadata.themes.flatMap(\.themes) + survey.questionnaire.questions.compactMap(\.theme)
        var seen: Set<String> = []
        return QuestionForm(
            question, in: survey.questionnaire, themes: known.filter { seen.insert($0).inserted },
            phrases: phrases(context))
    }

    private func address(of question: Question, _ survey: SurveyView) -> SiteAddress {
        let isKnown = survey.questionnaire.question(question.id) != nil
        return place(survey).question(isKnown ? question.id : BuilderPlace.new)
    }

    private func heading(_ question: Question) -> String {
        let sort = QuestionSort(question.kind).rawValue
        return "survey.builder.sort-heading.\(sort)"
    }
}
