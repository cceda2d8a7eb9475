import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// How long things are kept, what would go today, and what went.
struct RetentionRoutes: AdminRouteGroup {
    let services: SiteServices
    private let retention: RetentionDesk

    init(services: SiteServices) {
        self.services = services
        retention = RetentionDesk(services.store, time: services.time)
    }

    func add(to router: inout SiteRouter) {
        router.on(.retention) { _, context in try await show(nil, context) }
        router.on(.saveRetention, use: save)
        router.on(.disposeExpired, use: dispose)
    }

    private func fields(_ phrases: Phrases) -> [FormField] {
        RetentionSchedule.Kind.allCases.map { kind in
            FormField(
                kind.rawValue, phrases.text("retention.kind.\(kind.rawValue)"), .number(1...RetentionSchedule.most),
                hint: phrases.text("retention.counts-from.\(kind.rawValue)"), isRequired: false, isMarkedOptional: false
            )
        }
    }

    @Sendable private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        var form = SiteForm(fields(phrases(context)), typed: context.form)
        var days: [RetentionSchedule.Kind: Int?] = [:]
        for kind in RetentionSchedule.Kind.allCases {
            days.updateValue(form.number(kind.rawValue), forKey: kind)
        }
        guard form.isSound else { return try await show(form, context, .unprocessableContent) }
        try await retention.choose(days, by: context.participant)
        return redirect(to: .retention, context, notice: Notice("retention.saved"))
    }

    @Sendable private func dispose(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await retention.carryOut(by: context.participant)
        return redirect(to: .retention, context, notice: Notice("retention.done"))
    }

    private func show(
        _ typed: SiteForm?, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let phrases = phrases(context)
        let lines = try await retention.preview(for: context.participant)
        let held = Dictionary(lines.map { ($0.kind.rawValue, $0.days.map(String.init) ?? "") }) { $1 }
        let form = FormContent(
            typed ?? SiteForm(fields(phrases), holding: held), to: .retention, seal: seal(context),
            submit: phrases.text("retention.save"), phrases: phrases)
        let page = AdminPage(
            heading: phrases.text("retention.heading"), lead: phrases.text("retention.lead"),
            parts: [
                preview(lines, seal(context), phrases),
                AdminPage.Part(
                    title: phrases.text("retention.periods"), text: phrases.text("retention.periods-about"), form: form
                ),
                try await past(phrases),
            ])
        let under = Crumb(label: phrases.text("privacy.heading"), address: .privacy)
        return try response(page, .retention, under: under, context, status: status)
    }

    private func preview(_ lines: [RetentionDesk.Line], _ seal: FormSeal, _ phrases: Phrases) -> AdminPage.Part {
        var table = AdminTable(
            phrases.text("retention.would-go"),
            ["what", "count", "oldest", "period"].map { phrases.text("retention.column.\($0)") })
        for line in lines {
            guard let days = line.days, let expired = line.expired, expired.count > 0 else { continue }
            table.add([
                phrases.text("retention.kind.\(line.kind.rawValue)"), phrases.number(expired.count),
                expired.oldest.map { phrases.writtenDate($0) } ?? "",
                phrases.text("retention.days-count", ["count": .number(days)]),
            ])
        }
        let button = AdminButton(phrases.text("retention.dispose"), to: .disposal, seal, isGrave: true)
        return AdminPage.Part(
            title: phrases.text("retention.would-go"), text: phrases.text("retention.would-go-about"), table: table,
            empty: phrases.text("retention.nothing"), buttons: table.rows.isEmpty ? [] : [button])
    }

    private func past(_ phrases: Phrases) async throws -> AdminPage.Part {
        var table = AdminTable(
            phrases.text("retention.went"),
            ["day", "what", "count", "period"].map { phrases.text("retention.column.\($0)") })
        for disposal in try await services.store.disposals().prefix(200) {
            table.add([
                phrases.writtenDate(disposal.day),
                phrases.text("retention.kind.\(disposal.kind.rawValue)"),
                phrases.number(disposal.count), phrases.text("retention.days-count", ["count": .number(disposal.days)]),
            ])
        }
        return AdminPage.Part(
            title: phrases.text("retention.went"), table: table, empty: phrases.text("retention.went-none"))
    }
}
