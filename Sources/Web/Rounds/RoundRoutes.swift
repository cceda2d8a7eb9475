import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// The rounds of a plan, each by itself, and preparing them.
struct RoundRoutes: RoundGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.rounds, use: list)
        router.on(.round, use: round)
        router.on(.newRound, use: newRound)
        router.on(.prepareRound, use: prepare)
        router.on(.roundPreparation, use: preparation)
        router.on(.reviseRound, use: revise)
    }

    @Sendable private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let rounds = try await desk.rounds(of: id, for: context.participant)
        let invitations = try await desk.invitations(of: id, for: context.participant)
        let taking = try await services.store.organisations(of: id)
        let contacts = try await services.store.contacts(of: nil).filter { contact in
            !contact.isDisabled
                && (taking.contains(contact.organisation) || invitations.contains { $0.contact == contact.id })
        }
        let plan = try await services.reading.plan(id).projected
        let phrases = phrases(context)
        let seal = seal(context)
        let page = RoundListPage(
            plan: id, rounds: rounds.map { RoundListPage.Row($0, phrases: phrases) },
            contacts: contacts.map { contact in
                RoundListPage.ContactLine(
                    contact, invitations.first { $0.contact == contact.id }, to: id, seal: seal, phrases: phrases)
            })
        return try writer.response(
            page, in: frame(phrases.text("rounds.nav"), .rounds(id), in: plan, route: .rounds, context))
    }

    @Sendable private func round(_ request: Request, _ context: SiteContext) async throws -> Response {
        let view = try await view(context)
        let inputs = try await InputRoom(services.office, store: services.store)
            .inputs(of: view.round.plan, for: context.participant)
        let invited = try await desk.invitedContacts(of: view.round, for: context.participant)
        let reminders = try await services.store.reminders(of: view.round.id, in: view.round.plan)
        let contacts = Dictionary(invited.map { ($0.id, $0.organisation) }) { first, _ in first }
        let reminded = reminders.compactMap { reminder in contacts[reminder.contact].map { ($0, reminder.on) } }
        let page = RoundPage(
            view, inputs: inputs, invited: Dictionary(grouping: invited, by: \.organisation).mapValues(\.count),
            reminded: Dictionary(reminded) { max($0, $1) },
            today: services.office.time.today,
            tells: context.participant.may(.adoptDispositions, in: view.round.plan), phrases: phrases(context))
        return try await respond(page, page.view.round.title, .round(view.round.plan, view.round.id), context)
    }

    @Sendable private func newRound(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let form = try await roundForm(context).form()
        return try await show(form, at: .newRound(id), context)
    }

    @Sendable private func prepare(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let rounds = try await roundForm(context)
        var form = rounds.form(typed: context.form)
        guard let preparation = rounds.preparation(&form) else {
            return try await show(form, at: .newRound(id), context, .unprocessableContent)
        }
        do {
            let known = try await desk.rounds(of: id, for: context.participant)
            // The same form twice is one round.
            let twin = known.first { $0.state == .prepared && RoundPreparation($0.round) == preparation }
            var round = twin?.round
            if round == nil { round = try await desk.prepare(preparation, in: id, by: context.participant) }
            return redirect(
                to: round.map { SiteAddress.round(id, $0.id) } ?? SiteAddress.rounds(id), context,
                notice: Notice("rounds.prepared"))
        } catch let error as PlanError where error.isAboutForm {
            form.refuse(RoundForm.field(of: error), error)
            return try await show(form, at: .newRound(id), context, error.formStatus)
        }
    }

    @Sendable private func preparation(_ request: Request, _ context: SiteContext) async throws -> Response {
        let view = try await view(context)
        guard view.state == .prepared else {
            throw PlanError(.conflict, Reason("round.opened", ["title": .text(view.round.title)]))
        }
        let form = try await roundForm(context).form(holding: view.round)
        return try await show(form, at: .round(view.round.plan, view.round.id, .prepare), context)
    }

    @Sendable private func revise(_ request: Request, _ context: SiteContext) async throws -> Response {
        let view = try await view(context)
        let rounds = try await roundForm(context)
        var form = rounds.form(typed: context.form)
        let address = SiteAddress.round(view.round.plan, view.round.id, .prepare)
        guard let preparation = rounds.preparation(&form) else {
            return try await show(form, at: address, context, .unprocessableContent)
        }
        do {
            try await desk.revise(view.round.id, of: view.round.plan, to: preparation, by: context.participant)
        } catch let error as PlanError where error.isAboutForm {
            form.refuse(RoundForm.field(of: error), error)
            return try await show(form, at: address, context, error.formStatus)
        }
        return redirect(
            to: .round(view.round.plan, view.round.id), context, notice: Notice("rounds.prepared"))
    }

    private func roundForm(_ context: SiteContext) async throws -> RoundForm {
        RoundForm(organisations: try await services.store.organisations(), phrases: phrases(context))
    }

    private func show(
        _ form: SiteForm, at address: SiteAddress, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let phrases = phrases(context)
        let content = FormContent(
            form, to: address, seal: seal(context), submit: phrases.text("rounds.keep"), phrases: phrases
        ).cancel(phrases.text("partner.back"), .rounds(try plan(context)))
        let page = QuestionPage(
            heading: phrases.text("rounds.prepare-heading"), lead: phrases.text("rounds.prepare-lead"), form: content)
        return try await respond(page, page.heading, address, context, status)
    }
}

extension RoundPreparation {
    /// What was written down of a round.
    fileprivate init(_ round: ConsultationRound) {
        self.init(
            title: round.title, audience: round.audience, isStatutory: round.isStatutory, asked: round.asked,
            organisations: round.organisations, questions: round.questions, explanation: round.explanation,
            privacy: round.privacy, from: round.from,
            until: round.until, closingTime: round.closingTime, channels: round.channels, publicity: round.publicity)
    }
}

/// What the routes of rounds have in common.
protocol RoundGroup: SiteRouteGroup {}

extension RoundGroup {
    var desk: ConsultationDesk { ConsultationDesk(services.office, store: services.store) }

    /// The round in the address.
    func view(_ context: SiteContext) async throws -> RoundView {
        guard let id = RoundID(context.parameters.get("round") ?? "") else {
            throw PlanError(.notFound, Reason("round.unknown"))
        }
        return try await desk.round(id, of: try plan(context), for: context.participant)
    }

    func respond(
        _ page: some SitePage, _ title: String, _ address: SiteAddress, _ context: SiteContext,
        _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let plan = try await services.reading.plan(try plan(context)).projected
        let crumbs = [
            Crumb(label: phrases(context).text("rounds.nav"), address: .rounds(plan.id)), Crumb(label: title),
        ]
        return try writer.response(
            page, in: frame(title, address, in: plan, route: .rounds, context, crumbs: crumbs), status: status)
    }
}
