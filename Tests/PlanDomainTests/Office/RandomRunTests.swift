import PlanDomain
import SQLiteStore
import TestSupport
import Testing
import Workflow

/// After any history whatever, the projection is what git says, and git is sound.
@Suite struct RandomRunTests {
    @Test(arguments: [1])
    func projectionIsWhatGitSaysAfterAnyHistory(_ seed: UInt64) async throws {
        let world = try World()
        var run = RandomRun(world, seed: seed)
        try await run.work(count: 210)
        #expect(run.done >= 210, "seed \(seed): only \(run.done) things were allowed")
        #expect(run.kinds.count >= 15, "seed \(seed): \(run.kinds)")
        #expect(run.kinds.isSuperset(of: [.held, .resumed, .stepSkipped, .adviserAsked]), "seed \(seed): \(run.kinds)")
        #expect(ChangeNature.allCases.allSatisfy { run.natures[$0, default: 0] > 2 }, "seed \(seed): \(run.natures)")
        var before: [PlanID: Snapshot] = [:]
        for plan in run.plans {
            let report = try await world.office.verifyRegister(of: plan)
            #expect(report.finding == nil, "seed \(seed), \(plan)")
            let scratch = try SQLiteStore.inMemory()
            #expect(
                try await world.office.differences(of: plan, usingScratch: scratch).isEmpty, "seed \(seed), \(plan)")
            #expect(try world.git(plan).faults().isEmpty, "seed \(seed), \(plan)")
            before[plan] = try await Snapshot(world, plan)
        }
        #expect(try await Self.frozenVersions(of: run) > 0, "seed \(seed)")
        try await world.reopened().office.reindex()
        for plan in run.plans {
            #expect(try await Snapshot(world, plan) == before[plan], "seed \(seed), \(plan)")
        }
    }

    /// How many versions were frozen; each of them stands under its tag, on the text of its act.
    private static func frozenVersions(of run: RandomRun) async throws -> Int {
        var count = 0
        for plan in run.plans {
            let acts = try await run.world.store.acts(of: plan)
            let frozen = acts.filter { act in
                guard case .stageMoved(_, let to) = act.payload else { return false }
                return to == "decide" || to == "adopted"
            }
            let versions = try await run.world.repositories.repository(of: plan).frozenVersions()
            #expect(versions.map(\.act) == frozen.map(\.sequence), "\(plan)")
            #expect(versions.map(\.text) == frozen.map(\.text), "\(plan)")
            #expect(try await run.world.store.projectedPlan(plan)?.versions == versions, "\(plan)")
            count += versions.count
        }
        return count
    }
}
