import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// Once a reference was swapped the thing has happened; what was cut off after it is completed.
@Suite struct InterruptionTests {
    @Test func actThatWasCutOffBeforeItsProjectionIsThereAfterARestart() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let failing = FailingStore(world.store, failures: 1)
        let cutOff = try world.reopened(store: failing)
        await #expect(throws: FailingStore.PowerCut.self) {
            try await cutOff.record(
                .signedOff(step: "finance-advice", verdict: .agreed), in: plan, by: Cast.adviser, request: "een")
        }
        #expect(try await world.store.acts(of: plan).count == 1)
        let restarted = try world.reopened()
        try await restarted.office.bringAllUpToDate()
        #expect(try await restarted.store.acts(of: plan).map(\.requestID).last == "een")
        #expect(try await restarted.store.witnessedHead(of: plan)?.sequence == 2)
        let again = try await restarted.record(
            .signedOff(step: "finance-advice", verdict: .agreed), in: plan, by: Cast.adviser, request: "een")
        #expect(again.sequence == 2)
        #expect(try await restarted.store.acts(of: plan).count == 2)
    }

    @Test func whoAsksAgainAfterACutOffGetsTheActThatIsThere() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let cutOff = try world.reopened(store: FailingStore(world.store, failures: 1))
        let payload = ActPayload.signedOff(step: "finance-advice", verdict: .agreed)
        _ = try? await cutOff.record(payload, in: plan, by: Cast.adviser, request: "een")
        let act = try await cutOff.record(payload, in: plan, by: Cast.adviser, request: "een")
        #expect(act.sequence == 2)
        #expect(try world.git(plan)("rev-list", "--count", "--first-parent", "refs/register/acts", "^main") == "2")
    }

    @Test func saveThatWasCutOffIsThereAfterARestart() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let cutOff = try world.reopened(store: FailingStore(world.store, failures: 1))
        await #expect(throws: FailingStore.PowerCut.self) {
            try await cutOff.save(in: plan) { $0 = $0.with("doel", body: "Een ander doel.\n") }
        }
        let restarted = try world.reopened()
        try await restarted.office.bringAllUpToDate()
        #expect(try await restarted.store.changes(of: plan, section: .named("doel")).count == 2)
        #expect(try await restarted.store.projectedHeads(of: plan) == restarted.office.heads(of: plan))
    }

    @Test func frozenVersionThatMissesItsTagGetsIt() async throws {
        let world = try World()
        let plan = try await world.adoptedPlan()
        let git = world.git(plan)
        let before = try git.references()
        try git("update-ref", "-d", "refs/tags/versie/1")
        try await world.reopened().office.bringAllUpToDate()
        #expect(try git.references() == before)
    }

    @Test func planThatWasCutOffWhileItStartedIsThereOnce() async throws {
        let world = try World()
        let failing = FailingStore(world.store, failures: 1)
        let new = NewPlan(
            type: "uitvoeringsplan", text: .sample(), author: Cast.drafter, summary: "Eerste tekst",
            requestID: "start", organisations: [Organisation(name: "Politie")])
        await #expect(throws: FailingStore.PowerCut.self) {
            try await world.reopened(store: failing).office.start(new)
        }
        let restarted = try world.reopened()
        try await restarted.office.bringAllUpToDate()
        let plan = try await restarted.office.start(new)
        #expect(try restarted.repositories.planIDs() == [plan])
        #expect(try await restarted.store.organisations(of: plan) == [Organisation(name: "Politie")])
    }
}
