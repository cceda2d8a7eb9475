import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Proposing, confirming and changing the themes of a plan's inputs, and putting one input under another.
struct ThemeRoutes: SiteRouteGroup {
    let services: SiteServices
    private let desk: ThemeDesk

    init(services: SiteServices) {
        self.services = services
        desk = ThemeDesk(services.office, store: services.store)
    }

    func add(to router: inout SiteRouter) {
        router.on(.themes, use: themes)
        router.on(.addTheme, use: add)
        router.on(.proposeThemes, use: propose)
        router.on(.decideTheme, use: decide)
        router.on(.putUnderTheme, use: put)
    }

    @Sendable private func themes(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await show(SiteForm(addFields(phrases(context)), holding: [:]), context)
    }

    @Sendable private func propose(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let found = try await desk.propose(in: id, by: context.participant)
        return redirect(
            to: .themes(id), context,
            notice: Notice(
                "theme.found", ["themes": String(found.themes), "count": String(found.inputs)]))
    }

    @Sendable private func add(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        var form = SiteForm(addFields(phrases(context)), typed: context.form)
        let name = form.text("naam")
        guard form.isSound else { return try await show(form, context, .unprocessableContent) }
        do {
            let theme = try await desk.add(name, in: id, by: context.participant)
            return redirect(to: .themes(id), context, notice: Notice("theme.added", ["name": theme.name]))
        } catch let error as PlanError where error.isAboutForm {
            form.refuse("naam", error)
            return try await show(form, context, error.formStatus)
        }
    }

    private enum Deed: String, CaseIterable {
        case confirm = "bevestig"
        case reject = "verwerp"
        case merge = "samenvoegen"
    }

    /// What is done with one theme, by which button was pressed.
    @Sendable private func decide(_ request: Request, _ context: SiteContext) async throws -> Response {
        let plan = try plan(context)
        guard let id = context.parameters.get("theme").flatMap({ ThemeID($0) }) else { throw Self.unknown }
        let word = try context.form.choice("doe", among: Deed.allCases.map(\.rawValue))
        let name = try context.form.value("naam") ?? ""
        switch Deed(rawValue: word) {
        case .confirm:
            let withInputs = try context.form.value("inbreng") != nil
            try await desk.confirm(id, as: name, withInputs: withInputs, in: plan, by: context.participant)
        case .reject: try await desk.reject(id, in: plan, by: context.participant)
        case .merge:
            guard let other = try context.form.value("naar").flatMap({ ThemeID($0) }) else {
                throw PlanError(.invalid, Reason("theme.choose-other"))
            }
            try await desk.merge(id, into: other, in: plan, by: context.participant)
        case nil: throw FormValues.unreadable
        }
        return redirect(to: .themes(plan), context, notice: Notice("theme.decided.\(word)", ["name": name]))
    }

    @Sendable private func put(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (plan, number) = (try plan(context), try inputNumber(context))
        let themes = try await desk.confirmed(of: plan, for: context.participant)
        guard try await services.store.input(number, of: plan) != nil else {
            throw PlanError(.notFound, Reason("input.unknown", ["input": .text(number.description)]))
        }
        let fields = ThemeChoice(themes: themes, phrases: phrases(context))
        var form = fields.form(typed: context.form)
        guard let chosen = fields.chosen(&form) else { throw PlanError(.invalid, Reason("web.form.choice")) }
        try await desk.assign([number], to: chosen, in: plan, by: context.participant)
        return redirect(to: .input(plan, number), context, notice: Notice("theme.put-done"))
    }

    private static let unknown = PlanError(.notFound, Reason("theme.unknown"))

    private func addFields(_ phrases: Phrases) -> [FormField] {
        [FormField("naam", phrases.text("theme.new-name"), limit: 80)]
    }

    private func show(
        _ form: SiteForm, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let id = try plan(context)
        let view = try await desk.view(of: id, for: context.participant)
        let plan = try await services.reading.plan(id).projected
        let phrases = phrases(context)
        let content = FormContent(
            form, to: .themes(id), seal: seal(context), submit: phrases.text("theme.add"), phrases: phrases)
        let page = ThemesPage(view, of: id, adding: content, seal: seal(context), phrases: phrases)
        let title = phrases.text("theme.heading")
        let crumbs = [Crumb(label: phrases.text("inputs.nav"), address: .inputs(id)), Crumb(label: title)]
        return try writer.response(
            page, in: frame(title, .themes(id), in: plan, route: .inputs, context, crumbs: crumbs), status: status)
    }
}
