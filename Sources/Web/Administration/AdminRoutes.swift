import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// What the groups of the administrator have in common.
protocol AdminRouteGroup: SiteRouteGroup {}

extension AdminRouteGroup {
    var desk: PeopleDesk { PeopleDesk(store: services.store, time: services.time) }

    /// A page under the administrator's front page, and where it lies under another one under that too.
    func response(
        _ page: AdminPage, _ address: SiteAddress, under: Crumb? = nil, _ context: SiteContext,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let front = Crumb(label: phrases(context).text("web.nav.administration"), address: .administration)
        let crumbs = [front] + (under.map { [$0] } ?? []) + [Crumb(label: page.heading)]
        var response = try writer.response(
            page, in: frame(page.heading, address, context, crumbs: crumbs), status: status)
        response.headers[.cacheControl] = "no-store"
        return response
    }

    /// Plans by title, as somebody chooses among them.
    func planChoices() async throws -> [FormChoice] {
        try await services.store.summaries().sorted { $0.title < $1.title }.map { FormChoice($0.id.rawValue, $0.title) }
    }

    func planTitles() async throws -> [PlanID: String] {
        try await Dictionary(services.store.summaries().map { ($0.id, $0.title) }) { first, _ in first }
    }

    /// The roles that somebody with an account can have.
    func roleChoices(_ phrases: Phrases) -> [FormChoice] {
        Role.allCases.filter { ![.partner, .resident].contains($0) }.map { role in
            FormChoice(role.rawValue, phrases.capitalized(phrases.text(role)))
        }
    }

    func words(_ period: Period, _ phrases: Phrases) -> String { phrases.capitalized(phrases.text(period)) }
}

extension Phrases {
    /// A period within a sentence, such as "vanaf 1 juni 2023".
    func text(_ period: Period) -> String {
        switch (period.from, period.until) {
        case (nil, nil): text("admin.period.always")
        case (let from?, nil): text("admin.period.from", ["from": .text(writtenDate(from))])
        case (nil, let until?): text("admin.period.until", ["until": .text(writtenDate(until))])
        case (let from?, let until?):
            text("admin.period.both", ["from": .text(writtenDate(from)), "until": .text(writtenDate(until))])
        }
    }
}

extension SiteForm {
    /// Two dates as a period, either of which may be left out; refused at the last day where it ends before it begins.
    mutating func period(_ from: String, _ until: String) -> Period {
        let (first, last) = (date(from), date(until))
        do {
            return try Period(from: first, until: last)
        } catch {
            refuse(until, error)
            return .always
        }
    }
}

/// The front page of the administrator, with the plan types and the list of plans to look into.
struct AdministrationRoutes: AdminRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.administration, use: front)
        router.on(.planTypes, use: planTypes)
        router.on(.planType, use: planType)
        router.on(.oversight, use: oversight)
        router.on(.deeds, use: deeds)
    }

    @Sendable private func front(_ request: Request, _ context: SiteContext) async throws -> Response {
        let phrases = phrases(context)
        var table = AdminTable(
            phrases.text("admin.front.caption"),
            [phrases.text("admin.front.what"), phrases.text("admin.front.about")])
        for page in AdminLinks.pages where context.routes.has(page.route) {
            table.add([phrases.text(page.label), phrases.text(page.about)], to: page.address)
        }
        let page = AdminPage(
            heading: phrases.text("web.nav.administration"), lead: phrases.text("admin.front.lead"),
            parts: [AdminPage.Part(table: table)])
        let crumbs = [
            Crumb(label: phrases.text("web.nav.plans"), address: .plans), Crumb(label: page.heading),
        ]
        return try writer.response(page, in: frame(page.heading, .administration, context, crumbs: crumbs))
    }

    @Sendable private func planTypes(_ request: Request, _ context: SiteContext) async throws -> Response {
        let phrases = phrases(context)
        var table = AdminTable(
            phrases.text("admin.types.heading"),
            [phrases.text("admin.types.name"), phrases.text("admin.types.stages"), phrases.text("admin.types.plans")])
        let summaries = try await services.store.summaries()
        for type in services.office.workflows.types {
            let definition = try services.office.workflows.workflow(for: type).definition
            table.add(
                [
                    phrases.text(definition.label),
                    definition.stages.map { phrases.text($0.label) }.joined(separator: " → "),
                    phrases.number(summaries.count { $0.type == type }),
                ], to: .planType(type))
        }
        let page = AdminPage(
            heading: phrases.text("admin.types.heading"), lead: phrases.text("admin.types.lead"),
            parts: [AdminPage.Part(table: table)])
        return try response(page, .planTypes, context)
    }

    @Sendable private func planType(_ request: Request, _ context: SiteContext) async throws -> Response {
        let type = context.parameters.get("type") ?? ""
        guard services.office.workflows.types.contains(type) else {
            throw PlanError(.notFound, Reason("web.not-found.page"))
        }
        let phrases = phrases(context)
        let definition = try services.office.workflows.workflow(for: type).definition
        let page = MethodPage(definition, phrases: phrases)
        let crumbs = [
            Crumb(label: phrases.text("web.nav.administration"), address: .administration),
            Crumb(label: phrases.text("admin.types.heading"), address: .planTypes),
            Crumb(label: phrases.text(definition.label)),
        ]
        let frame = frame(phrases.text(definition.label), .planType(type), context, crumbs: crumbs)
        return try writer.response(page, in: frame)
    }

    @Sendable private func oversight(_ request: Request, _ context: SiteContext) async throws -> Response {
        let phrases = phrases(context)
        var acts = AdminTable(
            phrases.text("admin.oversight.acts"), [phrases.text("admin.plan"), phrases.text("admin.oversight.stage")])
        var access = AdminTable(
            phrases.text("admin.oversight.access"), [phrases.text("admin.plan"), phrases.text("admin.oversight.stage")])
        for plan in try await services.store.summaries().sorted(by: { $0.title < $1.title }) {
            acts.add([plan.title, phrases.text(plan.stageLabel)], to: .audit(plan.id))
            access.add([plan.title, phrases.text(plan.stageLabel)], to: .accessList(plan.id))
        }
        let empty = phrases.text("admin.no-plans")
        let page = AdminPage(
            heading: phrases.text("admin.oversight.heading"), lead: phrases.text("admin.oversight.lead"),
            parts: [
                AdminPage.Part(
                    title: phrases.text("admin.deeds.heading"), text: phrases.text("admin.deeds.lead"),
                    links: [PageLink(label: phrases.text("admin.deeds.link"), address: .deeds)]),
                AdminPage.Part(title: phrases.text("admin.oversight.acts"), table: acts, empty: empty),
                AdminPage.Part(title: phrases.text("admin.oversight.access"), table: access, empty: empty),
            ])
        return try response(page, .oversight, context)
    }

    /// What was done to people, access and settings, by whoever did it.
    @Sendable private func deeds(_ request: Request, _ context: SiteContext) async throws -> Response {
        let phrases = phrases(context)
        let people = try await services.store.people()
        let filter = try AuditFilter(request)
        let log = try await AuditLog(people, services, phrases)
        let events = try await log.deeds().filter { filter.admits($0, services.time) }
        let page = AuditPage(
            heading: phrases.text("admin.deeds.heading"), lead: phrases.text("admin.deeds.lead"),
            table: log.table(of: events, hasFunctions: false), filter: filter, action: .deeds, other: nil,
            people: people)
        let crumbs = [
            Crumb(label: phrases.text("web.nav.administration"), address: .administration),
            Crumb(label: phrases.text("admin.oversight.heading"), address: .oversight), Crumb(label: page.heading),
        ]
        var response = try writer.response(page, in: frame(page.heading, .deeds, context, crumbs: crumbs))
        response.headers[.cacheControl] = "no-store"
        return response
    }
}

/// What the administrator's front page leads to; a new area is one line here.
enum AdminLinks {
    struct Page: Sendable {
        let route: SiteRoute
        let address: SiteAddress
        /// Keys of the locale files.
        let label: String
        let about: String
    }

    static let pages: [Page] = [
        Page(route: .people, address: .people, label: "admin.people.heading", about: "admin.people.lead"),
        Page(route: .contacts, address: .contacts, label: "admin.contacts.heading", about: "admin.contacts.lead"),
        Page(
            route: .substitutions, address: .substitutions, label: "admin.substitutions.heading",
            about: "admin.substitutions.lead"),
        Page(route: .planTypes, address: .planTypes, label: "admin.types.heading", about: "admin.types.lead"),
        Page(route: .houseStyle, address: .houseStyle, label: "admin.style.heading", about: "admin.style.lead"),
        Page(route: .oversight, address: .oversight, label: "admin.oversight.heading", about: "admin.oversight.lead"),
        Page(route: .privacy, address: .privacy, label: "privacy.heading", about: "privacy.lead.front"),
        Page(
            route: .mailSettings, address: .mailSettings, label: "maildesk.settings.heading",
            about: "maildesk.settings.lead"),
        Page(route: .outbox, address: .outbox, label: "maildesk.outbox.heading", about: "maildesk.outbox.lead"),
    ]
}
