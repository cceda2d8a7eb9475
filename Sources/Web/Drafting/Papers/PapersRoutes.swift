import Hummingbird
import Phrases
import PlanDomain
import Prose
import Workflow

/// The drafters' part of the nota and the raadsmededeling: what is written and what is not, each text in its editor, and
/// the fields that both print.
struct PapersRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.papers, use: papers)
        router.on(.partEditor, use: openPart)
        router.on(.savePart, use: savePart)
        router.on(.planFields, use: openFields)
        router.on(.savePlanFields, use: saveFields)
    }

    @Sendable private func papers(_ request: Request, _ context: SiteContext) async throws -> Response {
        let phrases = phrases(context)
        let present = try await PlanAtHand(try plan(context), services)
        let document = try document(context, in: present.text)
        let page = PapersPage(document, of: present, phrases: phrases)
        let frame = frame(
            page.heading, .papers(present.plan.id, document.name), in: present.plan, route: .documents, context,
            crumbs: [
                Crumb(label: phrases.text("web.nav.documents"), address: .documents(present.plan.id)),
                Crumb(label: page.heading),
            ])
        return try writer.response(page, in: frame)
    }

    @Sendable private func openPart(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await part(context).show(tab: try QueryValues(request.uri.query)["venster"])
    }

    @Sendable private func savePart(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await part(context).answer()
    }

    @Sendable private func openFields(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await fields(context).show(tab: try QueryValues(request.uri.query)["venster"])
    }

    @Sendable private func saveFields(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await fields(context).answer()
    }

    private func part(_ context: SiteContext) async throws -> EditorWork<ProseScreen> {
        let present = try await PlanAtHand(try plan(context), services)
        let document = try document(context, in: present.text)
        let name = context.parameters.get("part") ?? ""
        guard let part = document.parts.first(where: { Slug.make($0.heading) == name }) else {
            throw PlanError(.notFound, Reason("web.not-found.page"))
        }
        let place = EditorPlace(
            plan: present.plan.id, subject: .part(document: document.name, heading: part.heading),
            title: part.heading, address: .partEditor(present.plan.id, document.name, name),
            back: .papers(present.plan.id, document.name))
        return EditorWork(services: services, place: place, screen: ProseScreen(), context: context)
    }

    private func fields(_ context: SiteContext) async throws -> EditorWork<FieldsScreen> {
        let present = try await PlanAtHand(try plan(context), services)
        let back = present.text.documents.first.map { SiteAddress.papers(present.plan.id, $0.name) }
        let place = EditorPlace(
            plan: present.plan.id, subject: .fields, title: phrases(context).text("editor.fields.heading"),
            address: .planFields(present.plan.id), back: back ?? .documents(present.plan.id))
        let workflow = try services.office.workflows.workflow(for: present.text.metadata.type).definition
        let screen = FieldsScreen(
            points: PointBoxes.all(in: workflow), planning: workflow.planning, present: present.text.metadata,
            language: context.language)
        return EditorWork(services: services, place: place, screen: screen, context: context)
    }

    private func document(_ context: SiteContext, in text: PlanText) throws(PlanError) -> DocumentText {
        guard let document = text.document(context.parameters.get("document") ?? "") else {
            throw PlanError(.notFound, Reason("web.not-found.page"))
        }
        return document
    }
}

/// A plan as its drafters have it before them: the text at its head, with where it stands.
struct PlanAtHand: Sendable {
    let plan: ProjectedPlan
    let text: PlanText

    init(_ plan: PlanID, _ services: SiteServices) async throws {
        guard let projected = try await services.store.projectedPlan(plan) else {
            throw PlanError(.notFound, Reason("plan.unknown", ["plan": .text(plan.rawValue)]))
        }
        self.plan = projected
        text = try await services.office.repositories.repository(of: plan).text(at: projected.heads.text)
    }
}
