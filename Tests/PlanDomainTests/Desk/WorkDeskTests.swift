import PlanDomain
import TestSupport
import Testing
import Workflow

/// What waits for whom, and the board of a plan.
@Suite struct WorkDeskTests {
    let world: World
    let plan: PlanID

    init() async throws {
        world = try World()
        var text = PlanText.sample()
        text.metadata.planning["board-meeting"] = CalendarDate(iso8601: "2023-06-12")
        plan = try await world.startPlan(text)
    }

    private var desk: WorkDesk { WorkDesk(world.office) }

    private func tasks(_ person: PersonID) async throws -> [WorkTask] {
        try await desk.list(for: try await world.participant(person)).tasks
    }

    private func keys(_ person: PersonID) async throws -> [String] { try await tasks(person).map(\.what.key) }

    @Test func everybodyFindsWhatWaitsForThemAsThePlanGoesOn() async throws {
        let drafter = try await world.employ("dirk", as: Cast.drafter)
        let adviser = try await world.employ("fleur", as: Cast.adviser)
        let secretary = try await world.employ("sanne", as: Cast.secretary)
        let holder = try await world.employ("pim", as: Cast.portfolioHolder)
        let office = try await world.employ("bo", as: Cast.boardOffice)
        #expect(try await keys(drafter) == ["work.write", "work.write", "work.write"])
        #expect(try await keys(adviser) == ["work.sign-off"])
        #expect(try await keys(secretary) == [])
        try await world.record(.signedOff(step: "finance-advice", verdict: .agreed), in: plan, by: Cast.adviser)
        #expect(try await keys(adviser) == [])
        #expect(try await keys(secretary) == ["work.move-on"])
        try await world.save(in: plan) { $0 = $0.with("doel", body: "Een ander doel.\n") }
        let again = try #require(try await tasks(adviser).first)
        #expect(again.what.key == "work.sign-off-again")
        #expect(again.reasons.map(\.key) == ["gate.sign-off-stale"])
        #expect(again.place == .signOff(step: "finance-advice"))
        try await world.bringToBoard(plan)
        #expect(try await keys(drafter) == [])
        #expect(try await keys(holder) == ["work.sign-off"])
        let schedule = try #require(try await tasks(secretary).first)
        #expect(schedule.what.key == "work.schedule")
        #expect(schedule.due == CalendarDate(iso8601: "2023-06-07"))
        #expect(!schedule.isOverdue)
        world.clock.advance(days: 3)
        #expect(try await tasks(secretary).first?.isOverdue == true)
        try await world.record(
            .signedOff(step: "portfolio-holder", verdict: .agreed), in: plan, by: Cast.portfolioHolder)
        try await world.record(.scheduled(body: .college, meeting: nil), in: plan, by: Cast.secretary)
        #expect(try await keys(office) == ["work.decide"])
        let points = [1, 2].map { PointResult(point: $0, outcome: .adopted) }
        try await world.record(.decided(body: .college, points: points), in: plan, by: Cast.boardOffice)
        #expect(try await keys(office) == ["work.release"])
        try await world.record(.finalReleased, in: plan, by: Cast.boardOffice)
        #expect(Set(try await keys(office)) == ["work.publish", "work.move-on"])
        try await world.record(.stageMoved(from: "decide", to: "adopted"), in: plan, by: Cast.secretary)
        try await world.record(.published, in: plan, by: Cast.boardOffice)
        for person in [drafter, adviser, secretary, holder, office] { #expect(try await keys(person) == []) }
    }

    @Test func whatWasSentBackWaitsForItsWriterAndTheGateTellsTheRest() async throws {
        let drafter = try await world.employ("dirk", as: Cast.drafter)
        let secretary = try await world.employ("sanne", as: Cast.secretary)
        try await world.bringToBoard(plan)
        try await world.record(
            .sentBack(from: "decide", to: "draft"), in: plan, by: Cast.secretary, sections: [.named("doel")],
            reason: "Scherper")
        let task = try #require(try await tasks(drafter).first)
        #expect(task.what == Reason("work.rewrite", ["section": .text("1.2 Doel")]))
        #expect(task.place == .section(.named("doel")))
        let words = ["function": Reason.Argument.text(Cast.secretary.function), "reason": .text("Scherper")]
        #expect(task.reasons == [Reason("work.sent-back", words)])
        #expect(task.capacity?.function == Cast.drafter.function)
        #expect(try await keys(drafter) == ["work.rewrite"])
        try await world.save(in: plan) { $0.documents[0].parts[0].body = "" }
        let gate = try #require(try await tasks(drafter).first { $0.what.key == "work.gate" })
        #expect(gate.place == .gate("draft"))
        #expect(gate.reasons.map(\.key) == ["gate.texts-empty"])
        try await world.record(.held, in: plan, by: Cast.secretary, reason: "Even wachten")
        #expect(try await keys(secretary).contains("work.move-on") == false)
    }

    @Test func deputyFindsTheTasksOfWhomTheyReplaceAndAnOutsiderNone() async throws {
        let holder = try await world.employ("pim", as: Cast.portfolioHolder)
        let deputy = try await world.employ("wendy", as: Cast.clerk)
        let outsider = try await world.employ("olaf", as: Cast.outsider)
        let appointment = try #require(try await world.store.appointments(of: holder).first)
        try await world.store.save(
            Substitution(
                id: try #require(SubstitutionID("v1")), appointment: appointment.id, deputy: deputy,
                period: .always, ground: "Regeling"))
        try await world.bringToBoard(plan)
        let task = try #require(try await tasks(deputy).first)
        #expect(task.place == .signOff(step: "portfolio-holder"))
        #expect(task.capacity?.onBehalfOf?.function == "Burgemeester")
        #expect(try await keys(outsider) == [])
        #expect(try await desk.list(for: .visitor).tasks.isEmpty)
    }

    @Test func whoWasAskedBesideTheRouteFindsItAndNobodyElse() async throws {
        let asked = try await world.employ(
            "joris", as: Author(function: "Jurist", role: .adviser, pseudonym: ""))
        let other = try await world.employ("fleur", as: Cast.adviser)
        try await world.bringToBoard(plan)
        try await world.record(
            .adviserAsked(track: "sign-off", function: "Jurist"), in: plan, by: Cast.secretary)
        #expect(try await tasks(asked).map(\.place) == [.signOff(step: "asked:4")])
        #expect(try await tasks(other).isEmpty)
    }

    @Test func otherPartsAddTheirOwnTasks() async throws {
        struct Inputs: TaskSource {
            func tasks(for participant: Participant, in plans: [PlanView], on today: CalendarDate) -> [WorkTask] {
                plans.map { plan in
                    WorkTask(
                        plan: plan.projected.id, planTitle: "", what: Reason("work.step"), since: nil,
                        due: today.adding(days: -1), today: today, capacity: nil, place: .inputs(number: "INB-0001"))
                }
            }
        }
        let drafter = try await world.employ("dirk", as: Cast.drafter)
        let list = try await WorkDesk(world.office, sources: [Inputs()]).list(
            for: try await world.participant(drafter), in: plan)
        #expect(list.tasks.first?.place == .inputs(number: "INB-0001"))
        #expect(list.overdue.count == 1)
        #expect(list.tasks.count == 4)
    }

    @Test func boardTellsWhereEachSectionStandsWhoHasItAndForHowLong() async throws {
        let secretary = try await world.employ("sanne", as: Cast.secretary)
        let participant = try await world.participant(secretary)
        world.clock.advance(days: 3)
        var board = try await desk.board(of: plan, for: participant)
        #expect(board.columns.map(\.count) == [3, 0, 0])
        #expect(board.rows.map(\.keeper) == Array(repeating: .owner(Cast.drafter.function), count: 3))
        #expect(board.rows.map(\.days) == [3, 3, 3])
        try await world.bringToBoard(plan)
        try await world.record(
            .sentBack(from: "decide", to: "draft"), in: plan, by: Cast.secretary, sections: [.named("doel")],
            reason: "Scherper")
        try await world.record(.held, in: plan, by: Cast.secretary, sections: [.named("doel")], reason: "Wachten")
        board = try await desk.board(of: plan, for: participant)
        #expect(board.columns.map(\.count) == [1, 2, 0])
        #expect(board.rows.map(\.column) == [1, 0, 1])
        #expect(board.rows.map(\.sentBackBy) == [nil, 4, nil])
        #expect(board.rows.map { $0.hold?.sequence } == [nil, 5, nil])
        #expect(board.rows[0].days == 0)
        #expect(board.hold == nil)
        let outsider = try await world.employ("olaf", as: Cast.outsider)
        let reader = try await world.participant(outsider)
        #expect(try await refusal { try await desk.board(of: plan, for: reader) }?.code == .notFound)
    }
}
