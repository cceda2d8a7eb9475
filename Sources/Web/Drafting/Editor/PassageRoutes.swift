import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Prose
import Workflow

/// Bringing back passages of an older version of a section, chosen from what differs between two of them.
struct PassageRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.passages, use: show)
        router.on(.returnPassages, use: bringBack)
    }

    private var desk: DraftingDesk { DraftingDesk(services) }

    @Sendable private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let query = try QueryValues(request.uri.query)
        guard let old = try query.commit("van"), let new = try query.commit("tot") else {
            throw PlanError(.invalid, Reason("web.comparison.choose-two"))
        }
        return try await page(from: old, to: new, context)
    }

    @Sendable private func bringBack(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (plan, id) = (try plan(context), try section(context))
        guard let old = try context.form.value("van").flatMap({ CommitID($0) }),
            let new = try context.form.value("tot").flatMap({ CommitID($0) }),
            let tab = DraftTab.named(by: context.form.requestID)
        else { throw PlanError(.invalid, Reason("web.comparison.choose-two")) }
        let chosen = context.form.all(PassagesPage.choice).compactMap { Int($0) }.map { $0 - 1 }
        let notice: Notice
        do {
            let replaces = try await desk.bringBack(
                PassageReturn(plan: plan, section: id, old: old, new: new, numbers: Set(chosen)), tab: tab,
                by: context.participant)
            notice = Notice(replaces ? "editor.passages.replaced" : "editor.passages.done")
        } catch let error as PlanError where error.reason.key == "draft.tab-taken" {
            // The form was sent before: its draft is there, perhaps with more words by now.
            notice = Notice("editor.passages.done")
        } catch let error as PlanError where error.reason.key.hasPrefix("draft.passages-") {
            return try await page(from: old, to: new, refusal: error, context)
        }
        return redirect(to: .sectionEditor(plan, id, tab: tab), context, notice: notice)
    }

    private func page(
        from old: CommitID, to new: CommitID, refusal: PlanError? = nil, _ context: SiteContext
    ) async throws -> Response {
        let (plan, id) = (try plan(context), try section(context))
        let diff = try await desk.difference(of: id, in: plan, from: old, to: new, by: context.participant)
        let comparison = try await services.reading.comparison(of: id, in: plan, from: old, to: new)
        let phrases = phrases(context)
        let page = PassagesPage(
            comparison, diff, typed: context.form, refusal: refusal, seal: seal(context), phrases: phrases)
        let address = SiteAddress.passages(plan, id, from: old, to: new)
        let frame = frame(
            page.heading, address, in: comparison.plan, route: .plan, context,
            crumbs: [
                Crumb(label: comparison.title, address: .section(plan, id)),
                Crumb(
                    label: phrases.text("web.comparison.crumb"), address: .comparison(plan, id, from: old, to: new)),
                Crumb(label: phrases.text("editor.passages.crumb")),
            ])
        return try writer.response(page, in: frame, status: refusal == nil ? .ok : .unprocessableContent)
    }
}
