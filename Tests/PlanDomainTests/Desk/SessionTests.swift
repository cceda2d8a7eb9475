import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// Sessions that were held, and functions that can be asked for a paraaf.
@Suite struct SessionTests {
    let world: World
    let plan: PlanID

    init() async throws {
        world = try World()
        plan = try await world.startPlan(.sample(type: "meerjarenbeleidsplan"), by: Cast.editor)
    }

    private func deepen() async throws {
        try await world.record(
            .gateOverridden(stage: "consult", condition: "consultation-closed"), in: plan, by: Cast.secretary,
            reason: "Proef")
        try await world.record(.stageMoved(from: "consult", to: "deepen"), in: plan, by: Cast.secretary)
    }

    private func session(
        _ name: String = "Verdieping jeugd", _ body: GoverningBody? = nil, daysAgo: Int = 0,
        _ account: String = "Erbij: Politie Oost."
    ) -> HeldSession {
        HeldSession(name: name, body: body, day: world.clock.today.adding(days: -daysAgo), account: account)
    }

    @Test func aSessionBearsItsOwnDayAndKeepsItsAccountOutOfTheRegister() async throws {
        try await deepen()
        world.clock.advance(days: 3)
        try await world.record(.held, in: plan, by: Cast.secretary, reason: "Overleg")
        let clerk = try await world.employ("gijs", as: Cast.clerk)
        let visit = try await world.visit(clerk, as: .clerk, to: plan)
        let act = try await world.desk.record(session("  Raad  over jeugd ", .raad, daysAgo: 2), by: visit)
        #expect(act.payload == .meetingHeld(meeting: "Raad over jeugd", body: .raad))
        #expect(act.date == world.clock.today.adding(days: -2))
        #expect(act.author.function == Cast.clerk.function)
        let kept = try await world.store.reasons(for: [try #require(act.reasonHash)])
        #expect(kept.values.map(\.text) == ["Erbij: Politie Oost."])
        #expect(try await world.office.verifyRegister(of: plan).isSound)
        let gate = try await world.reading.plan(plan).gates.first { $0.stage == "deepen" }
        #expect(gate?.lines.first { $0.id == "council-deepening" }?.state == .met)
        #expect(gate?.lines.first { $0.id == "partner-deepening" }?.state == .missing)
    }

    @Test func whatIsMissingOrCannotBeIsRefused() async throws {
        try await deepen()
        let editor = try await world.employ("edo", as: Cast.editor)
        let visit = { try await world.visit(editor, as: .editor, to: plan) }
        try await world.desk.record(session(), by: try await visit())
        let refused: [(HeldSession, String)] = [
            (session(" "), "session.name-empty"), (session("Tweede", nil, " \n"), "session.account-empty"),
            (session(), "refusal.meeting-known"), (session("Tweede", daysAgo: 1), "refusal.meeting-before-stage"),
            (session("Tweede", daysAgo: -1), "refusal.date-in-future"),
        ]
        for (session, key) in refused {
            let error = try await refusal { try await world.desk.record(session, by: try await visit()) }
            #expect(error?.reason.key == key)
        }
        #expect(try await world.store.acts(of: plan).count { $0.payload.kind == .meetingHeld } == 1)
    }

    @Test func theCouncilSessionIsNotTheHandlersToRecord() async throws {
        try await deepen()
        let handler = try await world.employ(
            "hanna", as: Author(function: "Behandelaar", role: .handler, pseudonym: ""))
        let drafter = try await world.employ("dirk", as: Cast.drafter)
        let handling = try await world.visit(handler, as: .handler, to: plan)
        #expect(
            try await refusal { try await world.desk.record(session("Raad", .raad), by: handling) }?.reason.key
                == "refusal.wrong-role")
        try await world.desk.record(session(), by: handling)
        let drafting = try await world.visit(drafter, as: .drafter, to: plan)
        #expect(try await refusal { try await world.desk.record(session("Nog een"), by: drafting) }?.code == .forbidden)
    }

    @Test func onlyAFunctionThatSomebodyHoldsTodayCanBeAsked() async throws {
        let secretary = try await world.employ("sanne", as: Cast.secretary)
        _ = try await world.employ("jur", as: Author(function: "Jurist", role: .adviser, pseudonym: ""))
        _ = try await world.employ(
            "elders", as: Author(function: "Planoloog", role: .adviser, pseudonym: ""), in: .named("een-ander-plan"))
        _ = try await world.employ("dirk", as: Cast.drafter)
        let gone = try await world.employ("greet", as: Author(function: "Controller", role: .adviser, pseudonym: ""))
        var person = try #require(try await world.store.person(gone))
        person.isDisabled = true
        try await world.store.save(person)
        let participant = try await world.participant(secretary)
        #expect(
            try await world.desk.askableFunctions(in: plan, for: participant) == [Cast.secretary.function, "Jurist"])
        let visit = try await world.visit(secretary, as: .secretary, to: plan)
        for function in ["Controller", "Planoloog", "Jurist van elders", ""] {
            let error = try await refusal {
                try await world.desk.askAdviser(visit, function: function, beside: "sign-off")
            }
            #expect(error?.reason.key == "desk.function-vacant", "\(function)")
        }
        try await world.desk.askAdviser(visit, function: "Jurist", beside: "sign-off")
    }
}
