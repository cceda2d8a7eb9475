import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// What officials do at the desk of a plan, and what the register then knows.
@Suite struct PlanDeskTests {
    let world: World
    let plan: PlanID
    let secretary: PersonID
    let office: PersonID
    let outsider: PersonID

    init() async throws {
        world = try World()
        plan = try await world.startPlan()
        secretary = try await world.employ("sanne", as: Cast.secretary)
        office = try await world.employ("bo", as: Cast.boardOffice)
        outsider = try await world.employ("olaf", as: Cast.outsider)
    }

    private func visit(_ person: PersonID, _ role: Role, request: String = UUID().uuidString) async throws -> DeskVisit
    {
        try await world.visit(person, as: role, to: plan, request: request)
    }

    private func code(_ work: () async throws -> Act) async throws -> PlanError.Code? {
        try await refusal(of: work)?.code
    }

    @Test func actNamesTheFunctionTheTextAndThePseudonymAndBearsTheDayOfToday() async throws {
        let visit = try await visit(secretary, .secretary)
        let act = try await world.desk.hold(visit, reason: "  Eerst overleg met de wijk \n")
        #expect(act.author.function == Cast.secretary.function)
        #expect(act.author.role == .secretary)
        #expect(act.author.pseudonym == (try await world.store.pseudonym(of: secretary, in: plan)))
        #expect(!act.author.pseudonym.contains("sanne"))
        #expect(act.date == world.clock.today)
        #expect(act.text == visit.shown)
        let kept = try await world.store.reasons(for: [try #require(act.reasonHash)])
        #expect(kept.values.map(\.text) == ["Eerst overleg met de wijk"])
    }

    @Test func sendingTheSameFormTwiceRecordsOnce() async throws {
        let visit = try await visit(secretary, .secretary, request: "formulier-1")
        let first = try await world.desk.hold(visit, reason: "Overleg")
        #expect(try await world.desk.hold(visit, reason: "Overleg") == first)
        #expect(try await world.store.acts(of: plan).count == 2)
    }

    @Test func textThatMovedOnIsAConflict() async throws {
        let visit = try await visit(secretary, .secretary)
        try await world.save(in: plan) { $0 = $0.with("doel", body: "Een ander doel.\n") }
        #expect(try await code { try await world.desk.hold(visit, reason: "Overleg") } == .conflict)
    }

    @Test func planIsNotThereForAnOutsiderAndForbiddenForWhoMayOnlyRead() async throws {
        let auditor = try await world.employ(
            "ada", as: Author(function: "Toezichthouder", role: .auditor, pseudonym: ""))
        let desk = world.desk
        for (person, role, expected) in [
            (outsider, Role.resident, PlanError.Code.notFound), (outsider, .secretary, .notFound),
            (auditor, .auditor, .forbidden), (auditor, .secretary, .forbidden),
        ] {
            let visit = try await visit(person, role)
            let acts: [() async throws -> Act] = [
                { try await desk.moveOn(visit, from: "draft", to: "decide") },
                { try await desk.sendBack(visit, from: "decide", to: "draft", reason: "x") },
                { try await desk.hold(visit, reason: "x") }, { try await desk.resume(visit) },
                { try await desk.setAside(visit, condition: "advice-given", at: "draft", reason: "x") },
                { try await desk.skip(visit, step: "finance-advice", reason: "x") },
                { try await desk.askAdviser(visit, function: "Jurist", beside: "advice") },
                { try await desk.decide(visit, body: .college, on: visit.today(world), results: []) },
                { try await desk.release(visit) }, { try await desk.choose(visit, disclosure: Disclosure(.open)) },
                { try await desk.fulfil(visit, condition: "publication") }, { try await desk.publish(visit) },
                { try await world.signOffs.signOff(visit, step: "finance-advice", verdict: .agreed) },
            ]
            for (index, act) in acts.enumerated() {
                #expect(try await code(act) == expected, "\(role), act \(index)")
            }
        }
        #expect(try await world.store.acts(of: plan).count == 1)
    }

    @Test func nobodyActsInAFunctionThatIsNotTheirs() async throws {
        let participant = try await world.participant(office)
        let visit = DeskVisit(
            participant: participant,
            capacity: Capacity(role: .secretary, function: "Gemeentesecretaris", onBehalfOf: nil),
            plan: plan, shown: try await world.office.heads(of: plan).text, requestID: "x")
        let error = try await refusal { try await world.desk.hold(visit, reason: "x") }
        #expect(error?.code == .forbidden)
        #expect(error?.reason.key == "desk.not-your-function")
    }

    @Test func wholeWayOfAPlanIsWalkedAtTheDesk() async throws {
        let holder = try await world.employ("pim", as: Cast.portfolioHolder)
        let adviser = try await world.employ("fleur", as: Cast.adviser)
        _ = try await world.employ("jur", as: Author(function: "Jurist", role: .adviser, pseudonym: ""))
        let desk = world.desk
        try await desk.askAdviser(
            try await visit(secretary, .secretary), function: " Jurist ", beside: "sign-off", question: "Mag dit?")
        try await world.signOffs.signOff(
            try await visit(adviser, .adviser), step: "finance-advice", verdict: .agreedWithRemark, remark: "Let op")
        try await desk.moveOn(try await visit(secretary, .secretary), from: "draft", to: "decide")
        try await world.signOffs.signOff(
            try await visit(holder, .portfolioHolder), step: "portfolio-holder", verdict: .agreed)
        try await desk.skip(try await visit(secretary, .secretary), step: "asked:2", reason: "Vraag is beantwoord")
        let meeting = try await world.meetings.plan(
            .college, on: world.clock.today.adding(days: 7), by: try await world.participant(secretary))
        try await world.meetings.schedule(try await visit(secretary, .secretary), on: meeting.id, as: .formality)
        world.clock.advance(days: 8)
        let results = [PointResult(point: 1, outcome: .adopted), PointResult(point: 2, outcome: .noted)]
        try await desk.choose(
            try await visit(office, .boardOffice),
            disclosure: Disclosure(.openAfterCondition, condition: "na opmaak van het plan"))
        let decided = try await desk.decide(
            try await visit(office, .boardOffice), body: .college, on: meeting.day, results: results,
            minutes: "Zonder beraadslaging")
        #expect(decided.date == meeting.day)
        try await desk.release(try await visit(office, .boardOffice))
        try await desk.moveOn(try await visit(secretary, .secretary), from: "decide", to: "adopted")
        #expect(try await code { try await desk.publish(try await visit(office, .boardOffice)) } == .conflict)
        try await desk.fulfil(try await visit(office, .boardOffice), condition: "publication")
        try await desk.publish(try await visit(office, .boardOffice))
        #expect(try await world.store.projectedPlan(plan)?.stage == "adopted")
        #expect(try await world.office.verifyRegister(of: plan).isSound)
    }

    static let choices: [(Disclosure, String?)] = [
        (Disclosure(.open), nil), (Disclosure(.openWithPressRelease), nil),
        (Disclosure(.openAfterCondition, condition: " "), "desk.disclosure-condition"),
        (Disclosure(.openAfterCondition, condition: "na opmaak"), nil),
        (Disclosure(.openInPart, ground: "5.1 lid 2 e"), "desk.disclosure-parts"),
        (Disclosure(.openInPart, closedParts: [ClosedPart(.section("doel"))]), "desk.disclosure-ground"),
        (Disclosure(.openInPart, closedParts: [ClosedPart(.section("doel"), ground: "5.1 lid 2 e")]), nil),
        (Disclosure(.decisionOpen), "desk.disclosure-ground"), (Disclosure(.decisionOpen, ground: "5.2 lid 1"), nil),
        (Disclosure(.closed), "desk.disclosure-ground"), (Disclosure(.closed, ground: "5.1 lid 1 c"), nil),
    ]

    @Test(arguments: choices)
    func eachChoiceOfDisclosureHasWhatItAsksFor(_ disclosure: Disclosure, _ key: String?) async throws {
        let visit = try await visit(secretary, .secretary)
        let error = try await refusal { try await world.desk.choose(visit, disclosure: disclosure) }
        #expect(error?.reason.key == key)
        #expect(error == nil || error?.code == .invalid)
    }

    @Test func planThatIsHeldGoesOnAtTheDesk() async throws {
        let desk = world.desk
        try await desk.hold(try await visit(secretary, .secretary), sections: [.named("doel")], reason: "Onderzoek")
        try await desk.setAside(
            try await visit(secretary, .secretary), condition: "advice-given", at: "draft", reason: "Spoed")
        let held = try await refusal {
            try await desk.moveOn(try await visit(secretary, .secretary), from: "draft", to: "decide")
        }
        #expect(held?.reason.key == "refusal.on-hold-sections")
        try await desk.resume(try await visit(secretary, .secretary), sections: [.named("doel")])
        try await desk.moveOn(try await visit(secretary, .secretary), from: "draft", to: "decide")
        try await desk.sendBack(
            try await visit(secretary, .secretary), from: "decide", to: "draft", sections: [.named("doel")],
            reason: "Maak het doel scherper")
    }
}

extension DeskVisit {
    fileprivate func today(_ world: World) -> CalendarDate { world.clock.today }
}
