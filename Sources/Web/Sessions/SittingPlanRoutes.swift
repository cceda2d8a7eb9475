import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// The sessions of a plan: the list, planning one, changing it, calling it off.
struct SittingPlanRoutes: SittingGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.sittings, use: list)
        router.on(.newSitting, use: ask)
        router.on(.planSitting, use: plan)
        router.on(.sittingChange, use: askChange)
        router.on(.changeSitting, use: change)
        router.on(.cancelSitting, use: cancel)
    }

    @Sendable private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let phrases = phrases(context)
        let sessions = try await desk.sessions(of: id, for: context.participant)
        let rounds = try await desk.rounds(of: id, for: context.participant)
        let plan = try await services.reading.plan(id).projected
        let mayPlan = !rounds.isEmpty && context.participant.may(.recordSessions, in: id)
        let page = SittingListPage(
            new: mayPlan ? .newSitting(id) : nil,
            rows: sessions.map { SittingListPage.Row($0, phrases: phrases) }, hasRounds: !rounds.isEmpty)
        return try writer.response(
            page, in: frame(phrases.text("sessions.nav"), .sittings(id), in: plan, route: .sittings, context))
    }

    @Sendable private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await sittingForm(context).form()
        return try await show(form, .newSitting(try plan(context)), "sessions.new-heading", context)
    }

    @Sendable private func plan(_ request: Request, _ context: SiteContext) async throws -> Response {
        let fields = try await sittingForm(context)
        var form = fields.form(typed: context.form)
        let address = SiteAddress.newSitting(try plan(context))
        guard let written = fields.written(&form) else {
            return try await show(form, address, "sessions.new-heading", context, .unprocessableContent)
        }
        let mail = try await mail(context)
        do {
            let session = try await desk.plan(
                written, in: try plan(context), requestID: context.form.requestID, by: context.participant
            ) { mail.letters(about: $0, to: $1) }
            return redirect(to: .sitting(session), context, notice: Notice("sessions.planned"))
        } catch let error as PlanError where error.isAboutForm {
            form.refuse("", error)
            return try await show(form, address, "sessions.new-heading", context, error.formStatus)
        }
    }

    @Sendable private func askChange(_ request: Request, _ context: SiteContext) async throws -> Response {
        let session = try await view(context).session
        let form = try await sittingForm(context).form(holding: session)
        return try await show(form, .sitting(session, .change), "sessions.change-heading", context)
    }

    @Sendable private func change(_ request: Request, _ context: SiteContext) async throws -> Response {
        let session = try await view(context).session
        let fields = try await sittingForm(context)
        var form = fields.form(typed: context.form)
        let version = Int(form.text("versie"))
        let address = SiteAddress.sitting(session, .change)
        guard let written = fields.written(&form), let version else {
            return try await show(form, address, "sessions.change-heading", context, .unprocessableContent)
        }
        let mail = try await mail(context)
        do {
            try await desk.change(
                session.id, in: session.plan, to: written, after: version, by: context.participant
            ) { mail.letters(about: $0, to: $1) }
        } catch let error as PlanError where error.isAboutForm {
            form.refuse("", error)
            return try await show(form, address, "sessions.change-heading", context, error.formStatus)
        }
        return redirect(to: .sitting(session), context, notice: Notice("sessions.changed"))
    }

    @Sendable private func cancel(_ request: Request, _ context: SiteContext) async throws -> Response {
        let session = try await view(context).session
        guard let version = try context.form.value("versie").flatMap({ Int($0) }) else {
            throw PlanError(.invalid, Reason("consultation.request-missing"))
        }
        let mail = try await mail(context)
        try await desk.cancel(session.id, in: session.plan, after: version, by: context.participant) {
            mail.letters(about: $0, to: $1)
        }
        return redirect(to: .sitting(session), context, notice: Notice("sessions.cancelled"))
    }

    private func show(
        _ form: SiteForm, _ address: SiteAddress, _ heading: String, _ context: SiteContext,
        _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let phrases = phrases(context)
        let content = FormContent(
            form, to: address, seal: seal(context), submit: phrases.text("sessions.save"), phrases: phrases
        ).cancel(phrases.text("inputs.not-now"), .sittings(try plan(context)))
        let page = QuestionPage(
            heading: phrases.text(heading), lead: phrases.text("sessions.mail-lead"), form: content)
        return try await respond(page, page.heading, address, context, status)
    }
}
