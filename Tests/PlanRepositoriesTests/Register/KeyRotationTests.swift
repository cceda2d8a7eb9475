import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import PlanRepositories

/// Which key may sign goes by place in the register: the key before signs the act that hands over.
@Suite struct KeyRotationTests {
    @Test func afterARotationTheNewKeySignsAndTheOldOneMayNot() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let next = SigningKey()
        try await world.repositories.rotateKey(to: next, by: Cast.admin, at: world.clock.now)
        await #expect(throws: PlanError.self) {
            try await world.record(
                .signedOff(step: "finance-advice", verdict: .agreed), in: plan, by: Cast.adviser)
        }
        let renewed = try world.reopened(key: next)
        try await renewed.office.bringAllUpToDate()
        try await renewed.bringToBoard(plan)
        #expect(try await renewed.office.verifyRegister(of: plan) == RegisterReport(soundActs: 4))
        let acts = try await renewed.store.acts(of: plan)
        #expect(
            acts[1].payload
                == .keyRotated(from: world.repositories.keyFingerprint, to: renewed.repositories.keyFingerprint))
    }

    @Test func actThatTheOldKeySignsAfterTheRotationIsNotValid() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let next = SigningKey()
        try await world.repositories.rotateKey(to: next, by: Cast.admin, at: world.clock.now)
        let renewed = try world.reopened(key: next)
        var forger = try Forger(world, plan)
        var record = try forger.next()
        record.act = .finalReleased
        try forger.append(
            record, .by(world.key), ring: KeyRing(first: world.key.publicKey, then: next.publicKey))
        let report = try await renewed.repositories.repository(of: plan).checkRegister(witnessed: nil)
        let fault = RegisterReport.Fault.keyNotValid(fingerprint: world.repositories.keyFingerprint)
        #expect(report.finding == .init(sequence: 3, commit: forger.head.commitID, fault: fault))
    }

    @Test func stockGitAcceptsActsOfBothKeysByTheKeysOfTheLastAct() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let early = try world.allowedSigners(of: plan)
        let next = SigningKey()
        try await world.repositories.rotateKey(to: next, by: Cast.admin, at: world.clock.now)
        let renewed = try world.reopened(key: next)
        try await renewed.bringToBoard(plan)
        let git = renewed.git(plan)
        let late = try renewed.allowedSigners(of: plan)
        for act in try await renewed.store.acts(of: plan) {
            #expect(try git.verify("verify-commit", act.id.rawValue, signers: late).succeeded, "act \(act.sequence)")
        }
        #expect(try git.verify("verify-tag", "versie/1", signers: late).succeeded)
        #expect(try !git.verify("verify-commit", "refs/register/acts", signers: early).succeeded)
        #expect(try git.faults().isEmpty)
    }

    @Test func rotationThatWasInterruptedIsFinishedByAskingAgain() async throws {
        let world = try World()
        let first = try await world.startPlan(.sample(title: "Eerste"))
        let next = SigningKey()
        try await world.repositories.rotateKey(to: next, by: Cast.admin, at: world.clock.now)
        // A plan that had not been reached yet: it was made under the old key.
        let second = try await world.startPlan(.sample(title: "Tweede"))
        try await world.repositories.rotateKey(to: next, by: Cast.admin, at: world.clock.now)
        let renewed = try world.reopened(key: next)
        try await renewed.office.bringAllUpToDate()
        for plan in [first, second] {
            #expect(try await renewed.office.verifyRegister(of: plan) == RegisterReport(soundActs: 2))
        }
    }

    @Test func keyThatWasReplacedCanBeRevoked() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let next = SigningKey()
        try await world.repositories.rotateKey(to: next, by: Cast.admin, at: world.clock.now)
        let renewed = try world.reopened(key: next)
        try await renewed.record(
            .keyRevoked(fingerprint: world.repositories.keyFingerprint), in: plan, by: Cast.admin)
        try await renewed.bringToBoard(plan)
        #expect(try await renewed.office.verifyRegister(of: plan) == RegisterReport(soundActs: 5))
    }

    @Test func actsOfKeysThatWouldBreakTheRegisterAreNotRecorded() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let own = world.repositories.keyFingerprint
        let before = try world.git(plan).references()
        for payload in [
            ActPayload.keyRevoked(fingerprint: own), .keyRevoked(fingerprint: "SHA256:onbekend"),
            .keyRotated(from: own, to: SigningKey().publicKey.fingerprint),
            .keyRotated(from: "SHA256:onbekend", to: own),
        ] {
            await #expect(throws: RegisterFault.self) {
                try await world.record(payload, in: plan, by: Cast.admin)
            }
        }
        #expect(try world.git(plan).references() == before)
        #expect(try world.git(plan).faults().isEmpty)
    }

    @Test func nothingIsSignedAfterTheKeyInUseWasRevoked() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        var forger = try Forger(world, plan)
        var record = try forger.next()
        record.act = .keyRevoked(fingerprint: world.repositories.keyFingerprint)
        try forger.append(record, .by(world.key))
        await #expect(throws: PlanError.self) { try await world.reopened().bringToBoard(plan) }
        record.sequence = 3
        record.act = .finalReleased
        try forger.append(record, .by(world.key))
        let report = try await world.check(plan)
        #expect(report.finding?.sequence == 3)
        #expect(report.finding?.fault == .keyNotValid(fingerprint: world.repositories.keyFingerprint))
    }
}
