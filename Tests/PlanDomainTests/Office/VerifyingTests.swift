import Foundation
import PlanDomain
import SQLiteStore
import TestSupport
import Testing
import Workflow

/// Checking what is kept against what it is kept from.
@Suite struct VerifyingTests {
    /// Recorded past the office, well signed and in its place: only the workflow tells that it was not allowed.
    @Test func actThatTheWorkflowDidNotAllowIsNamed() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let forbidden: [(ActPayload, Author, String)] = [
            (.stageMoved(from: "draft", to: "decide"), Cast.secretary, "refusal.gate-closed"),
            (.disclosureChosen(Disclosure(.open)), Cast.outsider, "refusal.wrong-role"),
            (.finalReleased, Cast.boardOffice, "refusal.step-waits"),
        ]
        for (payload, author, key) in forbidden {
            let world = try World()
            let plan = try await world.startPlan()
            let act = try await world.recordPastTheOffice(payload, in: plan, by: author)
            let report = try await world.office.verifyRegister(of: plan)
            #expect(report.soundActs == 1)
            #expect(report.finding?.sequence == 2)
            #expect(report.finding?.commit == act.id)
            guard case .notAllowed(let reason) = report.finding?.fault else {
                Issue.record("\(payload): \(String(describing: report.finding))")
                continue
            }
            #expect(reason.key == key)
        }
        #expect(try await world.office.verifyRegister(of: plan).isSound)
    }

    @Test func actThatNamesAnotherWorkflowIsNamed() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        try await world.recordPastTheOffice(
            .signedOff(step: "finance-advice", verdict: .agreed), in: plan, by: Cast.adviser,
            workflow: String(repeating: "0", count: 64))
        let report = try await world.office.verifyRegister(of: plan)
        #expect(report.finding?.fault == .notAllowed(Reason("register.other-workflow")))
    }

    @Test func everyFindingHasWordsWithItsPlace() {
        let faults: [RegisterReport.Fault] = [
            .registerMissing, .unreadable, .outOfOrder(found: 3), .brokenChain, .unsigned, .signatureInvalid,
            .keyNotValid(fingerprint: "SHA256:x"), .textMissing, .malformed, .movedBack(witnessed: 9),
            .notAllowed(Reason("refusal.no-reason")),
        ]
        let reasons = faults.map { RegisterReport.Finding(sequence: 7, commit: nil, fault: $0).reason }
        #expect(Set(reasons.map(\.key)).count == faults.count)
        #expect(reasons.dropFirst().allSatisfy { $0.arguments["act"] == .number(7) })
    }

    @Test func projectionThatDiffersFromGitIsToldRowByRow() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        try await world.bringToBoard(plan)
        #expect(try await world.office.differences(of: plan, usingScratch: try SQLiteStore.inMemory()).isEmpty)
        // Git goes on and the projection does not know.
        try await world.recordPastTheOffice(.scheduled(body: .college, meeting: nil), in: plan, by: Cast.secretary)
        let differences = try await world.office.differences(of: plan, usingScratch: try SQLiteStore.inMemory())
        #expect(!differences.isEmpty)
        #expect(differences.contains { if case .missing(let row) = $0 { row.contains("scheduled") } else { false } })
        try await world.office.bringAllUpToDate()
        #expect(try await world.office.differences(of: plan, usingScratch: try SQLiteStore.inMemory()).isEmpty)
    }
}

extension World {
    /// Signs and records an act that nobody asked the workflow about.
    @discardableResult
    func recordPastTheOffice(
        _ payload: ActPayload, in plan: PlanID, by author: Author, workflow: String? = nil
    ) async throws -> Act {
        let repository = try repositories.repository(of: plan)
        let heads = try await repository.heads()
        let digest = try await repository.workflow(at: heads.text).digest
        let sealed = SealedAct(
            act: NewAct(payload, by: author, on: nil, requestID: UUID().uuidString), text: heads.text,
            recordedAt: clock.now, reasonHash: nil, workflowDigest: workflow ?? digest)
        return try await repository.record(sealed, onTopOf: heads.register)
    }
}
