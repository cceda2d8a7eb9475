import Hummingbird
import PlanDomain
import Workflow

/// Coming in as anybody of an imaginary municipality.
///
/// These routes lead past every password and code, so a site that is no demo does not have them at all: there the
/// address is as unknown as any other, whoever asks and whatever they send.
struct DemoRoutes: SiteRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        guard services.settings.isDemo else { return }
        router.on(.demo, use: choose)
        router.on(.enterDemo, use: enter)
    }

    @Sendable private func choose(_ request: Request, _ context: SiteContext) async throws -> Response {
        let phrases = phrases(context)
        let page = DemoPage(try await cast.guests(), seal: seal(context), phrases: phrases)
        let crumbs = [Crumb(label: phrases.text("web.nav.plans"), address: .plans), Crumb(label: page.heading)]
        var response = try writer.response(page, in: frame(page.heading, .demo, context, crumbs: crumbs))
        response.headers[.cacheControl] = "no-store"
        return response
    }

    @Sendable private func enter(_ request: Request, _ context: SiteContext) async throws -> Response {
        let wanted = try context.form.value("wie") ?? ""
        guard let guest = try await cast.guest(wanted) else {
            throw PlanError(.notFound, Reason("demo.nobody"))
        }
        // That it came about here, without a password, stands with the session.
        let (_, cookie) = try await Doorkeeper(services: services).admit(
            guest.holder, guest.participant, hasSecondFactor: true, device: "demo", request, context)
        var response = redirect(
            to: landing(of: guest.holder, context), context, notice: Notice("demo.entered", ["name": guest.name]))
        response.setCookie(cookie)
        return response
    }

    private var cast: DemoCast { DemoCast(services: services) }

    /// Where their work begins.
    private func landing(of holder: SignInSession.Holder, _ context: SiteContext) -> SiteAddress {
        let wanted: SiteAddress =
            switch holder {
            case .person: .desk
            case .contact(_, let plan): .contributing(to: plan)
            }
        return context.routes.route(.get, at: wanted.path) == nil ? .plans : wanted
    }
}

extension SiteRoute {
    static let demo = SiteRoute(.get, "/demo", access: .everyone)
    static let enterDemo = SiteRoute(.post, "/demo", access: .everyone)
}

extension SiteAddress {
    static let demo = SiteAddress("demo")
}
