import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Who stands in for whom, when and on what ground.
struct SubstitutionRoutes: AdminRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.substitutions, use: substitutions)
        router.on(.substitute, use: substitute)
        router.on(.withdrawSubstitution, use: withdraw)
    }

    @Sendable private func substitutions(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await show(SiteForm(try await fields(context)), context)
    }

    @Sendable private func substitute(_ request: Request, _ context: SiteContext) async throws -> Response {
        var form = SiteForm(try await fields(context), typed: context.form)
        let appointment = form.choice("wie").flatMap { AppointmentID($0) }
        let deputy = form.choice("door").flatMap { PersonID($0) }
        let period = form.period("van", "tot")
        let ground = form.text("grond")
        guard form.isSound, let appointment, let deputy else {
            return try await show(form, context, .unprocessableContent)
        }
        do {
            try await desk.substitute(
                deputy, for: appointment, during: period, ground: ground, by: context.participant)
        } catch let error as PlanError where error.code == .invalid {
            form.refuse("door", error)
            return try await show(form, context, .unprocessableContent)
        }
        return redirect(to: .substitutions, context, notice: Notice("admin.substitutions.added"))
    }

    @Sendable private func withdraw(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = context.parameters.get("substitution")
        guard let found = try await services.store.substitutions().first(where: { $0.id.rawValue == id }) else {
            throw PlanError(.notFound, Reason("admin.substitutions.unknown"))
        }
        try await desk.withdraw(found.id, by: context.participant)
        return redirect(to: .substitutions, context, notice: Notice("admin.substitutions.withdrawn"))
    }

    private func fields(_ context: SiteContext) async throws -> [FormField] {
        let phrases = phrases(context)
        let people = try await services.store.people().filter { !$0.isDisabled }
        let names = Dictionary(people.map { ($0.id, $0.name) }) { first, _ in first }
        let today = services.time.today
        let holders = try await services.store.appointments(of: nil).filter { appointment in
            appointment.period.until.map { $0 >= today } ?? true
        }.compactMap { appointment in
            names[appointment.person].map { name in
                FormChoice(appointment.id.rawValue, "\(appointment.function) – \(name)")
            }
        }
        return [
            FormField("wie", phrases.text("admin.substitutions.absent"), .select(holders)),
            FormField(
                "door", phrases.text("admin.substitutions.deputy"),
                .select(people.map { FormChoice($0.id.rawValue, $0.name) })),
            FormField("van", phrases.text("admin.first-day"), .date),
            FormField("tot", phrases.text("admin.last-day"), .date),
            FormField(
                "grond", phrases.text("admin.substitutions.ground"),
                hint: phrases.text("admin.substitutions.ground-hint")),
        ]
    }

    private func show(
        _ form: SiteForm, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let phrases = phrases(context)
        let seal = seal(context)
        let content = FormContent(
            form, to: .substitutions, seal: seal, submit: phrases.text("admin.substitutions.submit"), phrases: phrases)
        let page = AdminPage(
            heading: phrases.text("admin.substitutions.heading"), lead: phrases.text("admin.substitutions.lead"),
            parts: [
                AdminPage.Part(table: try await table(seal, phrases), empty: phrases.text("admin.none")),
                AdminPage.Part(title: phrases.text("admin.substitutions.add"), form: content),
            ])
        return try response(page, .substitutions, context, status: status)
    }

    private func table(_ seal: FormSeal, _ phrases: Phrases) async throws -> AdminTable {
        let names = try await Dictionary(services.store.people().map { ($0.id, $0.name) }) { first, _ in first }
        let appointments = try await services.store.appointments(of: nil)
        var table = AdminTable(
            phrases.text("admin.substitutions.heading"),
            [
                phrases.text("admin.substitutions.absent"), phrases.text("admin.substitutions.deputy"),
                phrases.text("admin.period.heading"), phrases.text("admin.substitutions.ground"),
            ])
        for substitution in try await services.store.substitutions() {
            guard let absent = appointments.first(where: { $0.id == substitution.appointment }) else { continue }
            let deputy = names[substitution.deputy] ?? substitution.deputy.rawValue
            table.add(
                [
                    "\(absent.function) – \(names[absent.person] ?? absent.person.rawValue)", deputy,
                    words(substitution.period, phrases), substitution.ground,
                ],
                button: AdminButton(
                    phrases.text("admin.substitutions.withdraw"),
                    phrases.text(
                        "admin.substitutions.withdraw-of",
                        ["deputy": .text(deputy), "function": .text(absent.function)]),
                    to: .withdrawal(of: substitution.id), seal, isGrave: true))
        }
        return table
    }
}
