import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// "Waar is mijn inbreng gebleven?" for partners, councillors and advisers.
struct AnswerRoutes: AnswerGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.answers, use: answers)
        router.on(.answersDocument, use: document)
        router.on(.replyForm, use: replyForm)
        router.on(.sendReply, use: sendReply)
    }

    @Sendable private func answers(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let answers = try await room.answers(in: id, for: context.participant)
        let phrases = phrases(context)
        let lines = try await lines(answers, in: id, reply: { .reply(id, to: $0) }, context)
        let page = AnswersPage(
            lines, lead: try await lead(id, context), document: .answersDocument(id),
            back: PageLink(
                label: phrases.text("partner.back-to-overview"),
                address: ContributionPlace(plan: id, round: nil).overview()), phrases: phrases)
        let response = try await respond(page, phrases.text("feedback.heading"), .answers(id), context)
        try await room.noteReading(of: answers, in: id)
        return response
    }

    @Sendable private func document(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let answers = try await room.answers(in: id, for: context.participant)
        return try await document(answers, in: id, lead: try await lead(id, context), context)
    }

    @Sendable private func replyForm(_ request: Request, _ context: SiteContext) async throws -> Response {
        let answer = try await answer(context)
        guard answer.mayReply else { return redirect(to: .answers(answer.plan), context) }
        return try await show(answer, ReplyForm(phrases: phrases(context)).form(on: answer), context)
    }

    @Sendable private func sendReply(_ request: Request, _ context: SiteContext) async throws -> Response {
        let answer = try await answer(context)
        let fields = ReplyForm(phrases: phrases(context))
        var form = fields.form(typed: context.form)
        guard let (reply, ordinal) = fields.written(&form) else {
            return try await show(answer, form, context, .unprocessableContent)
        }
        do {
            try await room.reply(
                reply, to: answer.number, ordinal: ordinal, in: answer.plan, by: context.participant)
        } catch let error as PlanError where error.isAboutForm {
            form.refuse(ReplyForm.field(of: error), error)
            return try await show(answer, form, context, error.formStatus)
        }
        return redirect(
            to: .answers(answer.plan, fragment: answer.number.description), context,
            notice: Notice("feedback.reply.done", ["input": answer.number.description]))
    }

    /// Another's is as unknown as one that is not there.
    private func answer(_ context: SiteContext) async throws -> InputAnswer {
        let number = try inputNumber(context)
        let answers = try await room.answers(in: try plan(context), for: context.participant)
        guard let answer = answers.first(where: { $0.number == number }) else {
            throw PlanError(.notFound, Reason("input.unknown", ["input": .text(number.description)]))
        }
        return answer
    }

    private func show(
        _ answer: InputAnswer, _ form: SiteForm, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let address = SiteAddress.reply(answer.plan, to: answer.number)
        let page = replyPage(answer, form, to: address, back: .answers(answer.plan), context)
        return try await respond(page, page.heading, address, context, status)
    }

    private func lead(_ plan: PlanID, _ context: SiteContext) async throws -> String {
        let title = try await services.reading.plan(plan).projected.metadata.title
        let organisation = context.participant.contact(in: plan)?.organisation.name
        return organisation.map {
            phrases(context).text("feedback.lead-organisation", ["organisation": .text($0), "plan": .text(title)])
        } ?? phrases(context).text("feedback.lead", ["plan": .text(title)])
    }

    private func respond(
        _ page: some SitePage, _ title: String, _ address: SiteAddress, _ context: SiteContext,
        _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let phrases = phrases(context)
        let id = try plan(context)
        let overview = ContributionPlace(plan: id, round: nil).overview()
        var crumbs = [
            Crumb(label: phrases.text("web.nav.plans"), address: .plans),
            Crumb(label: phrases.text("partner.nav"), address: overview),
        ]
        if address != .answers(id) {
            crumbs.append(Crumb(label: phrases.text("feedback.heading"), address: .answers(id)))
        }
        let frame = frame(title, address, context, crumbs: crumbs + [Crumb(label: title)])
        return try writer.response(page, in: frame, status: status)
    }
}
