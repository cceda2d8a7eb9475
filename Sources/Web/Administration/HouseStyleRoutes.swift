import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// The municipality's own choices: its name, colours and logo, what it calls its papers, how dates stand in them.
struct HouseStyleRoutes: AdminRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.houseStyle, use: houseStyle)
        router.on(.saveHouseStyle, use: save)
    }

    @Sendable private func houseStyle(_ request: Request, _ context: SiteContext) async throws -> Response {
        let held = HouseStyleForm.values(try await services.store.houseStyle())
        return try show(SiteForm(try await fields(context), holding: held), context)
    }

    /// Seen on the next page by everybody; documents that were made keep the look that they were made with.
    @Sendable private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        var form = SiteForm(try await fields(context), typed: context.form)
        guard let written = form.houseStyle() else { return try show(form, context, .unprocessableContent) }
        try await services.store.save(written.style)
        if written.logo != nil || written.takesLogoAway { try await services.store.save(written.logo) }
        try await services.store.note(
            OfficeDeed(.houseStyleChanged, at: services.clock(), by: context.participant))
        services.look.change(to: HouseLook(written.style, logo: try await services.store.houseLogo()))
        return redirect(to: .houseStyle, context, notice: Notice("admin.style.saved"))
    }

    private func fields(_ context: SiteContext) async throws -> [FormField] {
        HouseStyleForm(hasLogo: try await services.store.houseLogo() != nil, phrases: phrases(context)).fields
    }

    private func show(
        _ form: SiteForm, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let phrases = phrases(context)
        let content = FormContent(
            form, to: .houseStyle, seal: seal(context), submit: phrases.text("account.save"), phrases: phrases)
        let page = AdminPage(
            heading: phrases.text("admin.style.heading"), lead: phrases.text("admin.style.lead"),
            parts: [AdminPage.Part(form: content)])
        return try response(page, .houseStyle, context, status: status)
    }
}
