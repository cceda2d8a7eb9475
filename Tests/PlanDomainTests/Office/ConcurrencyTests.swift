import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// Many at once on one plan: what was acknowledged is there, once.
@Suite struct ConcurrencyTests {
    @Test func everyAcknowledgedSaveAndActIsThereOnce() async throws {
        let world = try World()
        let plan = try await world.startPlan()
        let outcomes = try await withThrowingTaskGroup(of: [String].self) { group in
            for number in 0..<25 {
                group.addTask { try await Self.save(number, in: plan, of: world) }
                group.addTask {
                    // Each request is sent twice, as by an impatient hand.
                    let request = "paraaf-\(number)"
                    let payload = ActPayload.signedOff(step: "finance-advice", verdict: .agreed)
                    let author = Author(function: "Adviseur \(number)", role: .adviser, pseudonym: "a-\(number)")
                    async let one = world.record(payload, in: plan, by: author, request: request)
                    async let two = world.record(payload, in: plan, by: author, request: request)
                    let (first, second) = try await (one, two)
                    #expect(first == second)
                    return [first.id.rawValue]
                }
            }
            return try await group.reduce(into: [String]()) { $0 += $1 }
        }
        let acts = try await world.store.acts(of: plan)
        let changes = try await world.store.changes(of: plan, section: nil)
        #expect(outcomes.count == 50)
        #expect(Set(acts.dropFirst().map(\.id.rawValue) + changes.dropLast().map(\.id.rawValue)) == Set(outcomes))
        #expect(acts.map(\.sequence) == Array(1...26))
        #expect(Set(acts.map(\.requestID)).count == 26)
        #expect(try world.git(plan)("rev-list", "--count", "main") == "26")
        let body = try #require(try await world.text(of: plan).section(.named("doel"))?.body)
        #expect((0..<25).allSatisfy { body.contains("Regel \($0).\n") })
        #expect(try await world.office.verifyRegister(of: plan) == RegisterReport(soundActs: 26))
        #expect(try world.git(plan).faults().isEmpty)
    }

    /// Adds a line, and begins again when somebody else was first.
    private static func save(_ number: Int, in plan: PlanID, of world: World) async throws -> [String] {
        while true {
            let head = try await world.office.heads(of: plan).text
            var text = try await world.repositories.repository(of: plan).text(at: head)
            let body = text.section(.named("doel"))?.body ?? ""
            text = text.with("doel", body: body + "Regel \(number).\n")
            let edit = TextEdit(
                text: text, author: Cast.drafter, madeAt: world.clock.now, summary: "Regel \(number)",
                nature: .substantive)
            do {
                return [try await world.office.save(edit, in: plan, basedOn: head).id.rawValue]
            } catch let error as PlanError where error.reason.key == "text.moved-on" {
                continue
            }
        }
    }
}
