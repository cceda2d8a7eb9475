import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// What the groups of routes have in common.
protocol SiteRouteGroup: Sendable {
    var services: SiteServices { get }
}

extension SiteRouteGroup {
    var writer: PageWriter { PageWriter(services: services) }

    func phrases(_ context: SiteContext) -> Phrases {
        services.phrasebook.phrases(in: context.language)
    }

    /// The plan that the address names; something that can't be an id is as unknown as an id that nobody gave out.
    func plan(_ context: SiteContext) throws(PlanError) -> PlanID {
        let text = context.parameters.get("plan") ?? ""
        guard let plan = PlanID(text) else { throw PlanError(.notFound, Reason("web.not-found.plan")) }
        return plan
    }

    func section(_ context: SiteContext) throws(PlanError) -> SectionID {
        let text = context.parameters.get("section") ?? ""
        guard let section = SectionID(text) else { throw PlanError(.notFound, Reason("web.not-found.section")) }
        return section
    }

    /// The frame of a page of one plan.
    func frame(
        _ title: String, _ address: SiteAddress, in plan: ProjectedPlan, route: SiteRoute, _ context: SiteContext,
        crumbs: [Crumb] = []
    ) -> PageFrame {
        let phrases = phrases(context)
        let isPlan = route == .plan && crumbs.isEmpty
        let first = Crumb(label: phrases.text("web.nav.plans"), address: .plans)
        let own = Crumb(label: plan.metadata.title, address: isPlan ? nil : .plan(plan.id))
        let last = isPlan || !crumbs.isEmpty ? [] : [Crumb(label: title)]
        return PageFrame(
            title: isPlan || crumbs.isEmpty && title == plan.metadata.title
                ? title : "\(title) – \(plan.metadata.title)",
            address: address, crumbs: [first, own] + crumbs + last,
            plan: PlanLinks(plan.id, title: plan.metadata.title, current: route, phrases: phrases),
            services: services, language: context.language)
    }
}

extension PlanHeads {
    /// What a page of this plan depends on as far as git knows.
    var version: [String] { [text.rawValue, register.commit.rawValue] }
}
