import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// The people of a town hall before the site, with one plan in draft.
struct Office: Sendable {
    let site: RunningSite
    let plan: PlanID
    let secretary: Reader
    let holder: Reader
    let adviser: Reader
    let drafter: Reader
    /// Holds every role, in another plan.
    let stranger: Reader
    var world: World { site.world }

    /// - Parameter days: how long ago the plan was started.
    static func with(days: Int = 0, _ body: @Sendable @escaping (Office) async throws -> Void) async throws {
        let world = try World()
        let plan = try await world.startPlan()
        world.clock.advance(days: days)
        try await RunningSite.with(
            LittleWorld(), settings: SiteSettings(municipality: "Gemeente Voorbeeld"), world: world
        ) { site in
            func person(_ name: String, _ authors: Author..., in plan: PlanID? = nil) async throws -> Reader {
                try await .person(
                    name, authors.map { ($0.role, $0.function) }, for: plan, in: world.store, at: world.clock.now)
            }
            let other = try #require(PlanID("een-ander-plan"))
            try await body(
                Office(
                    site: site, plan: plan, secretary: try await person("Sien", Cast.secretary),
                    holder: try await person("Pim", Cast.portfolioHolder),
                    adviser: try await person("Fleur", Cast.adviser),
                    drafter: try await person("Dirk", Cast.drafter),
                    stranger: try await person(
                        "Otto", Cast.secretary, Cast.portfolioHolder, Cast.adviser, Cast.clerk, in: other)))
        }
    }

    var path: String { "/plannen/\(plan)" }

    func acts() async throws -> [Act] { try await world.store.acts(of: plan) }
    func text() async throws -> String { try await world.office.heads(of: plan).text.rawValue }

    /// A form of the plan as it stands on its page: what lies in it out of sight, and what somebody fills in.
    func fill(_ address: String, _ typed: [(String, String)], as reader: Reader) async throws -> [(String, String)] {
        let page = try await site.get(address, as: reader)
        #expect(page.status == 200, "\(address)")
        return Self.hidden(in: page.body) + typed
    }

    /// Opens a form, fills it in and sends it.
    func send(_ address: String, _ typed: [(String, String)], as reader: Reader) async throws -> WireResponse {
        let values = try await fill(address, typed, as: reader)
        return try await site.post(Self.path(of: address), values, as: reader)
    }

    /// Without what differs from run to run: secrets of forms, and commits.
    static func stable(_ html: String) -> String {
        html.replacing(/name="(_token|_request)" value="[^"]*"/) { "name=\"\($0.1)\" value=\"GEHEIM\"" }
            .replacing(/[0-9a-f]{40}/, with: "VERSIE")
    }

    static func path(of address: String) -> String { String(address.prefix { $0 != "?" }) }

    /// Hidden fields of the forms on a page, without the token.
    static func hidden(in html: String) -> [(String, String)] {
        html.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)">/).map {
            (String($0.1), String($0.2))
        }.filter { $0.0 != "_token" && $0.0 != "terug" }
    }
}

extension [(String, String)] {
    func with(_ name: String, _ value: String) -> [(String, String)] { filter { $0.0 != name } + [(name, value)] }
}
