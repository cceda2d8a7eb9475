import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Survey
import Workflow

/// Trying a questionnaire out as a resident sees it, and keying in what residents wrote on paper.
///
/// Of a trial nothing is kept anywhere: each form takes the answers of the other pages along.
struct SurveyTrialRoutes: SurveyBuilding {
    let services: SiteServices
    private static let pageName = "pagina"

    func add(to router: inout SiteRouter) {
        router.on(.surveyTrial, use: begin)
        router.on(.trySurvey, use: answer)
        router.on(.paperSheet, use: paper)
        router.on(.keyInSheet, use: keyIn)
    }

    @Sendable private func begin(_ request: Request, _ context: SiteContext) async throws -> Response {
        let survey = try await survey(context)
        let walk = Walk(survey.questionnaire, AnswerSheet())
        guard let page = walk.pages.first else { return redirect(to: place(survey).overview, context) }
        return try await show(page, walk, survey, values: FormValues(), context)
    }

    @Sendable private func answer(_ request: Request, _ context: SiteContext) async throws -> Response {
        let survey = try await survey(context)
        let sheet = SheetForm(questions: survey.questionnaire.questions, isLenient: true).reading(of: context.form)
            .sheet
        let walk = Walk(survey.questionnaire, sheet)
        guard let page = walk.pages.first(where: { $0.id == context.form.only(Self.pageName) }) else {
            throw PlanError(.notFound, Reason("survey.builder.gone"))
        }
        if try context.form.value(SurveyPageRoutes.actionName) == SurveyPageRoutes.Action.back.rawValue {
            return try await show(walk.page(before: page.id) ?? page, walk, survey, values: context.form, context)
        }
        let faults = SheetForm(questions: page.questions).reading(of: context.form).faults
        guard faults.isEmpty else {
            return try await show(
                page, walk, survey, values: context.form, faults: faults, context, .unprocessableContent)
        }
        let shown = context.form.all(SurveyPageRoutes.shownName)
        if !shown.isEmpty, page.questions.contains(where: { !shown.contains($0.id) }) {
            return try await show(page, walk, survey, values: context.form, context)
        }
        guard let next = walk.page(after: page.id) else {
            return redirect(to: place(survey).overview, context, notice: Notice("survey.trial.end"))
        }
        return try await show(next, walk, survey, values: context.form, context)
    }

    private func show(
        _ page: Questionnaire.Page, _ walk: Walk, _ survey: SurveyView, values: FormValues,
        faults: [Question.ID: Reason] = [:], _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let whole = survey.questionnaire.pages.first { $0.id == page.id }?.questions ?? []
        let content = SurveyFillPage(
            page, of: survey.questionnaire, step: walk.step(of: page.id), values: values, faults: faults,
            to: place(survey).trial, seal: seal(context),
            carried: [HiddenField(name: Self.pageName, value: page.id)]
                + Self.answers(in: values, besides: whole).map { HiddenField(name: $0.name, value: $0.value) },
            isTrial: true, phrases: phrases(context))
        return try await respond(
            content, phrases(context).text("survey.trial.heading"), place(survey).trial, of: survey, context, status)
    }

    /// What was answered to other questions than those of a page.
    private static func answers(in values: FormValues, besides questions: [Question]) -> [FormValues.Field] {
        let own = questions.flatMap { [SheetForm.name($0.id), SheetForm.wordsName($0.id)] }
        return values.fields.filter { field in
            (field.name.hasPrefix("vraag-") || field.name.hasPrefix("woorden-"))
                && !own.contains { field.name == $0 || field.name.hasPrefix($0 + "-") }
        }
    }

    // MARK: On paper

    @Sendable private func paper(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await show(try await survey(context), values: FormValues(), context)
    }

    @Sendable private func keyIn(_ request: Request, _ context: SiteContext) async throws -> Response {
        let survey = try await survey(context)
        let reading = SheetForm(questions: survey.questionnaire.questions, isLenient: true).reading(of: context.form)
        guard reading.faults.isEmpty else {
            return try await show(
                survey, values: context.form, faults: reading.faults, context, .unprocessableContent)
        }
        let name = Digest.hexadecimal(of: "papier \(context.form.requestID)".utf8, bytes: 16)
        let round = survey.view.round
        guard let id = ResponseID(name) else { throw PlanError(.unavailable, Reason("survey.unknown")) }
        do {
            try await surveys.keyIn(reading.sheet, as: id, of: round.id, in: round.plan, by: context.participant)
        } catch let error as PlanError where error.isAboutForm {
            return try await show(survey, values: context.form, refusal: error.reason, context, error.formStatus)
        }
        return redirect(to: place(survey).keyIn, context, notice: Notice("survey.key-in.kept"))
    }

    private func show(
        _ survey: SurveyView, values: FormValues, faults: [Question.ID: Reason] = [:], refusal: Reason? = nil,
        _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let phrases = phrases(context)
        guard survey.isFixed else {
            throw PlanError(.conflict, Reason("survey.not-open-yet", ["title": .text(survey.view.round.title)]))
        }
        let page = SurveyKeyInPage(
            survey.questionnaire, values: values, faults: faults, refusal: refusal, to: place(survey).keyIn,
            seal: seal(context), phrases: phrases)
        return try await respond(
            page, phrases.text("survey.key-in.heading"), place(survey).keyIn, of: survey, context, status)
    }
}

/// All questions on one page, to be keyed in from paper.
struct SurveyKeyInPage: SitePage {
    static let template = "survey-key-in"
    let questions: [QuestionContent]
    let errors: [FormContent.ErrorLink]
    let action: SiteAddress
    let seal: FormSeal

    init(
        _ questionnaire: Questionnaire, values: FormValues, faults: [Question.ID: Reason], refusal: Reason?,
        to action: SiteAddress, seal: FormSeal, phrases: Phrases
    ) {
        let questions = questionnaire.questions.enumerated().map { index, question in
            var asked = question
            asked.text = "\(index + 1). \(question.text)"
            asked.isRequired = false
            return QuestionContent(
                asked, number: index + 1, values: values, fault: faults[question.id],
                phrases: phrases)
        }
        let whole = refusal.map { FormContent.ErrorLink(text: phrases.sentence($0), anchor: nil, label: nil) }
        errors =
            (whole.map { [$0] } ?? [])
            + questions.compactMap { content in
                content.error.map {
                    FormContent.ErrorLink(text: $0, anchor: content.anchor, label: content.question.text)
                }
            }
        self.questions = questions
        self.action = action
        self.seal = seal
    }

    static let fields: PageFields<SurveyKeyInPage> = [
        .list("questions") { $0.questions },
        .flag("hasErrors") { !$0.errors.isEmpty },
        .list("errors") { $0.errors },
        .text("formAction") { $0.action.path },
        .text("formToken") { $0.seal.token },
        .text("requestID") { $0.seal.requestID },
    ]
}
