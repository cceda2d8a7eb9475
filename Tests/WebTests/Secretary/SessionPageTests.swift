import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// Recording that a session was held, from the gate that waits for it.
@Suite("Sessions that were held")
struct SessionPageTests {
    private static let answers = [
        ("naam", "Verdieping jeugd"), ("dag-dag", "5"), ("dag-maand", "6"), ("dag-jaar", "2023"),
        ("organisaties", "Brandweer"), ("anderen", "Adviseur zorg\nWijkteam"), ("uitkomst", "Meer aandacht voor jeugd"),
    ]

    /// A plan in its deepening, with one organisation that takes part.
    private static func with(_ body: @Sendable @escaping (Office, String) async throws -> Void) async throws {
        try await Office.with { office in
            let plan = try await office.world.startPlan(.sample(type: "meerjarenbeleidsplan", title: "Plan V"))
            try await office.world.store.add([Organisation(name: "Brandweer")], to: plan)
            try await office.world.record(
                .gateOverridden(stage: "consult", condition: "consultation-closed"), in: plan, by: Cast.secretary,
                reason: "Proef")
            try await office.world.record(.stageMoved(from: "consult", to: "deepen"), in: plan, by: Cast.secretary)
            try await body(office, "/plannen/\(plan)")
        }
    }

    private static func link(_ html: String, _ step: String) -> String? {
        html.firstMatch(of: /href="([^"]*\/bijeenkomst\?stap=[^"]*)"/).map { String($0.1) }
            .flatMap { $0.hasSuffix(step) ? $0 : "\(Office.path(of: $0))?stap=\(step)" }
    }

    @Test func theGateLeadsToTheFormAndIsMetAfterIt() async throws {
        try await Self.with { office, path in
            let gate = try await office.site.get("\(path)/poort", as: office.secretary)
            let address = try #require(Self.link(gate.body, "partner-session"))
            let form = try await office.site.get(address, as: office.secretary)
            #expect(form.status == 200 && form.body.contains("Welke organisaties waren erbij?"))
            #expect(MarkupCheck(form.body).faults == [] && !form.body.contains("⟦"))
            let values = Office.hidden(in: form.body) + Self.answers
            for _ in 0..<2 {
                let answer = try await office.site.post(Office.path(of: address), values, as: office.secretary)
                #expect(answer.status == 303)
            }
            let plan = try #require(PlanID(String(path.dropFirst("/plannen/".count))))
            let acts = try await office.world.store.acts(of: plan).filter { $0.payload.kind == .meetingHeld }
            #expect(acts.map(\.payload) == [.meetingHeld(meeting: "Verdieping jeugd", body: nil)])
            let kept = try await office.world.store.reasons(for: acts.compactMap(\.reasonHash))
            #expect(
                kept.values.map(\.text) == [
                    "Erbij: Brandweer, Adviseur zorg, Wijkteam.\n\nMeer aandacht voor jeugd"
                ])
            let after = try await office.site.get("\(path)/poort", as: office.secretary)
            #expect(after.body.contains("fase=deepen&amp;voorwaarde=council-deepening"))
            #expect(!after.body.contains("fase=deepen&amp;voorwaarde=partner-deepening"))
        }
    }

    @Test func wrongAnswersAreShownAgainAndRecordNothing() async throws {
        try await Self.with { office, path in
            let plan = try #require(PlanID(String(path.dropFirst("/plannen/".count))))
            let count = try await office.world.store.acts(of: plan).count
            let address = "\(path)/bijeenkomst?stap=partner-session"
            let nobody = Self.answers.filter { $0.0 != "organisaties" && $0.0 != "anderen" }
            let attempts: [([(String, String)], Int, String)] = [
                ([], 422, "veld-naam"), (nobody, 422, "veld-anderen"),
                (Self.answers.with("dag-maand", "13"), 422, "veld-dag-dag"),
                (Self.answers.with("organisaties", "Politie"), 422, "veld-organisaties-1"),
                (Self.answers.with("naam", String(repeating: "x", count: 121)), 422, "veld-naam"),
                (Self.answers.with("dag-jaar", "2099"), 409, "errors"),
            ]
            for (typed, status, mark) in attempts {
                let answer = try await office.send(address, typed, as: office.secretary)
                #expect(answer.status == status && answer.body.contains(mark), "\(mark)")
                #expect(MarkupCheck(answer.body).faults == [], "\(mark)")
            }
            #expect(try await office.site.get("\(path)/bijeenkomst?stap=decision", as: office.secretary).status == 404)
            #expect(try await office.site.get("\(path)/bijeenkomst", as: office.secretary).status == 404)
            #expect(try await office.site.get(address, as: office.drafter).status == 403)
            #expect(try await office.world.store.acts(of: plan).count == count)
        }
    }
}
