import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// A section, and two versions of it side by side.
struct SectionRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.section, use: section)
        router.on(.comparison, use: comparison)
    }

    @Sendable private func section(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (plan, id) = (try plan(context), try section(context))
        let commit = try QueryValues(request.uri.query).commit("versie")
        if commit == nil, let successor = try await successor(of: id, in: plan) {
            return redirect(to: .section(plan, successor), context, notice: Notice("web.section.merged"))
        }
        let view = try await services.reading.section(id, of: plan, at: commit)
        let phrases = phrases(context)
        let frame = frame(
            view.printedTitle, .section(plan, id, at: commit), in: view.plan, route: .plan, context,
            crumbs: [Crumb(label: view.printedTitle)])
        let version = view.plan.heads.version + [view.commit.rawValue]
        return try writer.response(to: request, version: version, frame: frame) {
            let passages = SectionPassages(cache: services.passages, phrases: phrases)
            return SectionPage(
                view,
                body: passages.markup(
                    of: view.section, in: plan, at: view.commit, asPart: false, annexes: view.annexes),
                headings: SectionMarkup(view.section.body, topLevel: 2, prefix: "", phrases: phrases).headings,
                writing: context.participant.may(.write, in: plan)
                    ? SectionWriting(
                        plan: plan, section: id, older: view.isCurrent ? nil : view.commit, seal: seal(context))
                    : nil,
                phrases: phrases)
        }
    }

    /// Where the text of a section stands now that is gone itself, so that an old link still leads to it.
    private func successor(of section: SectionID, in plan: PlanID) async throws -> SectionID? {
        guard let projected = try await services.store.projectedPlan(plan),
            !projected.sections.contains(where: { $0.id == section })
        else { return nil }
        let text = try await services.office.repositories.repository(of: plan).text(at: projected.heads.text)
        return text.successor(of: section)
    }

    @Sendable private func comparison(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (plan, id) = (try plan(context), try section(context))
        let query = try QueryValues(request.uri.query)
        guard let old = try query.commit("van"), let new = try query.commit("tot") else {
            throw PlanError(.invalid, Reason("web.comparison.choose-two"))
        }
        let comparison = try await services.reading.comparison(of: id, in: plan, from: old, to: new)
        let phrases = phrases(context)
        let frame = frame(
            phrases.text("web.comparison.heading", ["title": .text(comparison.title)]),
            .comparison(plan, id, from: old, to: new), in: comparison.plan, route: .plan, context,
            crumbs: [
                Crumb(label: comparison.title, address: .section(plan, id)),
                Crumb(label: phrases.text("web.comparison.crumb")),
            ])
        let version = [old.rawValue, new.rawValue, comparison.plan.metadata.title]
        return try writer.response(to: request, version: version, frame: frame) {
            ComparisonPage(
                comparison, canBringBack: context.participant.may(.write, in: plan) && comparison.isOfPresentSection,
                phrases: phrases)
        }
    }
}

/// Texts of sections as HTML, rendered once per commit.
struct SectionPassages {
    let cache: ByteCache
    let phrases: Phrases

    /// Nil where nobody has written the section yet. `asPart` is for the page of the whole plan, where headings lie deeper
    /// and ids must differ from those of other sections.
    func markup(
        of section: Section, in plan: PlanID, at commit: CommitID, asPart: Bool, annexes: [Annex]
    ) -> Markup? {
        guard DraftText.isFilled(section.body) else { return nil }
        let key = "\(plan)/\(commit)/\(section.id)/\(asPart)/\(phrases.language.rawValue)"
        if let bytes = cache.bytes(for: key) { return Markup(bytes: bytes) }
        let markup = SectionMarkup(
            section.body, topLevel: asPart ? 4 : 2, prefix: asPart ? "\(section.id)-" : "",
            annexes: .working(annexes, of: plan, at: commit), phrases: phrases
        ).render()
        cache.keep(markup.bytes, for: key)
        return markup
    }
}
