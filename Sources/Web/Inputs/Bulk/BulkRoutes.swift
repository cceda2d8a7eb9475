import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Doing the same with many inputs: chosen in the list, looked at once more, done in one go.
struct BulkRoutes: SiteRouteGroup {
    let services: SiteServices
    private let desk: BulkDesk
    private let list: HandlingDesk
    private let assignments: AssignmentDesk

    init(services: SiteServices) {
        self.services = services
        desk = BulkDesk(services.office, store: services.store, seals: services.seals)
        list = HandlingDesk(services.office, store: services.store)
        assignments = AssignmentDesk(services.office, store: services.store)
    }

    func add(to router: inout SiteRouter) {
        router.on(.bulk, use: choose)
        router.on(.doBulk, use: act)
    }

    /// The list sends what was ticked as `n42`, or that all is meant that the filter finds.
    @Sendable private func choose(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let values = try QueryValues(request.uri.query)
        let filter = InputFilter(values, person: context.participant.person?.id)
        let numbers: [InputNumber]
        if values["alles"] != nil, !filter.isNonsense {
            numbers = try await list.numbers(filter.query, in: id, for: context.participant)
        } else {
            numbers = values.names.filter { $0.first == "n" }.compactMap { Int($0.dropFirst()) }.sorted()
                .compactMap(InputNumber.init(rawValue:))
        }
        guard let kind = values["doe"].flatMap(BulkForm.Kind.init(rawValue:)), !numbers.isEmpty else {
            return redirect(to: .inputs(id, filter.pairs), context, notice: Notice("bulk.nothing-chosen"))
        }
        let fields = try await bulkForm(kind, numbers, in: id, context)
        return try await show(fields.form(), fields, deed: nil, in: id, context)
    }

    @Sendable private func act(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let kind = try context.form.choice("doe", among: BulkForm.Kind.allCases.map(\.rawValue))
        let step = try context.form.choice("stap", among: ["voorbeeld", "doen"])
        let numbers = try NumberRanges.numbers(in: try context.form.value("nummers") ?? "")
        guard let kind = BulkForm.Kind(rawValue: kind) else { throw FormValues.unreadable }
        let fields = try await bulkForm(kind, numbers, in: id, context)
        var form = fields.form(typed: context.form)
        guard let deed = fields.deed(&form), form.isSound else {
            return try await show(form, fields, deed: nil, in: id, context, .unprocessableContent)
        }
        do {
            guard step == "doen" else { return try await show(form, fields, deed: deed, in: id, context) }
            let result = try await desk.perform(
                deed, with: numbers, in: id, requestID: context.form.requestID, by: context.participant)
            return try await answer(result, fields, in: id, context)
        } catch let error as PlanError where error.isAboutForm && kind == .propose {
            form.refuse("reden", error)
            return try await show(form, fields, deed: nil, in: id, context, error.formStatus)
        }
    }

    private func bulkForm(
        _ kind: BulkForm.Kind, _ numbers: [InputNumber], in plan: PlanID, _ context: SiteContext
    ) async throws -> BulkForm {
        let handlers = try await assignments.handlers(of: plan, for: context.participant)
        let themes = try await services.store.themes(of: plan).filter { $0.state == .confirmed }
        return BulkForm(
            kind: kind, numbers: numbers, handlers: handlers, themes: themes, phrases: phrases(context))
    }

    /// Back to the list when all is done, on to the next part when not.
    private func answer(
        _ result: BulkResult, _ fields: BulkForm, in plan: PlanID, _ context: SiteContext
    ) async throws -> Response {
        let phrases = phrases(context)
        let skipped = SkippedWords(phrases: phrases).sentence(result)
        guard !result.left.isEmpty, result.done > 0 else {
            return redirect(
                to: .inputs(plan), context,
                notice: Notice("bulk.done", ["count": String(result.done), "skipped": skipped]))
        }
        let rest = BulkForm(kind: fields.kind, numbers: result.left, handlers: [], phrases: phrases)
        let lead = phrases.text(
            "bulk.progress", ["count": .number(result.done), "left": .number(result.left.count)])
        return try await show(rest.form(), rest, deed: nil, in: plan, context, lead: lead)
    }

    private func show(
        _ form: SiteForm, _ fields: BulkForm, deed: BulkDesk.Deed?, in id: PlanID, _ context: SiteContext,
        _ status: HTTPResponse.Status = .ok, lead: String? = nil
    ) async throws -> Response {
        let phrases = phrases(context)
        let plan = try await services.reading.plan(id).projected
        // Whether it can be done with an input does not depend on what is filled in.
        let usual: BulkDesk.Deed =
            switch fields.kind {
            case .assign: .assign(nil)
            case .admit: .admit
            case .propose: .propose(.noted, reason: "")
            case .adopt: .adopt
            case .theme: .theme(nil)
            }
        let sorted = try await desk.plan(deed ?? usual, with: fields.numbers, in: id, by: context.participant)
        let headingKey = "bulk.deed.\(fields.kind.rawValue)"
        let buttonKey = "bulk.button.\(fields.kind.rawValue)"
        let leadKey = "bulk.lead.\(fields.kind.rawValue)"
        let page = BulkInputsPage(
            heading: phrases.text(headingKey), lead: lead ?? phrases.text(leadKey),
            facts: facts(sorted, chosen: fields.numbers.count, phrases),
            samples: try await samples(of: sorted, in: id),
            form: FormContent(
                form, to: .bulk(id), seal: seal(context), submit: "", phrases: phrases),
            button: phrases.text(buttonKey, ["count": .number(sorted.todo.count)]),
            hasPreview: fields.kind == .propose, isGrave: fields.kind == .adopt, isIdle: sorted.todo.isEmpty,
            isUnderWay: lead != nil, back: .inputs(id))
        let crumbs = [Crumb(label: phrases.text("inputs.nav"), address: .inputs(id)), Crumb(label: page.heading)]
        return try writer.response(
            page, in: frame(page.heading, .bulk(id), in: plan, route: .inputs, context, crumbs: crumbs),
            status: status)
    }

    private func facts(_ sorted: BulkPlan, chosen: Int, _ phrases: Phrases) -> [QuestionPage.Fact] {
        let skipped = SkippedWords(phrases: phrases).lines(sorted.skipped)
        return [
            .init(label: phrases.text("bulk.chosen"), value: String(chosen)),
            .init(label: phrases.text("bulk.todo"), value: String(sorted.todo.count)),
        ] + (skipped.isEmpty ? [] : [.init(label: phrases.text("bulk.skip"), value: phrases.list(skipped))])
    }

    /// The first three replies, as they would be kept.
    private func samples(of sorted: BulkPlan, in plan: PlanID) async throws -> [BulkInputsPage.Sample] {
        guard case .propose(let outcome, let reason) = sorted.deed, !reason.isEmpty else { return [] }
        let text = try await desk.replyText(reason, outcome, in: plan)
        return sorted.todo.prefix(3).map { input in
            BulkInputsPage.Sample(number: input.number.description, text: text.filled(for: input))
        }
    }
}
