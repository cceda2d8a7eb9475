import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Telling everybody what became of their inputs, once per round; and the code that somebody who stays unknown is handed.
struct FeedbackRoutes: SiteRouteGroup {
    let services: SiteServices
    private let desk: FeedbackDesk

    init(services: SiteServices) {
        self.services = services
        let random = services.random
        desk = FeedbackDesk(services.office, store: services.store) { FollowSecret.make(random).given }
    }

    func add(to router: inout SiteRouter) {
        router.on(.feedback, use: sheet)
        router.on(.sendFeedback, use: send)
        router.on(.printFeedback, use: print)
        router.on(.followSlip, use: slip)
    }

    @Sendable private func sheet(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (plan, round) = (try plan(context), try round(context))
        let sheet = try await desk.sheet(of: round, in: plan, for: context.participant)
        let phrases = phrases(context)
        let form = FormContent(
            SiteForm(fields(sheet, phrases)), to: .feedback(plan, round), seal: seal(context),
            submit: phrases.text("feedback.desk.send"), phrases: phrases
        ).grave()
        let page = FeedbackPage(
            sheet, send: sheet.mails(includingPartial: true).isEmpty ? nil : form, seal: seal(context),
            phrases: phrases)
        return try await respond(page, page.title, .feedback(plan, round), under: sheet.round, context)
    }

    @Sendable private func send(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (plan, round) = (try plan(context), try round(context))
        let sheet = try await desk.sheet(of: round, in: plan, for: context.participant)
        var form = SiteForm(fields(sheet, phrases(context)), typed: context.form)
        let isPartial = !form.fields.isEmpty && form.choices("deels").contains("ja")
        guard form.isSound else { throw PlanError(.invalid, Reason("web.form.choice")) }
        let mail = try await FeedbackMail(services, about: plan)
        let count = try await desk.send(
            of: round, in: plan, includingPartial: isPartial, by: context.participant
        ) { parcel, code in
            try await mail.letter(for: parcel, code: code)
        }
        return redirect(
            to: .feedback(plan, round), context, notice: Notice("feedback.desk.sent", ["count": String(count)]))
    }

    /// Shows the letters at once: the codes on them are told this once.
    @Sendable private func print(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (plan, round) = (try plan(context), try round(context))
        let again = try context.form.choice("welke", among: ["nieuw", "opnieuw"]) == "opnieuw"
        let printed = try await desk.print(of: round, in: plan, again: again, by: context.participant)
        let sheet = try await desk.sheet(of: round, in: plan, for: context.participant)
        // Whoever prints them: who gets them reads Dutch.
        var context = context
        context.language = .nl
        let phrases = phrases(context)
        let title = try await services.reading.plan(plan).projected.metadata.title
        let site = try await LinkMail.site(services)
        let day = phrases.writtenDate(services.time.today)
        let letters = printed.map { printed in
            FeedbackLettersPage.Letter(
                address: ([printed.parcel.recipient.name] + printed.parcel.recipient.postalLines).map(Line.init),
                day: day,
                greeting: phrases.text(
                    "feedback.letter.greeting", ["name": .text(printed.parcel.recipient.name)]),
                about: phrases.text("feedback.letter.about", ["plan": .text(title)]),
                answers: printed.parcel.answers.map { AnswerLine($0, at: nil, reply: nil, phrases: phrases) },
                code: printed.code,
                follow: phrases.text(
                    "feedback.letter.follow", ["link": .text(site + SiteAddress.follow().path)]),
                municipality: services.look.now.municipality)
        }
        let page = FeedbackLettersPage(letters: letters, back: .feedback(plan, round))
        return try await respond(
            page, phrases.text("feedback.letter.heading"), .feedbackLetters(plan, round),
            under: sheet.round, context)
    }

    /// Shows a new code at once: it is told this once.
    @Sendable private func slip(_ request: Request, _ context: SiteContext) async throws -> Response {
        let plan = try plan(context)
        guard let id = IntakeDocumentID(context.parameters.get("letter") ?? "") else {
            throw PlanError(.notFound, Reason("intake.unknown"))
        }
        let code = FollowSecret(forForm: context.form.requestID, in: context.formSecret)
        try await desk.keep(code.hash, for: id, in: plan, by: context.participant)
        guard let document = try await services.store.intakeDocument(id, of: plan) else {
            throw PlanError(.notFound, Reason("intake.unknown"))
        }
        var context = context
        context.language = .nl
        let phrases = phrases(context)
        let projected = try await services.reading.plan(plan).projected
        let site = try await LinkMail.site(services)
        let page = FollowSlipPage(
            code: code.text,
            follow: phrases.text("feedback.letter.follow", ["link": .text(site + SiteAddress.follow().path)]),
            about: phrases.text(
                "feedback.slip.about",
                [
                    "plan": .text(projected.metadata.title), "day": .text(phrases.writtenDate(document.arrivedOn)),
                ]),
            back: .intake(document))
        let heading = phrases.text("feedback.slip.heading")
        let crumbs = [
            Crumb(label: phrases.text("intake.nav"), address: .intake(plan)),
            Crumb(label: document.shownTitle(phrases), address: .intake(document)), Crumb(label: heading),
        ]
        var response = try writer.response(
            page,
            in: frame(heading, .intake(document), in: projected, route: .intake, context, crumbs: crumbs))
        response.headers[.cacheControl] = "no-store"
        return response
    }

    private func fields(_ sheet: FeedbackSheet, _ phrases: Phrases) -> [FormField] {
        guard sheet.mails.contains(where: { !$0.answers.isEmpty && !$0.pending.isEmpty }) else { return [] }
        return [
            FormField(
                "deels", phrases.text("feedback.desk.partial"),
                .checkboxes([FormChoice("ja", phrases.text("feedback.desk.partial-choice"))]),
                hint: phrases.text("feedback.desk.partial-hint"), isRequired: false)
        ]
    }

    private func round(_ context: SiteContext) throws(PlanError) -> RoundID {
        guard let id = RoundID(context.parameters.get("round") ?? "") else {
            throw PlanError(.notFound, Reason("round.unknown"))
        }
        return id
    }

    private func respond(
        _ page: some SitePage, _ title: String, _ address: SiteAddress, under view: RoundView, _ context: SiteContext
    ) async throws -> Response {
        let plan = try await services.reading.plan(view.round.plan).projected
        let crumbs = [
            Crumb(label: phrases(context).text("rounds.nav"), address: .rounds(plan.id)),
            Crumb(label: view.round.title, address: .round(plan.id, view.round.id)), Crumb(label: title),
        ]
        var response = try writer.response(
            page, in: frame(title, address, in: plan, route: .rounds, context, crumbs: crumbs))
        response.headers[.cacheControl] = "no-store"
        return response
    }
}

extension FeedbackRecipient {
    /// As it stands on an envelope, below the name.
    fileprivate var postalLines: [String] {
        (correspondent?.address ?? "").split(whereSeparator: \.isNewline).map(String.init)
    }
}
