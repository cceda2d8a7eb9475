import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// A register that was moved back, replaced or taken away is refused, at the start and when the projection is rebuilt.
@Suite struct WitnessTests {
    enum Tampering: CaseIterable { case movedBack, rewritten, replaced, removed }

    @Test(arguments: Tampering.allCases)
    func isRefusedAtTheStartByReindexAndByEveryAct(_ tampering: Tampering) async throws {
        let world = try World()
        let plan = try await world.startPlan()
        try await world.bringToBoard(plan)
        let rows = try await world.store.projectionRows(of: plan)
        let git = world.git(plan)
        switch tampering {
        case .movedBack: try git("update-ref", "refs/register/acts", "refs/register/acts~1")
        case .rewritten:
            // The same acts up to the second, then another third by the same key.
            let copy = try World.copy(of: world)
            try git("update-ref", "refs/register/acts", "refs/register/acts~1")
            try FileManager.default.removeItem(at: world.folder.file("paraaf.sqlite"))
            let forked = try world.reopened()
            try await forked.office.bringAllUpToDate()
            try await forked.record(
                .signedOff(step: "partner-advice", verdict: .agreed), in: plan,
                by: Author(function: "Politie", role: .partner, pseudonym: "partner-1"))
            try copy.restoreDatabase(to: world)
        case .replaced:
            let stranger = try World()
            let other = try await stranger.startPlan()
            try await stranger.bringToBoard(other)
            try git(
                "fetch", "-q", stranger.git(other).folder.path, "+refs/heads/*:refs/heads/*",
                "+refs/register/*:refs/register/*")
        case .removed: try FileManager.default.removeItem(at: world.repositories.location(of: plan))
        }
        let restarted = try world.reopened()
        let key = tampering == .removed ? "plan.repository-gone" : "register.moved-back"
        for _ in 0..<2 {
            #expect(try await refusal { try await restarted.office.bringAllUpToDate() }?.reason.key == key)
            #expect(try await refusal { try await restarted.office.reindex() }?.reason.key == key)
        }
        #expect(try await restarted.store.projectionRows(of: plan) == rows)
        #expect(try await restarted.store.witnessedHead(of: plan)?.sequence == 3)
        if tampering != .removed {
            let act = try await refusal {
                try await restarted.record(.scheduled(body: .college, meeting: nil), in: plan, by: Cast.secretary)
            }
            #expect(act?.reason.key == key)
        }
    }

    @Test func repositoryThatIsGoneIsStillMissedWhenItsProjectionWasCleared() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        try await world.store.clearProjection(of: plan)
        try FileManager.default.removeItem(at: world.repositories.location(of: plan))
        let restarted = try world.reopened()
        let error = try await refusal { try await restarted.office.bringAllUpToDate() }
        #expect(error?.code == .unavailable)
        #expect(error?.reason == Reason("plan.repository-gone", ["plan": .text(plan.rawValue)]))
    }

    @Test func reindexKeepsWitnessReasonsOrganisationsAndRows() async throws {
        let world = try World()
        let plan = try await world.adoptedPlan()
        try await world.store.add([Organisation(name: "Politie")], to: plan)
        let before = try await Snapshot(world, plan)
        let hashes = try await world.store.acts(of: plan).compactMap(\.reasonHash)
        #expect(hashes.count == 1)
        let reasons = try await world.store.reasons(for: hashes)
        try await world.office.reindex()
        #expect(try await Snapshot(world, plan) == before)
        #expect(try await world.store.reasons(for: hashes) == reasons)
        #expect(try await world.store.organisations(of: plan) == [Organisation(name: "Politie")])
    }
}

/// A database set aside, to be put back.
private struct DatabaseCopy {
    let folder: TemporaryFolder

    func restoreDatabase(to world: World) throws {
        for name in ["paraaf.sqlite", "paraaf.sqlite-wal", "paraaf.sqlite-shm"] {
            try? FileManager.default.removeItem(at: world.folder.file(name))
            try? FileManager.default.copyItem(at: folder.file(name), to: world.folder.file(name))
        }
    }
}

extension World {
    fileprivate static func copy(of world: World) throws -> DatabaseCopy {
        let copy = DatabaseCopy(folder: try TemporaryFolder())
        for name in ["paraaf.sqlite", "paraaf.sqlite-wal", "paraaf.sqlite-shm"] {
            try? FileManager.default.copyItem(at: world.folder.file(name), to: copy.folder.file(name))
        }
        return copy
    }
}
