import Testing

@testable import Workflow

/// What bodies decide, and what must follow.
@Suite struct DecisionTests {
    private static func decision(_ outcomes: PointOutcome...) -> ActPayload {
        .decided(
            body: .college, points: outcomes.enumerated().map { PointResult(point: $0.offset + 1, outcome: $0.element) }
        )
    }

    @Test func nobodyDecidesBeforeItStandsOnTheAgenda() throws {
        var scenario = try Scenario.frozen()
        try scenario.act(.signedOff(step: "portfolio-holder", verdict: .agreed), .portfolioHolder)
        #expect(scenario.refusal(Self.decision(.adopted), .boardOffice) == "refusal.step-waits")
        #expect(try scenario.step("decision").reasons.map(\.key) == ["step.waits-for-track"])
    }

    @Test func nobodyDecidesWithoutParaafOrDisclosure() throws {
        var scenario = try Scenario.frozen()
        try scenario.act(.scheduled(body: .college, meeting: nil), .secretary)
        scenario.facts.proposedDisclosure = nil
        #expect(
            try scenario.step("decision").reasons.map(\.key) == ["gate.sign-off-missing", "gate.disclosure-missing"])
        #expect(scenario.refusal(Self.decision(.adopted), .boardOffice) == "refusal.step-waits")
    }

    @Test func everyPointGetsExactlyOneResult() throws {
        var scenario = try Scenario.ready()
        scenario.facts.decisionPoints.append(DecisionPointFact(number: 2, text: "De nota openbaar te maken"))
        #expect(scenario.refusal(Self.decision(.adopted), .boardOffice) == "refusal.points-missing")
        #expect(scenario.refusal(Self.decision(.adopted, .adopted, .noted), .boardOffice) == "refusal.unknown-point")
        let twice = ActPayload.decided(
            body: .college, points: [1, 2, 2].map { PointResult(point: $0, outcome: .adopted) })
        #expect(scenario.refusal(twice, .boardOffice) == "refusal.point-twice")
        #expect(scenario.refusal(.decided(body: .college, points: []), .boardOffice) == "refusal.points-none")
        #expect(scenario.refusal(Self.decision(.adopted, .noted), .boardOffice) == nil)
    }

    @Test func anotherBodyDecidesNothingHere() throws {
        let scenario = try Scenario.ready()
        let council = ActPayload.decided(body: .raad, points: [PointResult(point: 1, outcome: .adopted)])
        #expect(scenario.refusal(council, .clerk) == "refusal.act-not-in-workflow")
    }

    @Test func theReleaseFollowsTheDecisionOnce() throws {
        #expect(try Scenario.ready().refusal(.finalReleased, .boardOffice) == "refusal.step-waits")
        var scenario = try Scenario.decided(.adopted)
        try scenario.act(.finalReleased, .boardOffice)
        #expect(scenario.refusal(.finalReleased, .boardOffice) == "refusal.step-done")
        #expect(scenario.refusal(Self.decision(.adopted), .boardOffice) == "refusal.step-done")
        #expect(scenario.refusal(.scheduled(body: .college, meeting: nil), .secretary) == "refusal.step-done")
    }

    @Test func aReleaseOnADayBeforeAnUndatedRegisterEndsIsHeldAgainstTheDecision() throws {
        var scenario = try Scenario.ready()
        try scenario.act(Self.decision(.adopted), .boardOffice, on: "2023-06-12")
        #expect(scenario.refusal(.finalReleased, .boardOffice, on: "2023-06-11") == "refusal.date-before-last-act")
        #expect(scenario.refusal(.finalReleased, .boardOffice, on: "2023-06-15") == nil)
        #expect(scenario.refusal(.finalReleased, .boardOffice) == nil)
    }

    @Test func aDecisionBearsTheDayOfItsMeetingAlsoWhereWorkWentOnBeforeItWasRecorded() throws {
        var scenario = try Scenario.ready()
        try scenario.act(.disclosureChosen(Disclosure(.open)), .editor, on: "2023-06-13")
        try scenario.act(.adviserAsked(track: "sign-off", function: "Jurist"), .editor, on: "2023-06-13")
        try scenario.act(.stepSkipped(step: "asked:6"), .editor, on: "2023-06-14", reason: true)
        #expect(scenario.refusal(Self.decision(.adopted), .boardOffice, on: "2023-06-12") == nil)
        try scenario.act(.signedOff(step: "adviser", verdict: .agreed), .adviser, on: "2023-06-14")
        #expect(
            scenario.refusal(Self.decision(.adopted), .boardOffice, on: "2023-06-12") == "refusal.date-before-last-act")
    }

    @Test func whatIsDeferredGoesBackToTheAgenda() throws {
        var scenario = try Scenario.decided(.deferred)
        #expect(scenario.standing.decisions.map(\.state) == [.deferred])
        #expect(scenario.refusal(Self.decision(.adopted), .boardOffice) == "refusal.step-waits")
        #expect(scenario.refusal(.finalReleased, .boardOffice) == "refusal.step-waits")
        #expect(try scenario.step("board-agenda").state == .open)
        try scenario.act(.scheduled(body: .college, meeting: nil), .secretary)
        try scenario.decide(.adopted)
        try scenario.act(.finalReleased, .boardOffice)
    }

    @Test(arguments: [PointOutcome.withdrawn, .referredBack])
    func whatIsTakenBackIsSentBackBeforeAnythingElse(outcome: PointOutcome) throws {
        var scenario = try Scenario.decided(outcome)
        for (payload, role) in [
            (ActPayload.scheduled(body: .college, meeting: nil), Role.secretary), (.finalReleased, .boardOffice),
            (.stageMoved(from: "decide", to: "adopted"), .secretary), (.published, .boardOffice),
            (.disclosureChosen(Disclosure(.open)), .editor),
            (.signedOff(step: "portfolio-holder", verdict: .agreed), .portfolioHolder),
        ] {
            #expect(scenario.refusal(payload, role) == "refusal.send-back-first", "\(payload)")
        }
        #expect(
            try scenario.gate("decide").line("points-decided")?.reasons.map(\.key) == ["gate.decision-must-go-back"])
        try scenario.sendBack()
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor)
        #expect(try scenario.step("board-agenda").state == .open)
        #expect(scenario.standing.decisions.isEmpty)
    }

    @Test func aRejectedPointKeepsTheGateClosed() throws {
        var scenario = try Scenario.decided(.rejected)
        try scenario.act(.finalReleased, .boardOffice)
        #expect(scenario.refusal(.stageMoved(from: "decide", to: "adopted"), .secretary) == "refusal.gate-closed")
        #expect(try scenario.gate("decide").missing.map(\.key) == ["gate.point-rejected"])
    }

    @Test func whatIsAdoptedAsAmendedNeedsANewVersionBeforeItsRelease() throws {
        var scenario = try Scenario.decided(.adoptedAsAmended)
        #expect(scenario.refusal(.finalReleased, .boardOffice) == "refusal.step-waits")
        #expect(
            try scenario.gate("decide").line("amended-version-approved")?.reasons.map(\.key)
                == ["gate.amended-version-missing"])
        try scenario.sendBack(["aanpak"])
        scenario.change(.substantive)
        #expect(scenario.refusal(.finalReleased, .boardOffice) == "refusal.step-waits")
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor)
        #expect(scenario.refusal(.finalReleased, .boardOffice) == "refusal.step-waits")
        #expect(
            try scenario.gate("decide").line("amended-version-approved")?.reasons.map(\.key)
                == ["gate.amended-version-unsigned"])
        try scenario.act(.signedOff(step: "portfolio-holder", verdict: .agreed), .portfolioHolder)
        try scenario.act(.finalReleased, .boardOffice)
        try scenario.act(.stageMoved(from: "decide", to: "adopted"), .secretary)
    }

    @Test func freezingTheSameTextAgainDoesNotCarryAnAmendmentOut() throws {
        var scenario = try Scenario.decided(.adoptedAsAmended)
        try scenario.sendBack()
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor)
        try scenario.act(.signedOff(step: "portfolio-holder", verdict: .agreed), .portfolioHolder)
        #expect(scenario.standing.decisions.map(\.state) == [.awaitsVersion])
        #expect(scenario.refusal(.finalReleased, .boardOffice) == "refusal.step-waits")
    }

    @Test func aBodyThatAmendedMayDecideAgainFromANewAgenda() throws {
        var scenario = try Scenario.decided(.adoptedAsAmended)
        try scenario.sendBack()
        scenario.change(.substantive)
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor)
        #expect(scenario.refusal(Self.decision(.adopted), .boardOffice) == "refusal.step-waits")
        try scenario.act(.scheduled(body: .college, meeting: nil), .secretary)
        #expect(scenario.refusal(Self.decision(.adopted), .boardOffice) == "refusal.step-waits")
    }

    @Test func sendingBackAfterTheDecisionMakesItFall() throws {
        var scenario = try Scenario.decided(.adopted)
        try scenario.act(.finalReleased, .boardOffice)
        try scenario.sendBack()
        #expect(scenario.standing.decisions.isEmpty)
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor)
        #expect(scenario.refusal(Self.decision(.adopted), .boardOffice) == "refusal.step-waits")
        #expect(try scenario.step("final-release").state == .waiting)
    }

    @Test func aTextThatChangedAfterTheFreezeIsNotTheTextThatWasDecidedOn() throws {
        var scenario = try Scenario.decided(.adopted)
        try scenario.act(.finalReleased, .boardOffice)
        scenario.change(.typographic)
        #expect(try scenario.gate("decide").missing.map(\.key) == ["gate.text-changed-since-freeze"])
    }

    @Test func aMeetingDoesNotLieBeforeItsScheduling() throws {
        let scenario = try Scenario.frozen()
        let past = ActPayload.scheduled(body: .college, meeting: "2023-06-01")
        #expect(scenario.refusal(past, .secretary, on: "2023-06-06") == "refusal.meeting-before-scheduling")
    }

    @Test func theCouncilsAmendmentKeepsTheBoardsDecision() throws {
        var scenario = try Self.offeredToTheCouncil()
        try scenario.decide(.adoptedAsAmended, body: .raad)
        try scenario.act(.sentBack(from: "adopt", to: "draft"), .clerk, reason: true)
        scenario.change(.substantive)
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor)
        #expect(scenario.standing.decisions.map(\.body) == [.college, .raad])
        try scenario.act(.signedOff(step: "portfolio-holder", verdict: .agreed), .portfolioHolder)
        try scenario.act(.stageMoved(from: "decide", to: "adopt"), .secretary)
        try scenario.act(.stageMoved(from: "adopt", to: "adopted"), .clerk)
        #expect(scenario.standing.stage == "adopted")
    }

    @Test func theCouncilMayHandThePlanBackToTheBoardOnTheSameText() throws {
        var scenario = try Self.offeredToTheCouncil()
        try scenario.act(.sentBack(from: "adopt", to: "decide"), .clerk, reason: true)
        #expect(scenario.standing.frozen != nil)
        #expect(scenario.standing.decisions.isEmpty)
        try scenario.act(.scheduled(body: .college, meeting: nil), .secretary)
        try scenario.decide(.adopted)
    }

    /// A progress report that the board adopted and that stands on the agenda of the council.
    private static func offeredToTheCouncil() throws -> Scenario {
        var scenario = try Scenario("voortgangsrapportage")
        try scenario.start()
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor)
        try scenario.act(.scheduled(body: .college, meeting: nil), .secretary)
        try scenario.act(.signedOff(step: "portfolio-holder", verdict: .agreed), .portfolioHolder)
        try scenario.decide(.adopted)
        try scenario.act(.finalReleased, .boardOffice)
        try scenario.act(.stageMoved(from: "decide", to: "adopt"), .secretary)
        try scenario.act(.scheduled(body: .raad, meeting: nil), .clerk)
        return scenario
    }
}
