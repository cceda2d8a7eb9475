import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// Sessions: one that is planned, one with a report that somebody else wrote, one with an approved report; and one
/// elsewhere.
extension AbuseScene {
    mutating func furnishSessions() async throws {
        let desk = SessionDesk(world.office, store: world.store, seals: world.seals)
        let handler = try await world.participant(.named(Sender.handler.rawValue))
        let editor = try await world.participant(.named(Sender.editor.rawValue))
        let round = try #require(RoundID(names["round"] ?? ""))
        for name in ["sitting", "reported", "approved"] {
            let plan = SessionPlan(
                round: round, kind: .partners, title: "Sessie \(name)", day: world.clock.today,
                organisations: [Organisation(name: "Politie Oost")])
            let session = try await desk.plan(plan, in: heard, requestID: name, by: handler) { _, _ in [] }
            names[name] = session.id.rawValue
            guard name != "sitting" else { continue }
            try await desk.hold(
                session.id, in: heard, present: ["Politie Oost"], called: session.title, account: "Politie",
                requestID: "held-\(name)", by: handler)
            try await desk.write("Er is gesproken.", of: session.id, in: heard, after: 0, by: editor)
            guard name == "approved" else { continue }
            try await desk.approve(1, of: session.id, in: heard, by: handler)
        }
        let elsewhere = Session(
            id: try #require(SessionID("elders")), plan: foreign,
            round: try #require(RoundID(foreignNames["round"] ?? "")), kind: .network, title: "Elders",
            day: world.clock.today)
        try await world.store.save(elsewhere, telling: [], at: world.clock.now)
        foreignNames["sitting"] = "elders"
    }
}
