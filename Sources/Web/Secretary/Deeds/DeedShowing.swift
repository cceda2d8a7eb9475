import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// Shows the form of a deed: for the first time, with what is wrong, for a last look, or on a text that was changed.
struct DeedShowing {
    /// A page of the area's own around the form.
    typealias Page = (FormContent, MovedText?, HTTPResponse.Status) async throws -> Response

    private let group: any SiteRouteGroup
    private let plan: ProjectedPlan
    private let route: SiteRoute
    private let context: SiteContext
    private let own: Page?
    private var phrases: Phrases { group.phrases(context) }

    init(
        _ group: any SiteRouteGroup, _ plan: ProjectedPlan, _ route: SiteRoute, _ context: SiteContext,
        page: Page? = nil
    ) {
        self.group = group
        self.plan = plan
        self.route = route
        self.context = context
        own = page
    }

    func page(
        _ form: DeedForm, moved: MovedText? = nil, answers: [DeedPage.Answer] = [],
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let content = content(form, isCheck: !answers.isEmpty)
        if let own { return try await own(content, moved, status) }
        let deed = form.deed
        let frame = group.frame(deed.heading, deed.address, in: plan, route: route, context)
        return try group.writer.response(
            DeedPage(deed, form: content, moved: moved, answers: answers), in: frame, status: status)
    }

    func content(_ form: DeedForm, isCheck: Bool = false) -> FormContent {
        let deed = form.deed
        let comesToCheck = deed.isChecked && !isCheck
        let submit = comesToCheck ? phrases.text("secretary.form.to-check") : deed.submit
        var content = FormContent(
            form.form, to: deed.address, seal: group.seal(context), submit: submit, phrases: phrases
        ).cancel(phrases.text("secretary.form.cancel"), deed.back)
        if deed.isChecked { content = content.step(comesToCheck ? 1 : 2, of: 2, phrases) }
        if deed.isGrave, !comesToCheck { content = content.grave() }
        return content
    }

    /// The answers once more, to be sent for good.
    func check(_ form: DeedForm, _ capacity: Capacity) async throws -> Response {
        let acting = DeedPage.Answer(label: phrases.text("secretary.form.acting"), value: phrases.text(capacity))
        let answers = form.deed.questions.filter { $0.kind.shape != .hidden }.compactMap { field in
            form.form.values.all(field.name).first.flatMap { value in
                value.isEmpty ? nil : DeedPage.Answer(label: field.label, value: value)
            }
        }
        let names = form.deed.questions.map(\.name) + [DeedForm.capacity, DeedForm.text, DeedForm.confirmation]
        var hidden = form
        hidden.form = SiteForm(
            names.map { FormField($0, "", .hidden) },
            typed: form.form.values.replacing(DeedForm.confirmation, with: "ja"))
        return try await page(hidden, answers: answers + [acting])
    }

    /// What changed since the form was shown, and the form again for the text as it stands now.
    ///
    /// `invalid` for a text that this plan never had.
    func moved(_ form: DeedForm, from shown: CommitID) async throws -> Response {
        let changes = try await group.services.store.changes(of: plan.id, section: nil)
        guard changes.contains(where: { $0.id == shown }) else {
            throw PlanError(.invalid, Reason("secretary.text-unknown"))
        }
        let present = try await group.services.reading.plan(plan.id).projected
        let fresh = DeedForm(
            form.deed, capacities: form.capacities, typed: context.form, shown: present.heads.text, phrases: phrases)
        let moved = MovedText(from: shown, to: present, changes: changes, phrases: phrases)
        return try await page(fresh, moved: moved, status: .conflict)
    }
}

extension Failure {
    /// Of a form that is shown again: wrong answers are told apart from an answer that came at the wrong moment.
    var formStatus: HTTPResponse.Status { status == .badRequest ? .unprocessableContent : status }
}
