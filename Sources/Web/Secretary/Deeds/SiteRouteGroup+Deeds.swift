import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// How every form of a deed is shown and taken in.
extension SiteRouteGroup {
    var planDesk: PlanDesk { PlanDesk(services.office, people: services.store) }

    func show(
        _ deed: PlanDeed, in plan: ProjectedPlan, route: SiteRoute, _ context: SiteContext
    ) async throws -> Response {
        let capacities = try deed.capacities(of: context.participant, in: plan.id)
        let form = DeedForm(
            deed, capacities: capacities, typed: nil, shown: plan.heads.text, phrases: phrases(context))
        return try await DeedShowing(self, plan, route, context).page(form)
    }

    /// Reads the form, does what it asks for, and leads on; or shows it again with what is in the way.
    ///
    /// When the text was changed while it stood open nothing is done: the answer (409) shows what changed, and the form
    /// goes out once more with the text as it is now.
    ///
    /// - Parameter showing: how the form is shown again, where it stands on a page of its own.
    func answer(
        _ deed: PlanDeed, in plan: ProjectedPlan, route: SiteRoute, _ context: SiteContext,
        showing: DeedShowing.Page? = nil
    ) async throws -> Response {
        let capacities = try deed.capacities(of: context.participant, in: plan.id)
        let show = DeedShowing(self, plan, route, context, page: showing)
        guard let shown = try context.form.value(DeedForm.text).flatMap({ CommitID($0) }) else {
            throw PlanError(.invalid, Reason("secretary.text-missing"))
        }
        var form = DeedForm(
            deed, capacities: capacities, typed: context.form, shown: plan.heads.text, phrases: phrases(context))
        guard shown == plan.heads.text else { return try await show.moved(form, from: shown) }
        let capacity = form.chosenCapacity()
        let work = deed.read(&form.form)
        guard form.form.isSound, let capacity else {
            return try await show.page(form, status: .unprocessableContent)
        }
        if deed.isChecked {
            if context.form.has("wijzig") { return try await show.page(form) }
            guard try context.form.value(DeedForm.confirmation) != nil else {
                return try await show.check(form, capacity)
            }
        }
        do {
            try await work(
                DeskVisit(
                    participant: context.participant, capacity: capacity, plan: plan.id, shown: shown,
                    requestID: context.form.requestID))
        } catch let error as PlanError where error.reason.key == "text.moved-on" {
            return try await show.moved(form, from: shown)
        } catch let error as PlanError where ![.notFound, .unavailable].contains(error.code) {
            form.form.refuse("", error)
            return try await show.page(form, status: Failure(error).formStatus)
        }
        return redirect(to: deed.back, context, notice: deed.done)
    }

    /// Takes a form in once: sent again, also while the first is being taken in, it leads on to where that one led.
    func once(
        _ context: SiteContext, in plan: PlanID, back: SiteAddress, _ work: () async throws -> Response
    ) async throws -> Response {
        func isAnswered() async throws -> Bool {
            try await services.store.acts(of: plan).contains { $0.requestID == context.form.requestID }
        }
        let before = redirect(to: back, context, notice: Notice("secretary.done.once"))
        if try await isAnswered() { return before }
        do {
            let answer = try await work()
            if answer.status == .seeOther { return answer }
            return try await isAnswered() ? before : answer
        } catch let error as PlanError {
            if try await isAnswered() { return before }
            throw error
        }
    }
}
