import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Prose
import Workflow

/// Starting a plan.
struct NewPlanRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.newPlan, use: show)
        router.on(.startPlan, use: start)
    }

    private var starting: PlanStarting { PlanStarting(office: services.office, people: services.store) }

    @Sendable private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        try page(SiteForm(fields(phrases(context))), context)
    }

    @Sendable private func start(_ request: Request, _ context: SiteContext) async throws -> Response {
        var form = SiteForm(fields(phrases(context)), typed: context.form)
        let (type, title) = (form.choice("soort"), form.text("titel"))
        if Self.isTaken(title) { form.refuse("titel", Reason("editor.new.title-taken")) }
        guard form.isSound, let type else { return try page(form, context, status: .unprocessableContent) }
        do {
            let plan = try await starting.start(
                type: type, title: title, summary: phrases(context).text("editor.new.first-text"),
                requestID: context.form.requestID, by: context.participant)
            return redirect(to: .structure(plan), context, notice: Notice("editor.new.done", ["title": title]))
        } catch let error as PlanError where [.invalid, .conflict].contains(error.code) {
            form.refuse("titel", error)
            return try page(form, context, status: .unprocessableContent)
        }
    }

    /// Whether a plan of that title would have this page's own address.
    static func isTaken(_ title: String) -> Bool { Slug.make(title) == "nieuw" }

    /// The types of plan that there are.
    static func choices(of starting: PlanStarting, _ phrases: Phrases) -> [FormChoice] {
        starting.types.map { type in
            FormChoice(
                type.id, phrases.text(type.workflow.label), hint: type.workflow.description.map { phrases.text($0) })
        }
    }

    private func fields(_ phrases: Phrases) -> [FormField] {
        [
            FormField("soort", phrases.text("editor.new.type"), .radios(Self.choices(of: starting, phrases))),
            FormField(
                "titel", phrases.text("editor.new.title"), hint: phrases.text("editor.new.title-hint"), limit: 200),
        ]
    }

    private func page(
        _ form: SiteForm, _ context: SiteContext, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let phrases = phrases(context)
        let content = FormContent(
            form, to: .newPlan, seal: seal(context), submit: phrases.text("editor.new.submit"), phrases: phrases
        ).cancel(phrases.text("editor.cancel"), .plans)
        let page = NewPlanPage(heading: phrases.text("editor.new.heading"), form: content)
        let crumbs = [Crumb(label: phrases.text("web.nav.plans"), address: .plans), Crumb(label: page.heading)]
        return try writer.response(page, in: frame(page.heading, .newPlan, context, crumbs: crumbs), status: status)
    }
}

/// What kind of plan it will be, and what it is called.
struct NewPlanPage: SitePage {
    static let template = "new-plan"
    let heading: String
    let form: FormContent

    static let fields: PageFields<NewPlanPage> = [
        .text("heading") { $0.heading },
        .text("documentAddress") { _ in SiteAddress.importDocument.path },
        .part("form") { $0.form },
    ]
}
