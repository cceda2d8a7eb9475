import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Saying which inputs say the same, and answering them as one.
struct LikenessRoutes: SiteRouteGroup {
    let services: SiteServices
    private let desk: LikenessDesk

    init(services: SiteServices) {
        self.services = services
        desk = LikenessDesk(services.office, store: services.store, seals: services.seals)
    }

    func add(to router: inout SiteRouter) {
        router.on(.families, use: families)
        router.on(.family, use: family)
        router.on(.judgeFamily, use: judge)
        router.on(.answerFamily, use: answer)
    }

    @Sendable private func families(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let number = max(1, (try QueryValues(request.uri.query))["pagina"].flatMap { Int($0) } ?? 1)
        let page = min(number, 10_000)
        let found = try await desk.families(page: page, of: id, for: context.participant)
        let plan = try await services.reading.plan(id).projected
        let phrases = phrases(context)
        let title = phrases.text("likeness.list-heading")
        let crumbs = [Crumb(label: phrases.text("inputs.nav"), address: .inputs(id)), Crumb(label: title)]
        return try writer.response(
            FamilyListPage(found, page: page, of: id, phrases: phrases),
            in: frame(title, .families(id), in: plan, route: .inputs, context, crumbs: crumbs))
    }

    @Sendable private func family(_ request: Request, _ context: SiteContext) async throws -> Response {
        let view = try await view(context)
        return try await show(view, answerForm(view, context), context)
    }

    /// The page sends what was ticked as `n42`, and by which button.
    @Sendable private func judge(_ request: Request, _ context: SiteContext) async throws -> Response {
        let view = try await view(context)
        let (plan, first) = (view.family.plan, view.first.input.number)
        let deed = try context.form.choice("doe", among: ["bevestig", "verwerp"])
        let ticked = context.form.fields.filter { $0.name.first == "n" }
        guard ticked.allSatisfy({ $0.value == "1" }) else { throw FormValues.unreadable }
        let numbers = ticked.compactMap { Int($0.name.dropFirst()).flatMap(InputNumber.init(rawValue:)) }
        guard !numbers.isEmpty else {
            let phrases = phrases(context)
            return try await show(
                view, answerForm(view, context), context, .unprocessableContent,
                errors: [phrases.text("likeness.nothing-chosen")])
        }
        let count = try await desk.judge(
            numbers, areAlike: deed == "bevestig", to: first, in: plan, by: context.participant)
        let isStill = try await services.store.family(of: first, in: plan) != nil
        return redirect(
            to: isStill ? .family(plan, first) : .families(plan), context,
            notice: Notice("likeness.judged.\(deed)", ["count": String(count)]))
    }

    @Sendable private func answer(_ request: Request, _ context: SiteContext) async throws -> Response {
        let view = try await view(context)
        let (plan, first) = (view.family.plan, view.first.input.number)
        var form = SiteForm(answerFields(phrases(context)), typed: context.form)
        let reason = form.text("reden")
        guard form.isSound else { return try await show(view, form, context, .unprocessableContent) }
        do {
            let done = try await desk.answerAsOne(first, reason: reason, in: plan, by: context.participant)
            return redirect(
                to: .family(plan, first), context,
                notice: Notice("likeness.answered", ["count": String(done.count), "input": first.description]))
        } catch let error as PlanError where error.isAboutForm {
            form.refuse("reden", error)
            return try await show(view, form, context, error.formStatus)
        }
    }

    /// The family under the number of any of its members.
    private func view(_ context: SiteContext) async throws -> FamilyView {
        let (id, number) = (try plan(context), try inputNumber(context))
        guard let view = try await desk.family(of: number, in: id, for: context.participant) else {
            throw PlanError(.notFound, Reason("likeness.no-family", ["input": .text(number.description)]))
        }
        return view
    }

    private func answerFields(_ phrases: Phrases) -> [FormField] {
        [
            FormField(
                "reden", phrases.text("inputs.field.reason"), .textarea(rows: 6),
                hint: phrases.text("likeness.reason-hint"), limit: 5_000)
        ]
    }

    /// With what was said to the first, as it answers the others too.
    private func answerForm(_ view: FamilyView, _ context: SiteContext) -> SiteForm {
        let phrases = phrases(context)
        let answer = view.first.standing.adopted?.disposition ?? view.first.standing.proposal
        let words: [String: PhraseArgument] = [
            "input": .text(view.first.input.number.description), "reason": .text(answer?.reason ?? ""),
        ]
        return SiteForm(answerFields(phrases), holding: ["reden": phrases.text("likeness.reason", words)])
    }

    private func show(
        _ view: FamilyView, _ form: SiteForm, _ context: SiteContext, _ status: HTTPResponse.Status = .ok,
        errors: [String] = []
    ) async throws -> Response {
        let phrases = phrases(context)
        let (id, first) = (view.family.plan, view.first.input.number)
        let plan = try await services.reading.plan(id).projected
        let isReady = view.isFirstAnswered && !view.unanswered.isEmpty
        let submit = phrases.text("likeness.answer", ["count": .number(view.unanswered.count)])
        let content = FormContent(
            form, to: .familyAnswer(id, first), seal: seal(context), submit: submit, phrases: phrases)
        let page = FamilyPage(
            view, answer: isReady ? content : nil,
            mayAdopt: context.participant.may(.adoptDispositions, in: id), seal: seal(context), errors: errors,
            phrases: phrases)
        let crumbs = [
            Crumb(label: phrases.text("inputs.nav"), address: .inputs(id)),
            Crumb(label: phrases.text("likeness.list-heading"), address: .families(id)), Crumb(label: page.heading),
        ]
        return try writer.response(
            page, in: frame(page.heading, .family(id, first), in: plan, route: .inputs, context, crumbs: crumbs),
            status: status)
    }
}
