import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// The municipality's own choices: its name, what it calls its papers, how dates stand in them.
struct HouseStyleRoutes: AdminRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.houseStyle, use: houseStyle)
        router.on(.saveHouseStyle, use: save)
    }

    @Sendable private func houseStyle(_ request: Request, _ context: SiteContext) async throws -> Response {
        let style = try await services.store.houseStyle()
        let held = [
            "gemeente": style.municipality, "mededeling": style.councilNoticeLabel, "datums": style.fieldDates.rawValue,
        ]
        return try show(SiteForm(fields(context), holding: held), context)
    }

    @Sendable private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        var form = SiteForm(fields(context), typed: context.form)
        let (municipality, label) = (form.text("gemeente"), form.text("mededeling"))
        let dates = form.choice("datums").flatMap { HouseStyle.FieldDates(rawValue: $0) }
        guard form.isSound, let dates else { return try show(form, context, .unprocessableContent) }
        var style = try await services.store.houseStyle()
        (style.municipality, style.councilNoticeLabel, style.fieldDates) = (municipality, label, dates)
        try await services.store.save(style)
        return redirect(to: .houseStyle, context, notice: Notice("admin.style.saved"))
    }

    private func fields(_ context: SiteContext) -> [FormField] {
        let phrases = phrases(context)
        return [
            FormField(
                "gemeente", phrases.text("admin.style.municipality"),
                hint: phrases.text("admin.style.municipality-hint"),
                limit: 100),
            FormField(
                "mededeling", phrases.text("admin.style.notice"), hint: phrases.text("admin.style.notice-hint"),
                limit: 60),
            FormField(
                "datums", phrases.text("admin.style.dates"),
                .radios([
                    FormChoice(HouseStyle.FieldDates.numeric.rawValue, "12-06-2023"),
                    FormChoice(HouseStyle.FieldDates.written.rawValue, "12 juni 2023"),
                ]), hint: phrases.text("admin.style.dates-hint")),
        ]
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
