import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// A running site with a plan in it, and the people who write it or may not.
struct DraftingSite: Sendable {
    let site: RunningSite
    let plan: PlanID
    let noor: Reader
    let bas: Reader
    /// Reads the plan, writes nothing.
    let adviser: Reader
    /// Writes in another plan.
    let outsider: Reader

    /// - Parameter world: a world of its own whose texts are read as they lie in git; nil for one in which only the desk
    ///   is real.
    static func with(
        _ text: PlanText = .sample(), in world: World? = nil,
        _ body: @Sendable @escaping (DraftingSite) async throws -> Void
    ) async throws {
        try await RunningSite.with(LittleWorld(), world: world) { site in
            let plan = try await site.world.startPlan(text)
            let now = world?.clock.now ?? LittleWorld.now
            func person(_ name: String, _ role: Role, _ plan: PlanID) async throws -> Reader {
                try await Reader.person(name, [(role, "Functie van \(name)")], for: plan, in: site.store, at: now)
            }
            try await body(
                DraftingSite(
                    site: site, plan: plan, noor: try await person("Noor Bos", .drafter, plan),
                    bas: try await person("Bas Vos", .drafter, plan),
                    adviser: try await person("Ali Demir", .adviser, plan),
                    outsider: try await person("Otto Groen", .drafter, .named("ander-plan"))))
        }
    }

    var editor: String { "/plannen/\(plan)/secties/doel/bewerken" }

    /// The editor as a browser would send it back, with these answers.
    func form(
        _ answers: [String: String?] = [:], at target: String? = nil, mark: String = "basis", as reader: Reader
    ) async throws -> PageForm {
        let page = try await site.get(target ?? editor, as: reader)
        #expect(page.status == 200)
        return try #require(PageForm(page.body, with: mark)).with(answers)
    }

    func saving(_ text: String, _ answers: [String: String?] = [:]) -> [String: String?] {
        ["tekst": text, "reden": "Scherper gezegd", "aard": "inhoudelijk", "actie": "opslaan"]
            .merging(answers) { $1 }
    }

    func body(_ section: String = "doel") async throws -> String? {
        try await site.world.text(of: plan).section(.named(section))?.body
    }

    /// Versions, so that a test can say that nothing changed.
    func changeCount() async throws -> Int { try await site.store.changes(of: plan, section: nil).count }

    func drafts(of reader: Reader) async throws -> [String] {
        guard let person = reader.account else { return [] }
        return try await site.store.drafts(of: person.id, in: plan).map(\.text)
    }
}
