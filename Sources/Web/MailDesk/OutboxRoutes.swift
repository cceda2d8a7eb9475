import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// The outgoing mail, and what can still be done about it.
struct OutboxRoutes: SiteRouteGroup {
    let services: SiteServices
    /// Mails on one page.
    private static let page = 50

    func add(to router: inout SiteRouter) {
        router.on(.outbox, use: outbox)
        router.on(.retryMail, use: retry)
        router.on(.withdrawMail, use: withdraw)
    }

    @Sendable private func outbox(_ request: Request, _ context: SiteContext) async throws -> Response {
        let query = try QueryValues(request.uri.query)
        let state = query["stand"].flatMap { OutboxState(rawValue: $0) }
        let before = query["voor"].flatMap { Int($0) }.map { MailNumber($0) }
        let phrases = phrases(context)
        let hasSettings = try await services.store.mailSettings() != nil
        let counts = try await services.store.outboxCounts()
        let mail = try await services.store.outbox(state?.mail, before: before, limit: Self.page + 1)
        let seal = seal(context)
        let shown = mail.prefix(Self.page)
        let page = OutboxPage(
            heading: phrases.text("maildesk.outbox.heading"),
            withoutSettings: hasSettings ? nil : phrases.text("maildesk.without-settings"),
            settings: PageLink(label: phrases.text("maildesk.settings.heading"), address: .mailSettings),
            states: states(counts, current: state, phrases),
            rows: shown.map { OutboxPage.Row($0, showsWords: !hasSettings, seal: seal, phrases: phrases) },
            older: mail.count > Self.page
                ? shown.last.map {
                    PageLink(label: phrases.text("maildesk.outbox.older"), address: .outbox(state, before: $0.id))
                } : nil)
        return try deskResponse(page, page.heading, .outbox(state), context)
    }

    @Sendable private func retry(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await services.store.retry(number(context), at: services.clock())
        return redirect(to: .outbox, context, notice: Notice("maildesk.outbox.retried"))
    }

    @Sendable private func withdraw(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await services.store.withdraw(number(context), at: services.clock())
        return redirect(to: .outbox, context, notice: Notice("maildesk.outbox.withdrawn"))
    }

    private func number(_ context: SiteContext) throws(PlanError) -> MailNumber {
        guard let number = context.parameters.get("mail").flatMap({ Int($0) }) else {
            throw PlanError(.notFound, Reason("mail.unknown"))
        }
        return MailNumber(number)
    }

    private func states(
        _ counts: [QueuedMail.State: Int], current: OutboxState?, _ phrases: Phrases
    ) -> [PageLink] {
        let all = counts.values.reduce(0, +)
        let first = PageLink(
            label: phrases.text("maildesk.state.all", ["count": .number(all)]), address: .outbox,
            isCurrent: current == nil)
        return [first]
            + OutboxState.allCases.map { state in
                let label: [String: PhraseArgument] = [
                    "state": .text(phrases.text(state.label)), "count": .number(counts[state.mail] ?? 0),
                ]
                return PageLink(
                    label: phrases.text("maildesk.state.counted", label), address: .outbox(state),
                    isCurrent: current == state)
            }
    }
}
