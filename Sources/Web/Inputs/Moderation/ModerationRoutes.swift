import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Judging an input, and choosing which inputs are judged at all.
struct ModerationRoutes: SiteRouteGroup {
    let services: SiteServices
    private let desk: ModerationDesk

    init(services: SiteServices) {
        self.services = services
        desk = ModerationDesk(services.office, store: services.store)
    }

    func add(to router: inout SiteRouter) {
        router.on(.judgement, use: judgement)
        router.on(.judge, use: judge)
        router.on(.moderationRule, use: rule)
        router.on(.chooseModerationRule, use: choose)
    }

    // MARK: Judging

    @Sendable private func judgement(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sheet = try await sheet(context)
        return try await show(JudgementForm(sheet: sheet, phrases: phrases(context)).form(), sheet, context)
    }

    @Sendable private func judge(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sheet = try await sheet(context)
        let (plan, number) = (sheet.input.plan, sheet.input.number)
        let fields = JudgementForm(sheet: sheet, phrases: phrases(context))
        var form = fields.form(typed: context.form)
        guard let (judgement, version) = fields.written(&form) else {
            return try await show(form, sheet, context, .unprocessableContent)
        }
        let title = try await services.reading.plan(plan).projected.metadata.title
        let mail = ModerationMail(services, about: number, plan: title)
        do {
            try await desk.judge(
                judgement, of: number, in: plan, version: version, by: context.participant, telling: mail.letter)
        } catch let error as PlanError where error.isAboutForm {
            form.refuse(JudgementForm.field(of: error), error)
            return try await show(form, sheet, context, error.formStatus)
        }
        return redirect(
            to: .input(plan, number), context,
            notice: Notice("moderation.judged", ["input": number.description]))
    }

    private func sheet(_ context: SiteContext) async throws -> ModerationSheet {
        try await desk.sheet(try inputNumber(context), of: try plan(context), for: context.participant)
    }

    private func show(
        _ form: SiteForm, _ sheet: ModerationSheet, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let phrases = phrases(context)
        let input = sheet.input
        let plan = try await services.reading.plan(input.plan).projected
        let content = FormContent(
            form, to: .judgement(plan.id, input.number), seal: seal(context), submit: phrases.text("moderation.judge"),
            phrases: phrases
        ).cancel(phrases.text("partner.back"), .input(plan.id, input.number))
        let heading = phrases.text("moderation.heading", ["input": .text(input.number.description)])
        let title = plan.sections.first { $0.id == input.content.section }?.printedTitle
        let page = QuestionPage(
            heading: heading, lead: phrases.text("moderation.lead"), facts: facts(of: sheet, phrases),
            written: WrittenLine(input.content, title: title, phrases: phrases), form: content)
        let crumbs = [
            Crumb(label: phrases.text("inputs.nav"), address: .inputs(plan.id)),
            Crumb(label: input.number.description, address: .input(plan.id, input.number)), Crumb(label: heading),
        ]
        let frame = frame(
            heading, .judgement(plan.id, input.number), in: plan, route: .inputs, context, crumbs: crumbs)
        return try writer.response(page, in: frame, status: status)
    }

    private func facts(of sheet: ModerationSheet, _ phrases: Phrases) -> [QuestionPage.Fact] {
        let input = sheet.input
        return [
            .init(label: phrases.text("inputs.submitter"), value: input.submitter.label(phrases)),
            .init(label: phrases.text("inputs.received-on"), value: phrases.moment(input.receivedAt)),
            .init(
                label: phrases.text("inputs.channel-label"),
                value: phrases.text("inputs.channel.\(input.channel.rawValue)")),
        ]
    }

    // MARK: The rule

    @Sendable private func rule(_ request: Request, _ context: SiteContext) async throws -> Response {
        let rule = try await desk.rule(of: try plan(context), for: context.participant)
        let form = SiteForm(
            ruleFields(phrases(context)), holding: ["formulier": rule.judgesForms ? Self.judged : Self.atOnce])
        return try await showRule(form, context)
    }

    @Sendable private func choose(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        var form = SiteForm(ruleFields(phrases(context)), typed: context.form)
        let chosen = form.choice("formulier")
        guard form.isSound, let chosen else { return try await showRule(form, context, .unprocessableContent) }
        try await desk.choose(
            ModerationRule(judgesForms: chosen == Self.judged), for: id, by: context.participant)
        return redirect(to: .inputs(id), context, notice: Notice("moderation.rule.kept"))
    }

    private static let atOnce = "meteen"
    private static let judged = "beoordelen"

    private func ruleFields(_ phrases: Phrases) -> [FormField] {
        let choices = [
            FormChoice(
                Self.atOnce, phrases.text("moderation.rule.at-once"), hint: phrases.text("moderation.rule.at-once-hint")
            ),
            FormChoice(Self.judged, phrases.text("moderation.rule.judged")),
        ]
        return [FormField("formulier", phrases.text("moderation.rule.field"), .radios(choices))]
    }

    private func showRule(
        _ form: SiteForm, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let phrases = phrases(context)
        let plan = try await services.reading.plan(try plan(context)).projected
        let content = FormContent(
            form, to: .moderationRule(plan.id), seal: seal(context), submit: phrases.text("moderation.rule.keep"),
            phrases: phrases
        ).cancel(phrases.text("partner.back"), .inputs(plan.id))
        let heading = phrases.text("moderation.rule.heading")
        let page = QuestionPage(heading: heading, lead: phrases.text("moderation.rule.lead"), form: content)
        let crumbs = [Crumb(label: phrases.text("inputs.nav"), address: .inputs(plan.id)), Crumb(label: heading)]
        let frame = frame(heading, .moderationRule(plan.id), in: plan, route: .inputs, context, crumbs: crumbs)
        return try writer.response(page, in: frame, status: status)
    }
}
