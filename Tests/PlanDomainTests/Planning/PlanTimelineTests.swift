import PlanDomain
import TestSupport
import Testing
import Workflow

/// The planning of a plan: terms counted back from its meetings, what shifts with them, and whom a late term reaches. It is
/// Monday 5 June 2023.
@Suite("The planning of a plan")
struct PlanTimelineTests {
    private func planned(
        _ days: [String: String], _ body: (World, PlanPlanning) async throws -> Void
    ) async throws {
        let world = try World()
        var text = PlanText.sample(type: "meerjarenbeleidsplan")
        for (name, day) in days { text.metadata.planning[name] = Hearing.day(day) }
        let plan = try await world.startPlan(text, by: Cast.editor)
        let person = try await world.employ("edo", as: Cast.editor)
        let editor = try await world.participant(person)
        let room = PlanningRoom(world.office, store: world.store)
        try await body(world, try await room.planning(of: plan, for: editor))
    }

    private func day(_ id: String, on timeline: PlanTimeline) -> CalendarDate? {
        timeline.entries.first { $0.id == .deadline(id) }?.until
    }

    @Test func termsAreCountedBackFromMeetingsAndShiftWithThem() async throws {
        try await planned(["board-meeting": "2023-09-12", "council-meeting": "2023-10-11"]) { _, planning in
            let timeline = planning.timeline
            #expect(day("board-papers", on: timeline) == Hearing.day("2023-09-07"))
            #expect(day("council-papers", on: timeline) == Hearing.day("2023-09-20"))
            #expect(timeline.warnings == [])
            #expect(timeline.moves(to: timeline) == [])
            let shifted = planning.timeline(moving: ["council-meeting": Hearing.day("2023-10-18")])
            #expect(day("board-papers", on: shifted) == Hearing.day("2023-09-07"), "nothing else moves")
            let moves = timeline.moves(to: shifted)
            let before = ["2023-06-21", "2023-07-19", "2023-09-20", "2023-10-11"]
            let after = ["2023-06-28", "2023-07-26", "2023-09-27", "2023-10-18"]
            #expect(moves.map(\.from) == before.map { Hearing.day($0) }, "the stages, the papers, the meeting itself")
            #expect(moves.map(\.to) == after.map { Hearing.day($0) })
        }
    }

    @Test func daysThatDoNotFitAreNamed() async throws {
        try await planned(["board-meeting": "2023-12-25", "council-meeting": "2023-06-12"]) { _, planning in
            let timeline = planning.timeline
            #expect(
                Array(timeline.warnings.map(\.key).prefix(3)) == [
                    "planning.warning.day-off", "planning.warning.order", "planning.warning.overdue",
                ])
            let mended = planning.timeline(moving: [
                "board-meeting": Hearing.day("2023-12-20"), "council-meeting": Hearing.day("2024-01-31"),
            ])
            #expect(mended.warnings == [])
        }
    }

    @Test func aRoundThatRunsPastTheNextTermIsNamed() async throws {
        let hearing = try await Hearing()
        _ = try await hearing.openRound()
        let room = PlanningRoom(hearing.world.office, store: hearing.world.store)
        let planning = try await room.planning(of: hearing.plan, for: hearing.editor)
        #expect(planning.timeline.entries.contains { $0.state == .running && $0.until == Hearing.day("2023-06-16") })
        let tight = planning.timeline(moving: ["board-meeting": Hearing.day("2023-06-15")])
        #expect(tight.warnings.map(\.key).contains("planning.warning.round"))
        await #expect(throws: PlanError.self) { try await room.planning(of: hearing.plan, for: hearing.stranger) }
    }

    @Test func aTermThatIsSomeDaysPastReachesTheSecretaryAndNobodyElse() async throws {
        let world = try World()
        var text = PlanText.sample(type: "meerjarenbeleidsplan")
        text.metadata.planning["council-meeting"] = Hearing.day("2023-09-27")
        _ = try await world.startPlan(text, by: Cast.editor)
        let secretary = try await world.employ("sanne", as: Cast.secretary)
        let editor = try await world.employ("edo", as: Cast.editor)
        func escalated(_ person: PersonID) async throws -> [WorkTask] {
            let desk = WorkDesk(world.office, sources: [EscalationTasks(world.office)])
            let tasks = try await desk.list(for: try await world.participant(person)).tasks
            return tasks.filter { $0.what.key == "work.escalated" }
        }
        // Sixteen weeks before the council meets is Wednesday 7 June, and three working days later Monday the 12th.
        world.clock.advance(days: 7)
        #expect(try await escalated(secretary) == [])
        world.clock.advance(days: 1)
        let told = try #require(try await escalated(secretary).first)
        #expect(told.since == Hearing.day("2023-06-13") && told.place == .planning && !told.isRequired)
        #expect(try await escalated(editor) == [])
    }
}
