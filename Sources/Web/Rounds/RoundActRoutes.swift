import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// The official acts of a round: opening, extending and closing it, each after a page that says what it means.
struct RoundActRoutes: RoundGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.roundOpening, use: opening)
        router.on(.openRound, use: open)
        router.on(.roundExtension, use: lengthening)
        router.on(.extendRound, use: extend)
        router.on(.roundClosing, use: closing)
        router.on(.closeRound, use: close)
    }

    // MARK: Opening

    @Sendable private func opening(_ request: Request, _ context: SiteContext) async throws -> Response {
        let view = try await view(context)
        guard view.state == .prepared else { return redirect(to: .round(view.round.plan, view.round.id), context) }
        return try await showOpening(view, nil, context)
    }

    @Sendable private func open(_ request: Request, _ context: SiteContext) async throws -> Response {
        let view = try await view(context)
        do {
            guard let shown = try context.form.value("tekst").flatMap({ CommitID($0) }) else {
                throw PlanError(.invalid, Reason("consultation.request-missing"))
            }
            try await desk.open(
                view.round.id, of: view.round.plan, shown: shown, requestID: context.form.requestID,
                by: context.participant)
        } catch let error as PlanError where Self.isShownAgain(error) {
            return try await showOpening(view, error, context)
        }
        return redirect(to: .round(view.round.plan, view.round.id), context, notice: Notice("rounds.opened"))
    }

    /// With the text as it is by now: that is what people will react to.
    private func showOpening(
        _ view: RoundView, _ error: PlanError?, _ context: SiteContext
    ) async throws -> Response {
        let phrases = phrases(context)
        let plan = view.round.plan
        let text = try await services.office.heads(of: plan).text
        var form = SiteForm([FormField("tekst", "", .hidden)], holding: ["tekst": text.rawValue])
        if let error { form.refuse("", error) }
        let invited = try await desk.invitedContacts(of: view.round, for: context.participant).map(\.organisation)
        let uninvited = view.round.organisations.filter { !invited.contains($0) }.map(\.name)
        let facts = RoundPage(view, inputs: [], today: services.office.time.today, phrases: phrases).facts
        return try await show(
            form, .open, view, warning: "rounds.open-warning",
            facts: facts + [
                .init(
                    label: phrases.text("rounds.field.organisations"),
                    value: phrases.list(view.round.organisations.map(\.name))),
                .init(label: phrases.text("rounds.text"), value: text.short),
            ]
                + (uninvited.isEmpty
                    ? [] : [.init(label: phrases.text("rounds.not-invited"), value: phrases.list(uninvited))]),
            error?.formStatus ?? .ok, context)
    }

    // MARK: Extending

    @Sendable private func lengthening(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await showExtension(SiteForm(extensionFields(context)), try await view(context), .ok, context)
    }

    @Sendable private func extend(_ request: Request, _ context: SiteContext) async throws -> Response {
        let view = try await view(context)
        var form = SiteForm(extensionFields(context), typed: context.form)
        let (until, reason) = (form.date("tot"), form.optionalText("reden"))
        guard form.isSound, let until else {
            return try await showExtension(form, view, .unprocessableContent, context)
        }
        do {
            try await desk.extend(
                view.round.id, of: view.round.plan, until: until, reason: reason, requestID: context.form.requestID,
                by: context.participant)
        } catch let error as PlanError where Self.isShownAgain(error) {
            form.refuse("tot", error)
            return try await showExtension(form, view, error.formStatus, context)
        }
        return redirect(to: .round(view.round.plan, view.round.id), context, notice: Notice("rounds.extended"))
    }

    private func extensionFields(_ context: SiteContext) -> [FormField] {
        let phrases = phrases(context)
        return [
            FormField("tot", phrases.text("rounds.field.new-until"), .date),
            FormField("reden", phrases.text("rounds.field.reason"), .textarea(rows: 3), isRequired: false),
        ]
    }

    private func showExtension(
        _ form: SiteForm, _ view: RoundView, _ status: HTTPResponse.Status, _ context: SiteContext
    ) async throws -> Response {
        let phrases = phrases(context)
        return try await show(
            form, .extend, view, warning: "rounds.extend-warning",
            facts: [.init(label: phrases.text("rounds.period"), value: RoundPage.period(view, phrases))], status,
            context)
    }

    // MARK: Closing

    @Sendable private func closing(_ request: Request, _ context: SiteContext) async throws -> Response {
        let closing = try await RoundClosing(of: try await view(context), self, context)
        return try await showClosing(closing, closing.form(), .ok, context)
    }

    @Sendable private func close(_ request: Request, _ context: SiteContext) async throws -> Response {
        let view = try await view(context)
        let closing = try await RoundClosing(of: view, self, context)
        var form = closing.form(typed: context.form)
        let reason = closing.isEarly ? form.optionalText("reden") : nil
        guard form.isSound else { return try await showClosing(closing, form, .unprocessableContent, context) }
        do {
            let title = try await services.reading.plan(view.round.plan).projected.metadata.title
            let mail = try await ClosingMail(services, plan: title)
            try await desk.close(
                view.round.id, of: view.round.plan, reason: reason, requestID: context.form.requestID,
                by: context.participant
            ) { early in
                try await services.store.queue(mail.letters(about: early), at: services.clock())
            }
        } catch let error as PlanError where Self.isShownAgain(error) {
            form.refuse("", error)
            return try await showClosing(closing, form, error.formStatus, context)
        }
        return redirect(to: .round(view.round.plan, view.round.id), context, notice: Notice("rounds.closed"))
    }

    private func showClosing(
        _ closing: RoundClosing, _ form: SiteForm, _ status: HTTPResponse.Status, _ context: SiteContext
    ) async throws -> Response {
        try await show(
            form, .close, closing.view, warning: closing.warning, facts: closing.facts, status, context)
    }

    // MARK: Parts

    /// What the register or the workflow refuses is said on the same page.
    private static func isShownAgain(_ error: PlanError) -> Bool { error.isAboutForm || error.code == .gateClosed }

    private func show(
        _ form: SiteForm, _ step: SiteAddress.RoundStep, _ view: RoundView, warning: String,
        facts: [QuestionPage.Fact], _ status: HTTPResponse.Status, _ context: SiteContext
    ) async throws -> Response {
        let phrases = phrases(context)
        let address = SiteAddress.round(view.round.plan, view.round.id, step)
        let content = FormContent(
            form, to: address, seal: seal(context), submit: phrases.text("rounds.act.\(step.rawValue)"),
            phrases: phrases
        ).cancel(phrases.text("inputs.not-now"), .round(view.round.plan, view.round.id))
        let page = QuestionPage(
            heading: phrases.text("rounds.act-heading.\(step.rawValue)", ["title": .text(view.round.title)]),
            warning: phrases.text(warning), facts: facts, form: content)
        return try await respond(page, page.heading, address, context, status)
    }
}
