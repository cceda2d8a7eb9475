import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import PlanRepositories

/// Whatever byte of a register changes on disk, the check names the act.
@Suite struct RegisterDamageTests {
    @Test(arguments: DamagedObjects.Damage.allCases)
    func spoiltActIsNamed(_ damage: DamagedObjects.Damage) async throws {
        let world = try World()
        let plan = try await world.adoptedPlan()
        let objects = DamagedObjects(git: world.git(plan))
        let acts = try await world.store.acts(of: plan)
        #expect(acts.count == 9)
        for act in acts {
            for part in ["^{commit}", "^{tree}", ":act.json"] {
                let id = try world.git(plan)("rev-parse", act.id.rawValue + part)
                let report = try await objects.damage(damage, id) {
                    try await world.check(plan)
                }
                #expect(report.finding?.sequence == act.sequence, "act \(act.sequence)\(part)")
                #expect(report.finding?.commit == act.id, "act \(act.sequence)\(part)")
                #expect(report.finding?.fault == .unreadable, "act \(act.sequence)\(part)")
            }
        }
        #expect(try await world.check(plan) == RegisterReport(soundActs: 9))
    }

    @Test(arguments: DamagedObjects.Damage.allCases)
    func spoiltKeysAreNamedWithTheFirstActThatHoldsThem(_ damage: DamagedObjects.Damage) async throws {
        let world = try World()
        let plan = try await world.adoptedPlan()
        let id = try world.git(plan)("rev-parse", "refs/register/acts:allowed_signers")
        let report = try await DamagedObjects(git: world.git(plan)).damage(damage, id) { try await world.check(plan) }
        #expect(report.finding?.sequence == 1)
        #expect(report.finding?.fault == .unreadable)
    }

    @Test(arguments: DamagedObjects.Damage.allCases)
    func spoiltTextIsNamedWithTheFirstActAboutIt(_ damage: DamagedObjects.Damage) async throws {
        let world = try World()
        let plan = try await world.adoptedPlan()
        let git = world.git(plan)
        // The section was changed after the first act, so its second text is that of act 2.
        for (name, sequence) in [("main:secties/doel.md", 2), ("main^:secties/doel.md", 1), ("main:plan.yml", 1)] {
            let id = try git("rev-parse", name)
            let report = try await DamagedObjects(git: git).damage(damage, id) { try await world.check(plan) }
            #expect(report.finding?.sequence == sequence, "\(name)")
            #expect(report.finding?.fault == .textMissing, "\(name)")
        }
    }

    /// An open handle keeps what it read before; the check must not believe it.
    @Test func checkReadsFromDiskWhatTheServerAlreadyHolds() async throws {
        let world = try World()
        let plan = try await world.adoptedPlan()
        let repository = try world.repositories.repository(of: plan)
        _ = try await repository.acts(after: 0, upTo: repository.heads().register)
        let id = try world.git(plan)("rev-parse", "refs/register/acts~3")
        let report = try await DamagedObjects(git: world.git(plan)).damage(.changedByte, id) {
            try await repository.checkRegister(witnessed: nil)
        }
        #expect(report.finding?.sequence == 6)
    }

    @Test func registerThatIsGoneIsMissing() async throws {
        let world = try World()
        let plan = try await world.adoptedPlan()
        try world.git(plan)("update-ref", "-d", "refs/register/acts")
        let report = try await world.check(plan)
        #expect(report.finding == .init(sequence: 1, commit: nil, fault: .registerMissing))
    }
}

extension World {
    /// Checks a register as a server does that has seen its last act.
    func check(_ plan: PlanID) async throws -> RegisterReport {
        let witnessed = try await store.witnessedHead(of: plan)
        return try await repositories.repository(of: plan).checkRegister(witnessed: witnessed)
    }
}
