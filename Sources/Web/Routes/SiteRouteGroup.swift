import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// The routes of one area.
protocol SiteRouteGroup: Sendable {
    var services: SiteServices { get }
    func add(to router: inout SiteRouter)
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

    /// Binds a form that is about to be shown to the browser that it is shown to.
    func seal(_ context: SiteContext) -> FormSeal {
        FormSeal(token: context.formSecret.token(), requestID: Secret.make(services.random).text)
    }

    /// Leads on after a form was taken in (RFC 9110, 15.4.4), with what was done to be said on the next page.
    func redirect(to address: SiteAddress, _ context: SiteContext, notice: Notice? = nil) -> Response {
        var response = Response(status: .seeOther, headers: [.location: address.path, .cacheControl: "no-store"])
        if let sealed = notice?.sealed(with: services.noticeKey) {
            let cookies = services.settings.cookies
            response.setCookie(cookies.make(cookies.notice, sealed, seconds: Notice.seconds))
        }
        return response
    }

    /// The frame of a page that belongs to no plan.
    func frame(
        _ title: String, _ address: SiteAddress, _ context: SiteContext, crumbs: [Crumb] = []
    ) -> PageFrame {
        PageFrame(title: title, address: address, crumbs: crumbs, services: services, context: context)
    }

    /// The frame of a page of one plan. `route` is the page among the plan's own that it is, or lies under.
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
            plan: PlanLinks(plan.id, title: plan.metadata.title, current: route, context: context, phrases: phrases),
            services: services, context: context)
    }
}

extension PlanHeads {
    /// What a page of this plan depends on as far as git knows.
    var version: [String] { [text.rawValue, register.commit.rawValue] }
}
