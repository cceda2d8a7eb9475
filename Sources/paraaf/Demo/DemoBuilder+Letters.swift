import Foundation
import PlanDomain
import PlanRepositories
import Web
import Workflow

/// Letters that the town hall keyed in and has yet to judge.
extension DemoBuilder {
    /// How many are taken in with one transaction.
    private static let atOnce = 250

    /// Takes letters in to the last round of their plan, spread over its sections.
    func takeLetters(_ letters: DemoLetters, count: Int) async throws {
        guard let plan = plans[letters.plan], let handler = try await self.handler(in: plan),
            let round = try await hall.store.rounds(of: plan).last
        else { throw letters.place.fault("demo.unknown-plan", ["plan": .text(letters.plan)]) }
        let sections = try await hall.store.projectedPlan(plan)?.sections.map(\.id) ?? []
        for start in stride(from: 0, to: count, by: Self.atOnce) {
            let items = (start..<min(count, start + Self.atOnce)).map { number in
                let section = sections.isEmpty || number % 4 == 0 ? nil : sections[number % sections.count]
                return Submission.Item(
                    content: InputContent(
                        kind: section == nil ? .general : .remark, section: section, text: letters.text(number)),
                    key: InputSeals.hmac.freshKey())
            }
            let submission = Submission(
                of: items, in: round.id, of: plan, from: .unknown, by: .letter,
                source: .document("brieven-\(start)"), takenInBy: handler, requestID: "demo:brieven:\(start)",
                receivedAt: now)
            _ = try await hall.store.receive(submission)
        }
    }

    private func handler(in plan: PlanID) async throws -> PersonID? {
        try await hall.store.appointments(of: nil).first {
            $0.covers(plan) && PlanRight.handleInputs.roles.contains($0.role)
        }?.person
    }
}
