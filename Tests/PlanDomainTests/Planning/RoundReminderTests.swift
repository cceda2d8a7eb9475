import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// Who is reminded of a round that is about to end. It runs from Monday 5 to Friday 16 June 2023.
@Suite("Reminders of a round")
struct RoundReminderTests {
    private func look(_ hearing: Hearing) async throws {
        let reminders = RoundReminders(hearing.world.office, store: hearing.world.store) { contact, view, kind, plan in
            NewMail(
                to: contact.mail, name: contact.name, subject: kind.rawValue, text: "\(plan) \(view.until)",
                urgency: .atOnce)
        }
        try await reminders.look()
    }

    /// "Pim ahead", in the order of their names.
    private func mail(_ hearing: Hearing) async throws -> [String] {
        try await hearing.world.store.outbox(nil, before: nil, limit: 100).map { "\($0.name) \($0.subject)" }.sorted()
    }

    @Test func theSilentAreRemindedOnceBeforeAndOnceOnTheLastDay() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        try await look(hearing)
        #expect(try await mail(hearing) == [], "nobody is chased in the first week")
        hearing.world.clock.advance(days: 4)
        for _ in 0..<2 { try await look(hearing) }
        #expect(try await mail(hearing) == ["Carla ahead", "Frits ahead", "Pim ahead"])
        hearing.world.clock.advance(days: 1)
        try await look(hearing)
        #expect(try await mail(hearing).count == 3)
        _ = try await hearing.send(in: round, by: hearing.police)
        hearing.world.clock.advance(days: 6)
        for _ in 0..<2 { try await look(hearing) }
        #expect(try await mail(hearing) == ["Carla ahead", "Frits ahead", "Frits last-day", "Pim ahead"])
        let kept = try await hearing.world.store.reminders(of: round, in: hearing.plan)
        #expect(kept.filter { $0.kind == .lastDay }.map(\.on) == [Hearing.day("2023-06-16")])
        hearing.world.clock.advance(days: 3)
        try await look(hearing)
        #expect(try await mail(hearing).count == 4, "what has ended is the office's")
    }

    @Test func whoMayNotComeInAndShortRoundsAndDaysOffGetNoReminder() async throws {
        let hearing = try await Hearing()
        try await hearing.desk.withdraw(
            try #require(hearing.fireBrigade.contact(in: hearing.plan)).id, from: hearing.plan, by: hearing.handler)
        // From Monday to the Sunday after: its last working day is the Friday.
        _ = try await hearing.openRound(
            Hearing.preparation("Kort", until: Hearing.day("2023-06-11")))
        try await look(hearing)
        #expect(try await mail(hearing) == [], "a short round is reminded of on its last day alone")
        hearing.world.clock.advance(days: 4)
        try await look(hearing)
        #expect(try await mail(hearing) == ["Carla last-day", "Pim last-day"])
        hearing.world.clock.advance(days: 1)
        try await look(hearing)
        #expect(try await mail(hearing).count == 2, "it is Saturday")
    }
}
