import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Proposing what is done with an input, and adopting what another proposed.
struct DispositionRoutes: SiteRouteGroup {
    let services: SiteServices
    private let room: InputRoom
    private let desk: DispositionDesk

    init(services: SiteServices) {
        self.services = services
        room = InputRoom(services.office, store: services.store)
        desk = DispositionDesk(services.office, store: services.store, seals: services.seals)
    }

    func add(to router: inout SiteRouter) {
        router.on(.proposal, use: proposal)
        router.on(.propose, use: propose)
        router.on(.adoption, use: adoption)
        router.on(.adopt, use: adopt)
    }

    // MARK: Proposing

    @Sendable private func proposal(_ request: Request, _ context: SiteContext) async throws -> Response {
        let seen = try await seen(context)
        try Self.requirePresent(seen.input)
        let last = seen.standing.proposal ?? seen.standing.adopted?.disposition
        let form = SiteForm(
            fields(phrases(context)),
            holding: [
                "uitkomst": last?.outcome.rawValue ?? "", "reden": last?.reason ?? "",
                "dubbel": last?.duplicateOf?.description ?? "", "versie": String(seen.input.version),
                "voorstel": String(try await lastOrdinal(of: seen.input)),
            ])
        return try await show(form, seen, context)
    }

    @Sendable private func propose(_ request: Request, _ context: SiteContext) async throws -> Response {
        let seen = try await seen(context)
        var form = SiteForm(fields(phrases(context)), typed: context.form)
        let outcome = form.choice("uitkomst").flatMap(Outcome.init(rawValue:))
        let (reason, twin) = (form.text("reden"), form.text("dubbel"))
        let (version, ordinal) = (Int(form.text("versie")), Int(form.text("voorstel")))
        guard form.isSound, let outcome, let version, let ordinal else {
            return try await show(form, seen, context, .unprocessableContent)
        }
        do {
            try await desk.propose(
                WrittenDisposition(
                    outcome: outcome, reason: reason, duplicateOf: InputNumber(twin.uppercased())),
                for: seen.input.number, in: seen.input.plan, version: version, after: ordinal, by: context.participant)
        } catch let error as PlanError where error.isAboutForm {
            form.refuse(error.reason.key.hasPrefix("disposition.duplicate") ? "dubbel" : "reden", error)
            return try await show(form, seen, context, error.formStatus)
        }
        return redirect(
            to: .input(seen.input.plan, seen.input.number), context,
            notice: Notice("inputs.proposed", ["input": seen.input.number.description]))
    }

    private func fields(_ phrases: Phrases) -> [FormField] {
        let outcomes = Outcome.allCases.filter { $0 != .withdrawn }.map { outcome in
            FormChoice(
                outcome.rawValue, phrases.text("inputs.outcome.\(outcome.rawValue)"),
                hint: phrases.text("inputs.outcome-hint.\(outcome.rawValue)"))
        }
        return [
            FormField("uitkomst", phrases.text("inputs.field.outcome"), .radios(outcomes)),
            FormField(
                "dubbel", phrases.text("inputs.field.duplicate"), hint: phrases.text("inputs.field.duplicate-hint"),
                isRequired: false, limit: 20),
            FormField(
                "reden", phrases.text("inputs.field.reason"), .textarea(rows: 6),
                hint: phrases.text("inputs.field.reason-hint"), isRequired: false),
            FormField("versie", "", .hidden), FormField("voorstel", "", .hidden),
        ]
    }

    private func show(
        _ form: SiteForm, _ seen: SeenInput, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let phrases = phrases(context)
        let (plan, number) = (seen.input.plan, seen.input.number)
        let content = FormContent(
            form, to: .proposal(plan, number), seal: seal(context), submit: phrases.text("inputs.propose"),
            phrases: phrases
        ).cancel(phrases.text("partner.back"), .input(plan, number))
        let page = QuestionPage(
            heading: phrases.text("inputs.propose-heading", ["input": .text(number.description)]),
            lead: phrases.text("inputs.two-persons"),
            written: WrittenLine(
                seen.input.content, title: try await title(of: seen), phrases: phrases), form: content)
        return try await respond(page, at: .proposal(plan, number), seen, context, status)
    }

    // MARK: Adopting

    @Sendable private func adoption(_ request: Request, _ context: SiteContext) async throws -> Response {
        let seen = try await seen(context)
        guard seen.standing.proposal != nil else {
            return redirect(to: .input(seen.input.plan, seen.input.number), context)
        }
        return try await showAdoption(nil, seen, context)
    }

    @Sendable private func adopt(_ request: Request, _ context: SiteContext) async throws -> Response {
        let seen = try await seen(context)
        let ordinal = try context.form.value("voorstel").flatMap { Int($0) } ?? -1
        do {
            try await desk.adopt(
                ordinal, of: seen.input.number, in: seen.input.plan, requestID: context.form.requestID,
                by: context.participant)
        } catch let error as PlanError where error.isAboutForm && seen.standing.proposal != nil {
            return try await showAdoption(error, seen, context)
        }
        return redirect(
            to: .input(seen.input.plan, seen.input.number), context,
            notice: Notice("inputs.adopted", ["input": seen.input.number.description]))
    }

    /// With the proposal as it is by now.
    private func showAdoption(
        _ error: PlanError?, _ seen: SeenInput, _ context: SiteContext
    ) async throws -> Response {
        let phrases = phrases(context)
        let (plan, number) = (seen.input.plan, seen.input.number)
        var form = SiteForm(
            [FormField("voorstel", "", .hidden)],
            holding: ["voorstel": String(seen.standing.proposal?.ordinal ?? 0)])
        if let error { form.refuse("", error) }
        let content = FormContent(
            form, to: .adoption(plan, number), seal: seal(context), submit: phrases.text("inputs.adopt"),
            phrases: phrases
        ).cancel(phrases.text("inputs.not-yet"), .input(plan, number)).grave()
        let opponents = try await services.store.opponents(of: number, in: plan, limit: 5)
        let shown = seen.standing.proposal.map { InputPage.Settled($0, phrases: phrases) }
        let page = QuestionPage(
            heading: phrases.text("inputs.adopt-heading", ["input": .text(number.description)]),
            warning: phrases.text("inputs.adopt-warning"),
            facts: [
                .init(label: phrases.text("partner.outcome"), value: shown?.outcome ?? ""),
                .init(label: phrases.text("partner.reason"), value: shown?.reason ?? "–"),
                .init(label: phrases.text("inputs.proposal"), value: shown?.by ?? ""),
            ], alerts: LikenessPart.lines(opponents, in: plan, phrases),
            written: WrittenLine(seen.input.content, title: try await title(of: seen), phrases: phrases),
            form: content)
        return try await respond(page, at: .adoption(plan, number), seen, context, error?.formStatus ?? .ok)
    }

    // MARK: Parts

    private func seen(_ context: SiteContext) async throws -> SeenInput {
        try await room.input(try inputNumber(context), of: try plan(context), for: context.participant)
    }

    private func lastOrdinal(of input: Input) async throws -> Int {
        let lines = try await services.store.inputLines(of: input.plan)
        return lines.first { $0.number == input.number }?.dispositions.last?.ordinal ?? 0
    }

    private func title(of seen: SeenInput) async throws -> String? {
        guard let section = seen.input.content.section else { return nil }
        return try await services.store.projectedPlan(seen.input.plan)?.sections.first { $0.id == section }?
            .printedTitle
    }

    private func respond(
        _ page: QuestionPage, at address: SiteAddress, _ seen: SeenInput, _ context: SiteContext,
        _ status: HTTPResponse.Status
    ) async throws -> Response {
        let plan = try await services.reading.plan(seen.input.plan).projected
        let crumbs = [
            Crumb(label: phrases(context).text("inputs.nav"), address: .inputs(plan.id)),
            Crumb(label: seen.input.number.description, address: .input(plan.id, seen.input.number)),
            Crumb(label: page.heading),
        ]
        return try writer.response(
            page, in: frame(page.heading, address, in: plan, route: .inputs, context, crumbs: crumbs), status: status)
    }

    private static func requirePresent(_ input: Input) throws(PlanError) {
        guard input.isWithdrawn else { return }
        throw PlanError(.conflict, Reason("disposition.input-withdrawn", ["input": .text(input.number.description)]))
    }
}
