import Foundation
import HTTPTypes
import Hummingbird
import PlanDomain
import Workflow

/// The page on which a paraaf is given.
struct SignOffRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.signOff, use: read)
        router.on(.giveSignOff, use: sign)
    }

    private var desk: SignOffDesk { SignOffDesk(planDesk) }

    @Sendable private func read(_ request: Request, _ context: SiteContext) async throws -> Response {
        let query = try QueryValues(request.uri.query)
        let reading = try await reading(context, as: query["functie"], showsAll: query["weergave"] == "alles")
        let form = DeedForm(
            reading.deed(desk, phrases(context)), capacities: [reading.capacity], typed: nil,
            shown: reading.sheet.text, phrases: phrases(context))
        let show = DeedShowing(self, reading.sheet.plan.projected, .gate, context)
        return try page(reading, form: show.content(form), moved: nil, context, status: .ok)
    }

    @Sendable private func sign(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try plan(context)
        return try await once(context, in: id, back: .gate(id)) {
            let reading = try await reading(context, as: try context.form.value(DeedForm.capacity), showsAll: false)
            return try await answer(
                reading.deed(desk, phrases(context)), in: reading.sheet.plan.projected, route: .gate, context
            ) { form, moved, status in
                try page(reading, form: form, moved: moved, context, status: status)
            }
        }
    }

    private func page(
        _ reading: SignOffReading, form: FormContent, moved: MovedText?, _ context: SiteContext,
        status: HTTPResponse.Status
    ) throws -> Response {
        let phrases = phrases(context)
        let passages = SectionPassages(cache: services.passages, phrases: phrases)
        let page = SignOffPage(reading, form: form, moved: moved, phrases: phrases) { section in
            passages.markup(
                of: section, in: reading.plan, at: reading.sheet.text, asPart: true, annexes: reading.text.annexes)
        }
        let frame = frame(
            page.heading, .signOff(reading.plan, step: reading.sheet.step.id), in: reading.sheet.plan.projected,
            route: .gate, context,
            crumbs: [
                Crumb(label: phrases.text("secretary.nav.gate"), address: .gate(reading.plan)),
                Crumb(label: page.heading),
            ])
        return try writer.response(page, in: frame, status: status)
    }

    /// What lies before the signer, in the function that was chosen or else the first that will do.
    private func reading(
        _ context: SiteContext, as chosen: String?, showsAll: Bool
    ) async throws -> SignOffReading {
        let id = try plan(context)
        // A paraaf that was asked beside the route has a colon in its name.
        let step = context.parameters.get("step")?.removingPercentEncoding ?? ""
        let all = context.participant.capacities(in: id, among: PlanRight.signOff.roles)
        guard let first = all.first else { throw PlanError(.notFound, Reason("web.not-found.page")) }
        let standing = try await desk.sheet(step, of: id, for: context.participant, as: first).step
        let fitting = all.filter { capacity in
            standing.roles.contains(capacity.role)
                && (standing.function == nil || standing.function == capacity.countedFunction)
        }
        guard let capacity = fitting.first(where: { $0.formValue == chosen }) ?? fitting.first else {
            throw PlanError(
                .forbidden, Reason("access.no-right", ["roles": .list(standing.roles.map(Reason.Argument.role))]))
        }
        let sheet = try await desk.sheet(step, of: id, for: context.participant, as: capacity)
        let repository = try await services.office.repositories.repository(of: id)
        let text = try await repository.text(at: sheet.text)
        var before: PlanText?
        if let last = sheet.comparedWith { before = try await repository.text(at: last) }
        return SignOffReading(
            sheet: sheet, capacity: capacity, others: fitting.filter { $0 != capacity }, text: text, before: before,
            question: try await question(of: step, in: id), showsAll: showsAll || before == nil)
    }

    /// What was asked of an adviser beside the route.
    private func question(of step: String, in plan: PlanID) async throws -> String? {
        guard AdviserRequest.isStep(step) else { return nil }
        let register = try await services.reading.register(of: plan)
        let asked = register.entries.first { entry in
            guard case .adviserAsked(let track, let function) = entry.act.payload else { return false }
            return AdviserRequest(sequence: entry.act.sequence, track: track, function: function).stepID == step
        }
        guard case .text(let text)? = asked?.reason else { return nil }
        return text
    }
}
