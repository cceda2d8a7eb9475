import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// What came in beside the form, and taking in more.
struct IntakeRoutes: IntakeGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.intake, use: list)
        router.on(.newIntake, use: ask)
        router.on(.takeIntake, use: take)
    }

    @Sendable private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let documents = try await desk.documents(of: id, for: context.participant)
        let rounds = try await desk.rounds(of: id, for: context.participant)
        let plan = try await services.reading.plan(id).projected
        let page = IntakeListPage(documents, of: id, takesMore: !rounds.isEmpty, phrases: phrases(context))
        return try writer.response(
            page, in: frame(phrases(context).text("intake.nav"), .intake(id), in: plan, route: .intake, context))
    }

    @Sendable private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await intakeForm(context).form(on: services.office.time.today)
        return try await show(form, context)
    }

    @Sendable private func take(_ request: Request, _ context: SiteContext) async throws -> Response {
        let fields = try await intakeForm(context)
        var form = fields.form(typed: context.form)
        guard let written = fields.written(&form) else { return try await show(form, context, .unprocessableContent) }
        do {
            let document = try await desk.take(
                written, in: try plan(context), requestID: context.form.requestID, by: context.participant)
            return redirect(to: .intake(document), context, notice: Notice("intake.taken"))
        } catch let error as PlanError where error.isAboutForm || error.code == .unavailable {
            form.refuse(IntakeForm.field(of: error), error)
            return try await show(form, context, error.formStatus)
        }
    }

    private func intakeForm(_ context: SiteContext) async throws -> IntakeForm {
        let id = try plan(context)
        return IntakeForm(
            rounds: try await desk.rounds(of: id, for: context.participant),
            organisations: try await services.store.organisations(of: id), phrases: phrases(context))
    }

    private func show(
        _ form: SiteForm, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (id, phrases) = (try plan(context), phrases(context))
        let content = FormContent(
            form, to: .newIntake(id), seal: seal(context), submit: phrases.text("intake.take"), phrases: phrases
        ).cancel(phrases.text("inputs.not-now"), .intake(id))
        let page = QuestionPage(
            heading: phrases.text("intake.new-heading"), lead: phrases.text("intake.new-lead"), form: content)
        return try await respond(page, page.heading, .newIntake(id), context, status)
    }
}
