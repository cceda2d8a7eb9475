import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Survey
import Workflow

/// The builder: the questionnaire as a whole, its order, its texts and its pages. Questions: ``BuiltQuestionRoutes``.
struct SurveyBuilderRoutes: SurveyBuilding {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.surveyBuilder, use: overview)
        router.on(.orderSurvey, use: order)
        router.on(.surveyTexts, use: texts)
        router.on(.saveSurveyTexts, use: saveTexts)
        router.on(.builtPage, use: page)
        router.on(.saveBuiltPage, use: savePage)
    }

    @Sendable private func overview(_ request: Request, _ context: SiteContext) async throws -> Response {
        let survey = try await survey(context)
        let phrases = phrases(context)
        let round = survey.view.round
        let published = try await LinkMail.site(services) + SurveyPlace(round.plan, round.id).intro.path
        let page = SurveyBuilderPage(survey, published: published, seal: seal(context), phrases: phrases)
        return try await respond(
            page, phrases.text("survey.builder.heading"), place(survey).overview, of: survey, context)
    }

    /// Up, down or away.
    @Sendable private func order(_ request: Request, _ context: SiteContext) async throws -> Response {
        let survey = try await survey(context)
        let id = try context.form.value("wat") ?? ""
        let action = try context.form.choice("actie", among: ["omhoog", "omlaag", "weg"])
        var questionnaire = survey.questionnaire
        guard questionnaire.question(id) != nil || questionnaire.pages.contains(where: { $0.id == id }) else {
            throw PlanError(.notFound, Reason("survey.builder.gone"))
        }
        let isMoved =
            action == "weg" ? questionnaire.remove(id) : questionnaire.move(id, forward: action == "omlaag")
        if isMoved { try await save(questionnaire, try context.form.value("versie") ?? "", of: survey, context) }
        let place = place(survey)
        return action == "weg"
            ? redirect(to: place.overview, context, notice: Notice("survey.builder.removed"))
            : redirect(to: place.overview(at: id), context)
    }

    // MARK: Texts

    @Sendable private func texts(_ request: Request, _ context: SiteContext) async throws -> Response {
        let survey = try await survey(context)
        let known = survey.questionnaire
        let form = SiteForm(
            textFields(context),
            holding: [
                "versie": String(survey.version), "titel": known.title, "inleiding": known.introduction,
                "dank": known.thanks,
            ])
        return try await show(form, "survey.builder.texts-heading", at: place(survey).texts, survey, context)
    }

    @Sendable private func saveTexts(_ request: Request, _ context: SiteContext) async throws -> Response {
        let survey = try await survey(context)
        var form = SiteForm(textFields(context), typed: context.form)
        var questionnaire = survey.questionnaire
        questionnaire.title = form.text("titel")
        questionnaire.introduction = form.text("inleiding")
        questionnaire.thanks = form.text("dank")
        return try await keep(
            questionnaire, &form, field: "titel", "survey.builder.texts-heading", at: place(survey).texts, survey,
            context)
    }

    private func textFields(_ context: SiteContext) -> [FormField] {
        let phrases = phrases(context)
        return [
            FormField("versie", "", .hidden),
            FormField("titel", phrases.text("survey.builder.field.title"), limit: 150),
            FormField(
                "inleiding", phrases.text("survey.builder.field.introduction"), .textarea(rows: 7),
                hint: phrases.text("survey.builder.field.introduction-hint"), isRequired: false),
            FormField(
                "dank", phrases.text("survey.builder.field.thanks"), .textarea(rows: 4), isRequired: false),
        ]
    }

    // MARK: Pages

    @Sendable private func page(_ request: Request, _ context: SiteContext) async throws -> Response {
        let survey = try await survey(context)
        let page = try page(in: survey, context)
        let conditions = ConditionField(survey.questionnaire.deciding(about: page.id), phrases(context))
        var values = [
            "versie": [String(survey.version)], "titel": [page.title], "toelichting": [page.explanation],
        ]
        values[ConditionField.name] = conditions.values(of: page.condition)
        let form = SiteForm(pageFields(conditions, context), typed: FormValues(values))
        return try await show(
            form, "survey.builder.page-heading", at: address(of: page, survey), about: page.id, survey, context)
    }

    @Sendable private func savePage(_ request: Request, _ context: SiteContext) async throws -> Response {
        let survey = try await survey(context)
        var page = try page(in: survey, context)
        let conditions = ConditionField(survey.questionnaire.deciding(about: page.id), phrases(context))
        var form = SiteForm(pageFields(conditions, context), typed: context.form)
        page.title = form.text("titel")
        page.explanation = form.text("toelichting")
        page.condition = conditions.condition(&form)
        var questionnaire = survey.questionnaire
        if let index = questionnaire.pages.firstIndex(where: { $0.id == page.id }) {
            questionnaire.pages[index] = page
        } else {
            questionnaire.pages.append(page)
        }
        return try await keep(
            questionnaire, &form, field: "titel", "survey.builder.page-heading", at: address(of: page, survey),
            about: page.id, survey, context)
    }

    /// The page in the address, or a new one.
    private func page(in survey: SurveyView, _ context: SiteContext) throws(PlanError) -> Questionnaire.Page {
        let id = context.parameters.get("page") ?? ""
        if id == BuilderPlace.new { return Questionnaire.Page(id: survey.questionnaire.freeID("p"), title: "") }
        guard let page = survey.questionnaire.pages.first(where: { $0.id == id }) else {
            throw PlanError(.notFound, Reason("survey.builder.gone"))
        }
        return page
    }

    private func address(of page: Questionnaire.Page, _ survey: SurveyView) -> SiteAddress {
        let isKnown = survey.questionnaire.pages.contains { $0.id == page.id }
        return place(survey).page(isKnown ? page.id : BuilderPlace.new)
    }

    private func pageFields(_ conditions: ConditionField, _ context: SiteContext) -> [FormField] {
        let phrases = phrases(context)
        return [
            FormField("versie", "", .hidden),
            FormField("titel", phrases.text("survey.builder.field.page-title"), limit: QuestionnaireLimits.line),
            FormField(
                "toelichting", phrases.text("survey.builder.field.explanation"), .textarea(rows: 4), isRequired: false),
        ] + conditions.fields
    }
}
