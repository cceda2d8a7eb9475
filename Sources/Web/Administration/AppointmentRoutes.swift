import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Functions of a person: given, and ended with a last day. What was done in one keeps it.
struct AppointmentRoutes: AdminRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.newAppointment, use: newAppointment)
        router.on(.appoint, use: appoint)
        router.on(.oneAppointment, use: oneAppointment)
        router.on(.endAppointment, use: endAppointment)
    }

    @Sendable private func newAppointment(_ request: Request, _ context: SiteContext) async throws -> Response {
        try show(SiteForm(try await fields(context)), try await person(context), context)
    }

    @Sendable private func appoint(_ request: Request, _ context: SiteContext) async throws -> Response {
        let person = try await person(context)
        var form = SiteForm(try await fields(context), typed: context.form)
        let role = form.choice("rol").flatMap { Role(rawValue: $0) }
        let function = form.text("functie")
        let plan = form.choice("plan").flatMap { PlanID($0) }
        let period = form.period("van", "tot")
        guard form.isSound, let role else { return try show(form, person, context, .unprocessableContent) }
        try await desk.appoint(
            person.id, as: role, function: function, for: plan, during: period, by: context.participant)
        return redirect(to: .person(person.id), context, notice: Notice("admin.appointments.added"))
    }

    @Sendable private func oneAppointment(_ request: Request, _ context: SiteContext) async throws -> Response {
        let appointment = try await appointment(context)
        let today = services.time.today
        let parts = FormField.dateParts(of: "tot")
        let held = [parts[0]: "\(today.day)", parts[1]: "\(today.month)", parts[2]: "\(today.year)"]
        return try await showEnd(SiteForm(endFields(context), holding: held), appointment, context)
    }

    @Sendable private func endAppointment(_ request: Request, _ context: SiteContext) async throws -> Response {
        let appointment = try await appointment(context)
        var form = SiteForm(endFields(context), typed: context.form)
        guard let day = form.date("tot"), form.isSound else {
            return try await showEnd(form, appointment, context, .unprocessableContent)
        }
        try await desk.end(appointment.id, on: day, by: context.participant)
        return redirect(to: .person(appointment.person), context, notice: Notice("admin.appointments.ended"))
    }

    private func person(_ context: SiteContext) async throws -> Person {
        guard let id = context.parameters.get("person").flatMap({ PersonID($0) }) else {
            throw PlanError(.notFound, Reason("people.unknown"))
        }
        return try await desk.person(id)
    }

    /// Of the very person in the address.
    private func appointment(_ context: SiteContext) async throws -> Appointment {
        let person = try await person(context)
        let id = context.parameters.get("appointment")
        guard let found = try await services.store.appointments(of: person.id).first(where: { $0.id.rawValue == id })
        else { throw PlanError(.notFound, Reason("people.appointment-unknown")) }
        return found
    }

    private func fields(_ context: SiteContext) async throws -> [FormField] {
        let phrases = phrases(context)
        return PeopleForms(phrases: phrases, roles: roleChoices(phrases), plans: try await planChoices()).appointment
    }

    private func endFields(_ context: SiteContext) -> [FormField] {
        let phrases = phrases(context)
        return [
            FormField("tot", phrases.text("admin.last-day"), .date, hint: phrases.text("admin.appointments.end-hint"))
        ]
    }

    private func show(
        _ form: SiteForm, _ person: Person, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let phrases = phrases(context)
        let content = FormContent(
            form, to: .newAppointment(of: person.id), seal: seal(context),
            submit: phrases.text("admin.appointments.submit"),
            phrases: phrases
        ).cancel(phrases.text("signin.cancel"), .person(person.id))
        let page = AdminPage(
            heading: phrases.text("admin.appointments.add"), parts: [AdminPage.Part(form: content)])
        let under = Crumb(label: person.name, address: .person(person.id))
        return try response(page, .newAppointment(of: person.id), under: under, context, status: status)
    }

    private func showEnd(
        _ form: SiteForm, _ appointment: Appointment, _ context: SiteContext, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let phrases = phrases(context)
        let person = try await desk.person(appointment.person)
        let content = FormContent(
            form, to: .appointment(appointment), seal: seal(context), submit: phrases.text("admin.appointments.end"),
            phrases: phrases
        ).grave().cancel(phrases.text("signin.cancel"), .person(person.id))
        let titles = try await planTitles()
        let plan = appointment.plan.map { titles[$0] ?? $0.rawValue } ?? phrases.text("admin.all-plans")
        let facts = [
            AdminPage.Fact(phrases.text("admin.role"), phrases.text(appointment.role)),
            AdminPage.Fact(phrases.text("admin.plan"), plan),
            AdminPage.Fact(phrases.text("admin.period.heading"), words(appointment.period, phrases)),
        ]
        let page = AdminPage(
            heading: appointment.function, lead: phrases.text("admin.appointments.end-lead"),
            parts: [AdminPage.Part(facts: facts), AdminPage.Part(form: content)])
        let under = Crumb(label: person.name, address: .person(person.id))
        return try response(page, .appointment(appointment), under: under, context, status: status)
    }
}
