import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Filters that somebody keeps for themselves.
struct SavedFilterRoutes: SiteRouteGroup {
    let services: SiteServices
    private let desk: HandlingDesk

    init(services: SiteServices) {
        self.services = services
        desk = HandlingDesk(services.office, store: services.store)
    }

    func add(to router: inout SiteRouter) {
        router.on(.keepFilter, use: keep)
        router.on(.forgetFilter, use: forget)
    }

    /// The filter comes as the list's address holds it, value by value.
    @Sendable private func keep(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        let name = try context.form.value("naam") ?? ""
        let filter = InputFilter(
            try QueryValues(try context.form.value("filter") ?? ""), person: context.participant.person?.id)
        guard !filter.isNonsense, !filter.isEmpty else {
            throw PlanError(.invalid, Reason("handling.filter-empty"))
        }
        try await desk.keep(filter.query, as: name, in: id, by: context.participant)
        return redirect(
            to: .inputs(id, filter.pairs), context, notice: Notice("handling.kept", ["name": name]))
    }

    @Sendable private func forget(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        guard let name = try context.form.value("naam"), !name.isEmpty else {
            throw PlanError(.invalid, Reason("handling.filter-name-empty"))
        }
        try await desk.forget(name, in: id, by: context.participant)
        return redirect(to: .inputs(id), context, notice: Notice("handling.forgotten", ["name": name]))
    }
}
