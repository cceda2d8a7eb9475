import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Survey
import Workflow

/// The forms of the builder: each a page of its own, which leads back to the questionnaire.
extension SurveyBuilding {
    /// Writes a change down, or shows the form again with what is wrong.
    ///
    /// - Parameters:
    ///   - field: where a rule of the domain shows that is about no field in particular.
    ///   - id: of what is changed; nil for what is no part of its own.
    func keep(
        _ questionnaire: Questionnaire, _ form: inout SiteForm, field: String, _ heading: String,
        at address: SiteAddress, about id: String? = nil, _ survey: SurveyView, _ context: SiteContext
    ) async throws -> Response {
        let version = form.text("versie")
        guard form.isSound else {
            return try await show(form, heading, at: address, about: id, survey, context, .unprocessableContent)
        }
        do {
            try await save(questionnaire, version, of: survey, context)
        } catch let error as PlanError where error.isAboutForm {
            form.refuse(field, error)
            return try await show(form, heading, at: address, about: id, survey, context, error.formStatus)
        }
        let place = place(survey)
        return redirect(
            to: id.map { place.overview(at: $0) } ?? place.overview, context, notice: Notice("survey.builder.saved"))
    }

    func show(
        _ form: SiteForm, _ heading: String, at address: SiteAddress, about id: String? = nil, _ survey: SurveyView,
        _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let phrases = phrases(context)
        let seal = seal(context)
        let place = place(survey)
        let isKnown = id.map { id in
            survey.questionnaire.question(id) != nil || survey.questionnaire.pages.contains { $0.id == id }
        }
        let content = FormContent(
            form, to: address, seal: seal, submit: phrases.text("survey.builder.save"), phrases: phrases
        ).cancel(phrases.text("survey.builder.cancel"), place.overview)
        let order = OrderButtons(place: place, version: survey.version, seal: self.seal(context))
        let page = BuilderFormPage(
            heading: phrases.text(heading), form: content,
            removal: isKnown == true && !survey.isFixed ? id.map { order.of($0, title: "") } : nil)
        return try await respond(page, page.heading, address, of: survey, context, status)
    }
}

/// One form of the builder, with the button that takes away what it is about.
struct BuilderFormPage: SitePage {
    static let template = "survey-form"
    let heading: String
    let form: FormContent
    let removal: OrderButtons.Content?

    static let fields: PageFields<BuilderFormPage> = [
        .text("heading") { $0.heading },
        .part("form") { $0.form },
        .part("removal") { $0.removal },
    ]
}
