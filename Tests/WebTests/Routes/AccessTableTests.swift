import PlanDomain
import Testing
import Workflow

@testable import Web

/// Route by reader by plan, in full and against a running site: every row is tried with everybody.
@Suite("Who may what")
struct AccessTableTests {
    enum Outcome: String { case open, signIn, forbidden, notFound }

    /// What is promised of one kind of row. Whoever is not named gets `notFound`.
    struct Promise {
        var visitor = Outcome.signIn
        /// Readers by name, see `readers(in:)`.
        var open: [String] = []
        var forbidden: [String] = []
        /// Whether the plan in the address matters: where it does, another plan is `notFound` for everybody.
        var goesByPlan = false
    }

    private static let persons = [
        "drafter", "editor", "adviser", "secretary", "portfolioHolder", "handler", "boardOffice", "clerk", "councillor",
        "auditor", "admin", "nobody",
    ]

    /// The whole of it, to be read.
    static func promise(of access: RouteAccess) -> Promise? {
        switch access {
        case .everyone, .planReader: Promise(visitor: .open, open: persons + ["contact", "stranger"])
        case .signedIn: Promise(open: persons)
        case .administrators: Promise(open: ["admin"])
        case .holders(let roles):
            Promise(
                open: persons.filter { roles.map(\.rawValue).contains($0) },
                forbidden: persons.filter { !roles.map(\.rawValue).contains($0) })
        case .contributor: plan(["contact", "adviser", "councillor"])
        case .plan(let right): plan(rights[right] ?? [])
        }
    }

    /// Whoever works on the plan knows that it is there, and is told that they lack the right.
    private static func plan(_ open: [String]) -> Promise {
        let readers = persons.filter { !["admin", "nobody", "councillor"].contains($0) }
        return Promise(open: open, forbidden: readers.filter { !open.contains($0) }, goesByPlan: true)
    }

    private static let rights: [PlanRight: [String]] = [
        .readWorking: [
            "drafter", "editor", "adviser", "secretary", "portfolioHolder", "handler", "boardOffice", "clerk",
            "auditor",
        ],
        .readOffered: [
            "drafter", "editor", "adviser", "secretary", "portfolioHolder", "handler", "boardOffice", "clerk",
            "auditor",
            "councillor",
        ],
        .write: ["drafter", "editor"],
        .consult: ["editor", "secretary", "handler"],
        .readInputs: ["drafter", "editor", "adviser", "secretary", "handler", "auditor"],
        .handleInputs: ["handler", "editor", "secretary"],
        .erase: ["handler", "secretary"],
        .adoptDispositions: ["editor", "secretary"],
        .contribute: ["contact", "councillor", "adviser"],
        .moveStages: ["editor", "secretary", "boardOffice", "clerk"],
        .recordSessions: ["editor", "secretary", "handler", "clerk"],
        .signOff: ["adviser", "portfolioHolder", "secretary", "editor"],
        .schedule: ["secretary", "boardOffice", "clerk"],
        .recordDecisions: ["secretary", "boardOffice", "clerk", "editor", "portfolioHolder"],
        .manageRoles: ["admin", "secretary"],
        .audit: ["auditor", "admin", "secretary"],
    ]

    @Test func everyRowIsKeptForEverybodyInEveryPlan() async throws {
        try await RunningSite.with(LittleWorld(), replacement: RunningSite.reached) { site in
            let readers = try await Self.readers(in: site)
            for route in SiteRouter.site(site.services).endpoints.map(\.route) {
                let promise = try #require(Self.promise(of: route.access), "no promise for \(route)")
                for (name, reader) in readers {
                    for plan in [LittleWorld.plan, Self.otherPlan] {
                        let found = try await Self.outcome(route, in: plan, as: reader, at: site)
                        let isElsewhere = promise.goesByPlan && plan == Self.otherPlan
                        let wanted = Self.wanted(of: name, promise, isElsewhere: isElsewhere)
                        #expect(found == wanted, "\(route) in \(plan) as \(name)")
                    }
                }
            }
        }
    }

    /// What is refused by its row is refused by the site as it is, too: no handler runs before its row is asked.
    @Test func nothingIsAnsweredBeforeItsRow() async throws {
        try await RunningSite.with(LittleWorld()) { site in
            let readers = try await Self.readers(in: site)
            for route in SiteRouter.site(site.services).endpoints.map(\.route) {
                let promise = try #require(Self.promise(of: route.access))
                for (name, reader) in readers where ["visitor", "nobody", "stranger"].contains(name) {
                    let wanted = Self.wanted(of: name, promise, isElsewhere: false)
                    guard wanted != .open else { continue }
                    let found = try await Self.outcome(route, in: LittleWorld.plan, as: reader, at: site)
                    #expect(found == wanted, "\(route) as \(name)")
                }
            }
        }
    }

    @Test func aRowThatGoesByPlanHasAPlanInItsAddress() async throws {
        try await RunningSite.with(LittleWorld()) { site in
            let routes = SiteRouter.site(site.services).endpoints.map(\.route)
            #expect(Set(routes.map(\.description)).count == routes.count, "a route is there twice")
            for route in routes {
                #expect(route.access.isAboutPlan == route.template.hasPrefix("/plannen/:plan"), "\(route)")
                #expect(route.needsToken || (route.method == .post && route == .language), "\(route)")
            }
        }
    }

    // MARK: Readers and requests

    private static let otherPlan = PlanID("uitvoeringsplan-2025")!

    private static func wanted(of name: String, _ promise: Promise, isElsewhere: Bool) -> Outcome {
        if name == "visitor" { return promise.visitor }
        // Whoever looks after the whole installation does so in every plan; nothing else reaches into another.
        if isElsewhere { return name == "admin" && promise.open.contains("admin") ? .open : .notFound }
        if promise.open.contains(name) { return .open }
        return promise.forbidden.contains(name) ? .forbidden : .notFound
    }

    /// One person of each role for the little plan, the administrator for all, a contact who came in for the little
    /// plan and one for another.
    private static func readers(in site: RunningSite) async throws -> [(String, Reader)] {
        let (store, now) = (site.store, LittleWorld.now)
        var readers: [(String, Reader)] = [("visitor", .visitorWithForm)]
        for name in persons {
            let roles = Role(rawValue: name).map { [($0, "Functie")] } ?? []
            let plan = name == "admin" ? nil : LittleWorld.plan
            readers.append((name, try await .person("Persoon \(name)", roles, for: plan, in: store, at: now)))
        }
        let contact = try await Reader.contact(
            "Contact een", of: "Politie", for: LittleWorld.plan, in: store, at: now)
        let stranger = try await Reader.contact("Contact twee", of: "Horeca", for: otherPlan2, in: store, at: now)
        return readers + [("contact", contact), ("stranger", stranger)]
    }

    private static let otherPlan2 = PlanID("derde-plan")!

    private static func outcome(
        _ route: SiteRoute, in plan: PlanID, as reader: Reader, at site: RunningSite
    ) async throws -> Outcome? {
        let parts = route.template.split(separator: "/").map { part in
            part == ":plan" ? plan.rawValue : part.hasPrefix(":") ? "1" : String(part)
        }
        let target = "/" + parts.joined(separator: "/")
        let answer =
            route.method == .get
            ? try await site.get(target, as: reader) : try await site.post(target, [], as: reader)
        return switch answer.status {
        case 200: .open
        case 303 where answer.headers["location"]?.hasPrefix("/inloggen") == true: .signIn
        case 403 where answer.body.contains("U bent niet meer ingelogd"): .signIn
        case 403: .forbidden
        case 404: .notFound
        default: nil
        }
    }
}
