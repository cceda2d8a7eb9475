import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// The planning of a plan, and what would shift with other days.
struct PlanningRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.planning, use: planning)
    }

    @Sendable private func planning(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let room = PlanningRoom(services.office, store: services.store)
        let planning = try await room.planning(of: id, for: context.participant)
        let phrases = phrases(context)
        let fields = ShiftForm(planning: planning, phrases: phrases)
        let query = try QueryValues(request.uri.query)
        var form = fields.form(typed: query)
        let days = query.names.isEmpty ? nil : fields.days(&form)
        let page = PlanningPage(
            planning, trial: days.map { planning.timeline(moving: $0) }, form: form,
            mayChange: context.participant.may(.write, in: id), phrases: phrases)
        return try writer.response(
            page,
            in: frame(
                phrases.text("planning.heading"), .planning(id), in: planning.view.projected, route: .progress,
                context, crumbs: [Crumb(label: phrases.text("planning.heading"))]),
            status: form.isSound ? .ok : .unprocessableContent)
    }
}

/// Other days for the planning, to see what would shift.
struct ShiftForm {
    let planning: PlanPlanning
    let phrases: Phrases

    /// - Parameter query: that of the address; without any the days are those of the plan.
    func form(typed query: QueryValues) -> SiteForm {
        guard query.names.isEmpty else {
            let typed = fields.flatMap { FormField.dateParts(of: $0.name) }.reduce(into: [:]) { values, name in
                values[name] = query[name].map { [$0] }
            }
            return SiteForm(fields, typed: FormValues(typed))
        }
        let known = planning.days.reduce(into: [String: String]()) { values, day in
            let parts = [day.value.day, day.value.month, day.value.year]
            for (name, part) in zip(FormField.dateParts(of: day.key), parts) { values[name] = String(part) }
        }
        return SiteForm(fields, holding: known)
    }

    /// Nil where a date is none, which is noted.
    func days(_ form: inout SiteForm) -> [String: CalendarDate]? {
        var days: [String: CalendarDate] = [:]
        for field in fields { days[field.name] = form.date(field.name) }
        return form.isSound ? days : nil
    }

    private var fields: [FormField] {
        planning.view.definition.planning.map {
            FormField($0.id, phrases.text($0.label), .date, isRequired: false, isMarkedOptional: false)
        }
    }
}
