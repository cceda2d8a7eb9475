import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import PlanRepositories

/// What somebody wrote freely stands in the store; git knows it only by a salted hash.
@Suite struct ReasonSealTests {
    @Test func reasonIsKeptInTheStoreAndOnlyItsHashInGit() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        try await world.bringToBoard(plan)
        let secret = "Omdat wethouder Van Dijk bezwaar heeft"
        let act = try await world.record(
            .signedOff(step: "portfolio-holder", verdict: .notAgreed), in: plan, by: Cast.portfolioHolder,
            reason: secret)
        let hash = try #require(act.reasonHash)
        let kept = try #require(try await world.store.reasons(for: [hash])[hash])
        #expect(kept.text == secret)
        #expect(ReasonSeal.fits(kept))
        let git = world.git(plan)
        let ids = try git("cat-file", "--batch-all-objects", "--batch-check=%(objectname)")
        let everything = try git.run(["cat-file", "--batch"], input: Data((ids + "\n").utf8)).output
        #expect(everything.range(of: Data("reasonHash".utf8)) != nil)
        #expect(everything.range(of: Data(hash.rawValue.utf8)) != nil)
        for hidden in [secret, "Van Dijk", kept.salt] {
            #expect(everything.range(of: Data(hidden.utf8)) == nil, "\(hidden)")
        }
        #expect(try await world.office.verifyRegister(of: plan).isSound)
    }

    @Test func equalReasonsHaveDifferentHashes() {
        let (one, other) = (ReasonSeal.seal("Akkoord"), ReasonSeal.seal("Akkoord"))
        #expect(one.hash != other.hash)
        #expect(one.salt != other.salt)
        #expect(one.salt.count == 64)
    }

    @Test func reasonThatWasChangedNoLongerFits() {
        let kept = ReasonSeal.seal("Akkoord")
        #expect(ReasonSeal.fits(kept))
        #expect(!ReasonSeal.fits(KeptReason(hash: kept.hash, salt: kept.salt, text: "Niet akkoord")))
        #expect(
            !ReasonSeal.fits(KeptReason(hash: kept.hash, salt: String(kept.salt.reversed()) + "00", text: kept.text)))
        #expect(!ReasonSeal.fits(KeptReason(hash: kept.hash, salt: "geen hex", text: kept.text)))
    }
}
