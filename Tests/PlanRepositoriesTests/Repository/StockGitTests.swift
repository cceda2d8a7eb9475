import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import PlanRepositories

/// Stock git, which knows nothing of this program, agrees with what it wrote.
@Suite struct StockGitTests {
    @Test func everyActAndEveryFrozenVersionPassesStockVerification() async throws {
        let world = try World()
        let plan = try await world.adoptedPlan()
        let git = world.git(plan)
        let signers = try world.allowedSigners(of: plan)
        for act in try await world.store.acts(of: plan) {
            let checked = try git.verify("verify-commit", act.id.rawValue, signers: signers)
            #expect(checked.succeeded, "act \(act.sequence): \(checked.errors)")
            #expect(checked.errors.contains(world.repositories.keyFingerprint))
        }
        for tag in ["versie/1", "vastgesteld/1"] {
            #expect(try git.verify("verify-tag", tag, signers: signers).succeeded)
        }
        #expect(try git.faults().isEmpty)
    }

    @Test func changedActFailsStockVerification() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let git = world.git(plan)
        let commit = try git("cat-file", "commit", "refs/register/acts") + "\n"
        let forged = commit.replacing("Handeling 1", with: "Handeling 2")
        let id = try git("hash-object", "-t", "commit", "-w", "--stdin", input: Data(forged.utf8))
        #expect(try !git.verify("verify-commit", id, signers: world.allowedSigners(of: plan)).succeeded)
    }

    @Test func frozenVersionIsATagOnItsTextThatNamesItsAct() async throws {
        let world = try World()
        let plan = try await world.adoptedPlan()
        let repository = try world.repositories.repository(of: plan)
        let acts = try await world.store.acts(of: plan)
        let versions = try await repository.frozenVersions()
        #expect(versions.map(\.tag) == ["versie/1", "vastgesteld/1"])
        #expect(versions.map(\.act) == [3, 8])
        #expect(versions.map(\.text) == [acts[2].text, acts[7].text])
        #expect(try world.git(plan)("rev-parse", "versie/1^{commit}") == acts[2].text.rawValue)
    }

    @Test func freezingTheSameAgainChangesNothing() async throws {
        let world = try World()
        let plan = try await world.adoptedPlan()
        let before = try world.git(plan).references()
        let repository = try world.repositories.repository(of: plan)
        for version in try await repository.frozenVersions() {
            try await repository.freeze(version, at: world.clock.now)
        }
        #expect(try world.git(plan).references() == before)
    }

    @Test func bundleGivesARepositoryWithASoundRegister() async throws {
        let world = try World()
        let plan = try await world.adoptedPlan()
        let bundle = world.folder.file("plan.bundle")
        let heads = try await world.office.heads(of: plan)
        try world.repositories.writeBundle(of: plan, at: heads, to: bundle)
        let other = GitPlanRepositories(in: try world.folder.folder("other"), key: SigningKey())
        try other.restore(plan, from: bundle)
        let report = try await other.repository(of: plan).checkRegister(witnessed: nil)
        #expect(report == RegisterReport(soundActs: 9))
        let versions = try await world.repositories.repository(of: plan).frozenVersions()
        #expect(try await other.repository(of: plan).frozenVersions() == versions)
    }
}

extension World {
    /// A file with the keys that the last act of a register allows.
    func allowedSigners(of plan: PlanID) throws -> URL {
        let file = folder.file("allowed_signers-\(UUID().uuidString)")
        try git(plan).run(["show", "refs/register/acts:allowed_signers"]).output.write(to: file)
        return file
    }
}

extension StockGit {
    func verify(_ command: String, _ name: String, signers: URL) throws -> Command {
        try run([
            "-c", "gpg.format=ssh", "-c", "gpg.ssh.allowedSignersFile=\(signers.path)", command, "--raw", name,
        ])
    }
}
