import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Saying where a passage stands now that the program is not sure of.
struct AnchorRoutes: SiteRouteGroup {
    let services: SiteServices
    private let room: AnchorRoom

    init(services: SiteServices) {
        self.services = services
        room = AnchorRoom(services.office, store: services.store)
    }

    func add(to router: inout SiteRouter) {
        router.on(.anchor, use: show)
        router.on(.placeAnchor, use: place)
    }

    @Sendable private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (id, number) = (try plan(context), try inputNumber(context))
        let sight = try await room.sight(of: number, in: id, for: context.participant)
        let plan = try await services.reading.plan(id).projected
        let form = SiteForm(
            fields(sight, plan, phrases(context)),
            holding: ["sectie": sight.place.section.rawValue, "tekst": sight.text.rawValue])
        return try respond(sight, number, form, plan, context, .ok)
    }

    @Sendable private func place(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (id, number) = (try plan(context), try inputNumber(context))
        let sight = try await room.sight(of: number, in: id, for: context.participant)
        let plan = try await services.reading.plan(id).projected
        var form = SiteForm(fields(sight, plan, phrases(context)), typed: context.form)
        let choice = form.choice("plaats")
        let (section, words, shown) = (form.choice("sectie"), form.text("woorden"), CommitID(form.text("tekst")))
        if choice == "elders", words.isEmpty { form.refuse("woorden", Reason("input.passage-missing")) }
        guard form.isSound, let shown, let answer = Self.answer(choice, section, words) else {
            return try respond(sight, number, form, plan, context, .unprocessableContent)
        }
        do {
            try await room.decide(answer, of: number, in: id, shown: shown, by: context.participant)
        } catch let error as PlanError where error.isAboutForm {
            form.refuse("woorden", error)
            return try respond(sight, number, form, plan, context, error.formStatus)
        }
        return redirect(to: .input(id, number), context, notice: Notice("inputs.placed"))
    }

    private static func answer(_ choice: String?, _ section: String?, _ words: String) -> AnchorAnswer? {
        switch choice {
        case "hier": .asShown
        case "weg": .gone
        case "elders": section.flatMap(SectionID.init(_:)).map { .elsewhere($0, PlanDomain.Passage(quote: words)) }
        default: nil
        }
    }

    private func fields(_ sight: AnchorSight, _ plan: ProjectedPlan, _ phrases: Phrases) -> [FormField] {
        let here = sight.now.map { _ in FormChoice("hier", phrases.text("inputs.place.here")) }
        let sections = plan.sections.map { FormChoice($0.id.rawValue, $0.printedTitle) }
        return [
            FormField(
                "plaats", phrases.text("inputs.place.question"),
                .radios(
                    [here].compactMap { $0 } + [
                        FormChoice("elders", phrases.text("inputs.place.elsewhere")),
                        FormChoice("weg", phrases.text("inputs.place.gone")),
                    ])),
            FormField("sectie", phrases.text("inputs.place.section"), .select(sections), isRequired: false),
            FormField(
                "woorden", phrases.text("inputs.place.words"), .textarea(rows: 3),
                hint: phrases.text("inputs.place.words-hint"), isRequired: false, limit: 5_000),
            FormField("tekst", "", .hidden),
        ]
    }

    private func respond(
        _ sight: AnchorSight, _ number: InputNumber, _ form: SiteForm, _ plan: ProjectedPlan, _ context: SiteContext,
        _ status: HTTPResponse.Status
    ) throws -> Response {
        let phrases = phrases(context)
        let content = FormContent(
            form, to: .anchor(plan.id, number), seal: seal(context), submit: phrases.text("inputs.place.keep"),
            phrases: phrases
        ).cancel(phrases.text("partner.back"), .input(plan.id, number))
        let page = AnchorPage(sight, number: number, of: plan, form: content, phrases: phrases)
        let crumbs = [
            Crumb(label: phrases.text("inputs.nav"), address: .inputs(plan.id)),
            Crumb(label: number.description, address: .input(plan.id, number)),
            Crumb(label: page.heading),
        ]
        return try writer.response(
            page,
            in: frame(
                page.heading, .anchor(plan.id, number), in: plan, route: .inputs, context, crumbs: crumbs),
            status: status)
    }
}
