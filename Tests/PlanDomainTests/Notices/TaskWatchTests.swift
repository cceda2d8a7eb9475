import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// Who is told what of their work, and how often. It begins on Monday 5 June 2023 at ten.
@Suite struct TaskWatchTests {
    let world: World
    let plan: PlanID

    init() async throws {
        world = try World()
        var text = PlanText.sample()
        text.metadata.planning["board-meeting"] = CalendarDate(iso8601: "2023-06-12")
        plan = try await world.startPlan(text)
        // The first look of all, before anybody is there.
        world.clock.advance(seconds: -5 * 3_600)
        try await look()
        world.clock.advance(seconds: 5 * 3_600)
    }

    private func look(in world: World? = nil) async throws {
        let world = world ?? self.world
        let watch = TaskWatch(world.office, store: world.store) { news in
            NewMail(
                to: news.person.mail, name: news.person.name,
                subject: news.items.map(\.task.what.key).joined(separator: " "),
                text: news.items.map(\.urgency.rawValue).joined(separator: " "), urgency: news.urgency)
        }
        try await watch.look()
    }

    /// Reader, how it goes, and what it tells; in the order in which they were queued.
    private func mail() async throws -> [String] {
        try await world.store.outbox(nil, before: nil, limit: 100).reversed().map { mail in
            "\(mail.name) \(mail.urgency.rawValue): \(mail.subject) (\(mail.text ?? ""))"
        }
    }

    @Test func whatStopsOthersIsToldAtOnceTheRestInOneMailAndNothingTwice() async throws {
        _ = try await world.employ("dirk", as: Cast.drafter)
        _ = try await world.employ("fleur", as: Cast.adviser)
        _ = try await world.employ("olaf", as: Cast.outsider)
        try await look()
        let told = [
            "Dirk digest: work.write work.write work.write (waiting waiting waiting)",
            "Fleur atOnce: work.sign-off (waiting)",
        ]
        #expect(try await mail() == told)
        try await look()
        world.clock.advance(days: 1)
        try await look()
        #expect(try await mail() == told)
    }

    /// A server that begins in the middle of things floods nobody.
    @Test(arguments: [0, -5 * 3_600, -48 * 3_600])
    func theFirstLookOfAllTellsWhatWaitsInOneDigest(moved: Int) async throws {
        let world = try World()
        for title in ["Plan Noord", "Plan Zuid"] { _ = try await world.startPlan(.sample(title: title)) }
        _ = try await world.employ("fleur", as: Cast.adviser, Cast.drafter)
        world.clock.advance(seconds: TimeInterval(moved))
        for _ in 1...2 { try await look(in: world) }
        let mail = try await world.store.outbox(nil, before: nil, limit: 9)
        #expect(mail.map(\.urgency) == [.digest] && mail[0].subject.split(separator: " ").count == 8)
        let plan = try await world.startPlan(.sample(title: "Plan Oost"))
        _ = try await world.employ("dirk", as: Cast.adviser, in: plan)
        try await look(in: world)
        let after = try await world.store.outbox(nil, before: nil, limit: 9)
        let toDirk = after.filter { $0.name == "Dirk" }.map(\.urgency)
        #expect(toDirk.contains(.atOnce), "from then on as ever")
    }

    /// Who moves a plan on sees what comes of it; the others are told.
    @Test func nobodyIsToldOfWhatTheyDidThemselves() async throws {
        let sanne = try await world.employ("sanne", as: Cast.secretary)
        _ = try await world.employ("otto", as: Cast.secretary)
        try await world.record(.signedOff(step: "finance-advice", verdict: .agreed), in: plan, by: Cast.adviser)
        world.clock.advance(seconds: 3_600)
        let name = try await world.store.pseudonym(of: sanne, in: plan)
        let author = Author(function: Cast.secretary.function, role: .secretary, pseudonym: name)
        try await world.record(.stageMoved(from: "draft", to: "decide"), in: plan, by: author)
        try await look()
        #expect(try await mail() == ["Otto atOnce: work.schedule (dueSoon)"])
        world.clock.advance(days: 1)
        try await look()
        #expect(try await mail().count == 1, "nor on the next morning")
        world.clock.advance(days: 3)
        try await look()
        #expect(try await mail().contains("Sanne digest: work.schedule (overdue)"))
    }

    @Test func aRestartTellsNobodyTwice() async throws {
        _ = try await world.employ("dirk", as: Cast.drafter)
        _ = try await world.employ("fleur", as: Cast.adviser)
        try await look()
        let told = try await mail()
        #expect(told.count == 2)
        world.clock.advance(days: 1)
        try await look(in: try world.reopened())
        #expect(try await mail() == told)
    }

    @Test func whatIsOverdueIsToldOnceMoreOnTheNextMorning() async throws {
        _ = try await world.employ("sanne", as: Cast.secretary)
        try await world.bringToBoard(plan)
        try await look()
        #expect(try await mail() == ["Sanne atOnce: work.schedule (dueSoon)"])
        world.clock.advance(days: 3)
        for _ in 1...2 { try await look() }
        world.clock.advance(days: 1)
        try await look()
        #expect(
            try await mail() == [
                "Sanne atOnce: work.schedule (dueSoon)", "Sanne digest: work.schedule (overdue)",
            ])
    }

    @Test func whatComesBackIsToldAgain() async throws {
        _ = try await world.employ("fleur", as: Cast.adviser)
        try await look()
        try await world.record(.signedOff(step: "finance-advice", verdict: .agreed), in: plan, by: Cast.adviser)
        try await look()
        #expect(try await mail().count == 1)
        #expect(try await world.store.toldTasks(of: try #require(PersonID("fleur"))).isEmpty)
        try await world.save(in: plan) { $0 = $0.with("doel", body: "Een ander doel.\n") }
        try await look()
        #expect(
            try await mail() == [
                "Fleur atOnce: work.sign-off (waiting)", "Fleur atOnce: work.sign-off-again (waiting)",
            ])
    }

    @Test func whatCanWaitIsToldOnWorkingDaysFromSeven() async throws {
        world.clock.advance(days: 5)  // Saturday
        try await look()
        _ = try await world.employ("dirk", as: Cast.drafter)
        try await look()
        let monday = try #require(CalendarDate(iso8601: "2023-06-12"))
        world.clock.set(world.clock.office.moment(on: monday, hour: 6, minute: 59))
        try await look()
        #expect(try await mail().isEmpty)
        world.clock.advance(seconds: 60)
        try await look()
        #expect(try await mail().count == 1)
        _ = try await world.employ("dora", as: Cast.drafter)
        try await look()
        #expect(try await mail().count == 1, "one round a day")
        world.clock.advance(days: 1)
        try await look()
        #expect(try await mail().map { $0.prefix(11) } == ["Dirk digest", "Dora digest"])
    }

    @Test func whoLeftIsToldNothingAndWhoReplacesIs() async throws {
        let left = try await world.employ("fleur", as: Cast.adviser)
        var person = try #require(try await world.store.person(left))
        person.isDisabled = true
        try await world.store.save(person)
        let holder = try await world.employ("pim", as: Cast.portfolioHolder)
        let deputy = try await world.employ("wendy", as: Cast.clerk)
        let appointment = try #require(try await world.store.appointments(of: holder).first)
        try await world.store.save(
            Substitution(
                id: try #require(SubstitutionID("v1")), appointment: appointment.id, deputy: deputy, period: .always,
                ground: "Regeling"))
        try await look()
        #expect(try await mail().isEmpty)
        try await world.bringToBoard(plan)
        try await look()
        #expect(
            try await mail() == ["Pim atOnce: work.sign-off (waiting)", "Wendy atOnce: work.sign-off (waiting)"])
    }

    @Test func everybodysListIsTheirOwn() async throws {
        let people = [
            try await world.employ("dirk", as: Cast.drafter), try await world.employ("fleur", as: Cast.adviser),
            try await world.employ("olaf", as: Cast.outsider),
        ]
        let desk = WorkDesk(world.office)
        var participants: [Participant] = []
        var each: [WorkList] = []
        for person in people {
            participants.append(try await world.participant(person))
            each.append(try await desk.list(for: participants[participants.count - 1]))
        }
        #expect(try await desk.lists(for: participants) == each)
        #expect(each.map(\.tasks.count) == [3, 1, 0])
    }
}
