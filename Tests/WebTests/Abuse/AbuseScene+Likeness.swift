import Foundation
import PlanDomain
import TestSupport
import Testing

@testable import Web

/// Inputs that say the same, and themes.
extension AbuseScene {
    /// A family that nobody looked at (INB-0003 and 4), one that is confirmed with an answer to its first (INB-0005 and 6),
    /// a theme that is confirmed and one that is proposed.
    mutating func furnishLikeness() async throws {
        let store = world.store
        let person = try #require(PersonID(Sender.handler.rawValue.lowercased()))
        let light = "Zet meer lantaarns langs het pad door het park, want daar is het donker."
        let busy = "Auto's rijden te hard door de Dorpsstraat en er is geen zebrapad bij de school."
        let numbers = try await takeIn([light, light, busy, busy], by: person)
        let plan = heard
        let judgements = numbers.map { number in
            Moderation(
                plan: plan, input: number, version: 1, verdict: .admissible, redactions: [], judgedBy: person,
                judgedAt: world.clock.now)
        }
        try await store.judge(judgements) { _ in [] }
        _ = try await store.confirm([numbers[3]], alike: numbers[2], in: heard, by: person)
        let desk = DispositionDesk(world.office, store: store, seals: .hmac)
        try await desk.propose(
            WrittenDisposition(outcome: .noted, reason: "Wij kijken ernaar."), for: numbers[2], in: heard, version: 1,
            after: 0, by: try await world.participant(person))
        for (id, plan, state) in [
            ("verkeer", heard, Theme.State.confirmed), ("licht", heard, .proposed), ("elders", foreign, .confirmed),
        ] {
            let theme = try #require(ThemeID(id))
            try await store.save(Theme(id: theme, plan: plan, name: id.capitalized, words: id, state: state))
        }
        names.merge([
            "family": numbers[0].description, "settledFamily": numbers[2].description, "theme": "verkeer",
        ]) { $1 }
        foreignNames["theme"] = "elders"
    }

    private func takeIn(_ texts: [String], by person: PersonID) async throws -> [InputNumber] {
        let round = try #require(RoundID(names["round"] ?? ""))
        let items = texts.map { text in
            Submission.Item(
                content: InputContent(kind: .general, text: text),
                key: InputKey(rawValue: String(repeating: "0f", count: 32)))
        }
        let submission = Submission(
            of: items, in: round, of: heard, from: .unknown, by: .letter, source: .document("brief"), takenInBy: person,
            requestID: "gelijk", receivedAt: world.clock.now)
        return try await world.store.receive(submission).numbers
    }
}
