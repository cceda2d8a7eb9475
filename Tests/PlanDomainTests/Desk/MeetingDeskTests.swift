import PlanDomain
import TestSupport
import Testing
import Workflow

/// Meetings, agendas and lists of decisions.
@Suite struct MeetingDeskTests {
    let world: World
    let secretary: PersonID
    let clerk: PersonID
    let drafter: PersonID

    init() async throws {
        world = try World()
        secretary = try await world.employ("sanne", as: Cast.secretary)
        clerk = try await world.employ("gijs", as: Cast.clerk)
        drafter = try await world.employ("dirk", as: Cast.drafter)
    }

    private func meeting(in days: Int = 7) async throws -> Meeting {
        try await world.meetings.plan(
            .college, on: world.clock.today.adding(days: days), at: TimeOfDay("09:30"), in: " Collegekamer ",
            by: try await world.participant(secretary))
    }

    /// A plan that is signed off and stands on the agenda of a meeting.
    private func scheduled(_ title: String, on meeting: Meeting, disclosure: Disclosure = Disclosure(.open))
        async throws
        -> PlanID
    {
        var text = PlanText.sample(title: title)
        text.metadata.nota.disclosure = disclosure
        let plan = try await world.startPlan(text)
        try await world.bringToBoard(plan)
        try await world.record(
            .signedOff(step: "portfolio-holder", verdict: .agreed), in: plan, by: Cast.portfolioHolder)
        try await world.meetings.schedule(
            try await world.visit(secretary, as: .secretary, to: plan), on: meeting.id, as: .discussion,
            explanation: "De wethouder licht toe")
        return plan
    }

    private func decide(_ plan: PlanID, on meeting: Meeting, _ outcome: PointOutcome = .adopted) async throws {
        try await world.record(
            .decided(body: .college, points: [1, 2].map { PointResult(point: $0, outcome: outcome) }), in: plan,
            by: Cast.boardOffice, on: meeting.day)
    }

    private func list(_ meeting: Meeting, for person: PersonID?) async throws -> [DecisionList.Content] {
        let participant = if let person { try await world.participant(person) } else { Participant.visitor }
        return try await world.meetings.decisions(of: meeting.id, for: participant).items.map(\.content)
    }

    @Test func whoKeepsTheMeetingsOfABodyPlansThem() async throws {
        let made = try await meeting()
        #expect(made.place == "Collegekamer")
        #expect(try await world.meetings.meetings(for: try await world.participant(drafter)) == [made])
        let (today, desk) = (world.clock.today, world.meetings)
        for (person, body, code) in [
            (clerk, GoverningBody.college, PlanError.Code.forbidden), (secretary, .raad, .forbidden),
            (drafter, .college, .forbidden),
        ] {
            let participant = try await world.participant(person)
            #expect(try await refusal { try await desk.plan(body, on: today, by: participant) }?.code == code)
        }
        #expect(try await refusal { try await desk.plan(.raad, on: today, by: .visitor) }?.code == .notFound)
        #expect(try await refusal { try await desk.meetings(for: .visitor) }?.code == .notFound)
        let keeper = try await world.participant(secretary)
        let past = try await refusal { try await desk.plan(.college, on: today.adding(days: -1), by: keeper) }
        #expect(past?.code == .invalid)
        var changed = made
        changed.state = .cancelled
        try await desk.change(changed, by: keeper)
        #expect(try await desk.meeting(made.id, for: keeper).state == .cancelled)
    }

    @Test func schedulingIsAnActAndAPlaceOnTheAgenda() async throws {
        let meeting = try await meeting()
        let plan = try await scheduled("Plan A", on: meeting)
        let act = try #require(try await world.store.acts(of: plan).last)
        #expect(act.payload == .scheduled(body: .college, meeting: meeting.day))
        let keeper = try await world.participant(secretary)
        #expect(
            try await world.meetings.agenda(of: meeting.id, for: keeper).map(\.item)
                == [AgendaItem(plan: plan, kind: .discussion, act: act.sequence, explanation: "De wethouder licht toe")]
        )
        let visit = try await world.visit(secretary, as: .secretary, to: plan, request: "nog-eens")
        for _ in 1...2 { try await world.meetings.schedule(visit, on: meeting.id, as: .formality) }
        #expect(try await world.store.acts(of: plan).count { $0.payload.kind == .scheduled } == 2)
        #expect(try await world.meetings.agenda(of: meeting.id, for: keeper).map(\.item.kind) == [.formality])
    }

    @Test func nothingIsScheduledForAMeetingThatIsNotToComeOrByWhoMayNot() async throws {
        var meeting = try await meeting()
        let plan = try await world.startPlan()
        try await world.bringToBoard(plan)
        let clerkly = try await world.visit(clerk, as: .clerk, to: plan)
        #expect(
            try await refusal { try await world.meetings.schedule(clerkly, on: meeting.id, as: .formality) }?.code
                == .forbidden)
        meeting.state = .held
        try await world.store.save(meeting)
        let visit = try await world.visit(secretary, as: .secretary, to: plan)
        #expect(
            try await refusal { try await world.meetings.schedule(visit, on: meeting.id, as: .formality) }?.code
                == .conflict)
        #expect(try await world.store.acts(of: plan).count == 3)
    }

    @Test func agendaIsPutInOrderAndShowsPlansThatTheReaderMayRead() async throws {
        let meeting = try await meeting()
        let plans = [try await scheduled("Plan A", on: meeting), try await scheduled("Plan B", on: meeting)]
        let keeper = try await world.participant(secretary)
        try await world.meetings.order(plans.reversed(), on: meeting.id, by: keeper)
        #expect(try await world.meetings.agenda(of: meeting.id, for: keeper).map(\.plan) == plans.reversed())
        let local = try await world.employ("lia", as: Cast.drafter, in: plans[0])
        let reader = try await world.participant(local)
        #expect(try await world.meetings.agenda(of: meeting.id, for: reader).map(\.plan) == [plans[0]])
        #expect(
            try await refusal { try await world.meetings.order(plans, on: meeting.id, by: reader) }?.code == .forbidden)
        try await world.meetings.remove(plans[1], from: meeting.id, by: keeper)
        #expect(try await world.meetings.agenda(of: meeting.id, for: keeper).map(\.plan) == [plans[0]])
    }

    @Test func aCouncillorReadsNothingOfTheAgendaOfTheCollegeBeforeItIsTheirs() async throws {
        let meeting = try await meeting(in: 0)
        let plan = try await scheduled("Plan A", on: meeting)
        let councillor = try await world.participant(
            try await world.employ("ria", as: Author(function: "Raadslid", role: .councillor, pseudonym: "raad-1")))
        #expect(try await world.meetings.agenda(of: meeting.id, for: councillor) == [])
        try await decide(plan, on: meeting)
        try await world.record(.finalReleased, in: plan, by: Cast.boardOffice)
        try await world.record(.published, in: plan, by: Cast.boardOffice)
        var text = try await world.text(of: plan)
        text.metadata.title = "Een werktitel"
        try await world.slipIn(text, to: plan)
        let read = try await world.meetings.agenda(of: meeting.id, for: councillor)
        let line = try #require(read.first)
        #expect(line.title == "Plan A" && line.explanation == nil && line.level == .published)
        let keeper = try await world.participant(secretary)
        let shown = try await world.meetings.agenda(of: meeting.id, for: keeper)
        let known = try #require(shown.first)
        #expect(known.explanation == "De wethouder licht toe" && known.level == .working)
    }

    @Test func listOfDecisionsTellsThePublicNoMoreThanWasReleased() async throws {
        let meeting = try await meeting()
        let open = try await scheduled("Open plan", on: meeting)
        let secret = try await scheduled(
            "Geheim plan", on: meeting, disclosure: Disclosure(.closed, ground: "5.1 lid 2 e"))
        let later = try await scheduled(
            "Later plan", on: meeting, disclosure: Disclosure(.openAfterCondition, condition: "na opmaak"))
        let put = try await scheduled("Aangehouden plan", on: meeting)
        let closed = DecisionList.Content.closed(ground: "5.1 lid 2 e")
        #expect(
            try await list(meeting, for: nil) == [
                .notYet(condition: nil), closed, .notYet(condition: nil), .notYet(condition: nil),
            ])
        world.clock.advance(days: 8)
        for plan in [open, secret, later] { try await decide(plan, on: meeting) }
        #expect(try await list(meeting, for: nil).first == .notYet(condition: nil))
        for plan in [open, secret, later] { try await world.record(.finalReleased, in: plan, by: Cast.boardOffice) }
        let decided = DecisionList.Content.decided(
            plan: open, title: "Open plan",
            points: [
                .init(number: 1, text: "Het plan vast te stellen.", outcome: .adopted),
                .init(number: 2, text: "De raad te informeren.", outcome: .adopted),
            ], disclosure: Disclosure(.open))
        #expect(
            try await list(meeting, for: nil)
                == [decided, closed, .notYet(condition: "na opmaak"), .notYet(condition: nil)])
        let within = try await world.meetings.decisions(of: meeting.id, for: try await world.participant(drafter))
        #expect(within.items.map(\.day) == [meeting.day, meeting.day, meeting.day, nil])
        #expect(within.items[0].content == decided)
        #expect(within.items[3].content == .undecided(plan: put, title: "Aangehouden plan"))
        guard case .decided(_, "Geheim plan", _, _) = within.items[1].content else {
            Issue.record("who works on the plan reads all of it")
            return
        }
    }

    @Test func decisionThatWasPutOffStandsInTheListOfItsOwnMeeting() async throws {
        let first = try await meeting(in: 1)
        let plan = try await scheduled("Plan A", on: first)
        world.clock.advance(days: 1)
        try await decide(plan, on: first, .deferred)
        let second = try await meeting(in: 7)
        try await world.meetings.schedule(
            try await world.visit(secretary, as: .secretary, to: plan), on: second.id, as: .formality)
        world.clock.advance(days: 7)
        try await decide(plan, on: second)
        let outcomes = try await [first, second].asyncMap { meeting in
            try await list(meeting, for: secretary).map { content -> [PointOutcome] in
                if case .decided(_, _, let points, _) = content { points.map(\.outcome) } else { [] }
            }
        }
        #expect(outcomes == [[[.deferred, .deferred]], [[.adopted, .adopted]]])
    }
}

extension Array {
    fileprivate func asyncMap<Value>(_ work: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await work(element)) }
        return values
    }
}
