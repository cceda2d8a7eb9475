import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// The editors of sections, and bringing back what a section said before.
struct EditorRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.sectionEditor, use: open)
        router.on(.saveSection, use: save)
        router.on(.restoreSection, use: restore)
    }

    @Sendable private func open(_ request: Request, _ context: SiteContext) async throws -> Response {
        let tab = try QueryValues(request.uri.query)["venster"]
        return try await work(context).show(tab: tab)
    }

    /// A section that is gone keeps what was typed for it: the form is answered, with the words in it.
    @Sendable private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await work(context).answer()
    }

    @Sendable private func restore(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (plan, id) = (try plan(context), try section(context))
        guard let commit = try context.form.value("versie").flatMap({ CommitID($0) }),
            let tab = DraftTab.named(by: context.form.requestID)
        else { throw PlanError(.invalid, Reason("web.query.not-a-version", ["name": .text("versie")])) }
        do {
            _ = try await DraftingDesk(services).restore(
                .section(id), of: plan, from: commit, tab: tab, by: context.participant)
        } catch let error as PlanError where error.reason.key == "draft.tab-taken" {
            // The form was sent before: its draft is there, perhaps with more words by now.
        }
        return redirect(to: .sectionEditor(plan, id, tab: tab), context, notice: Notice("editor.restored"))
    }

    private func work(_ context: SiteContext) async throws -> EditorWork<ProseScreen> {
        let (plan, id) = (try plan(context), try section(context))
        let heads = try await services.office.heads(of: plan)
        let text = try await services.office.repositories.repository(of: plan).text(at: heads.text)
        let projected = try await services.store.projectedPlan(plan)
        let printed = projected?.sections.first { $0.id == id }?.printedTitle
        let own = text.section(id).map { $0.heading?.title ?? "" }
        let place = EditorPlace(
            plan: plan, subject: .section(id), title: printed ?? own ?? id.rawValue,
            ownTitle: own?.isEmpty == false ? own : nil, address: .sectionEditor(plan, id),
            back: .section(plan, id))
        return EditorWork(services: services, place: place, screen: ProseScreen(), context: context)
    }
}
