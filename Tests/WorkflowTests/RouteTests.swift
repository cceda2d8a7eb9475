import Testing

@testable import Workflow

/// Passing steps over, asking somebody beside the route, and routes that go one by one.
@Suite struct RouteTests {
    private static let ask = ActPayload.adviserAsked(track: "sign-off", function: "Controller")
    private static let advice = ActPayload.signedOff(step: "asked:3", verdict: .agreed)

    /// A frozen plan of which the controller was asked for a paraaf: act 3.
    private static func asked() throws -> Scenario {
        var scenario = try Scenario.frozen()
        try scenario.act(ask, .secretary)
        return scenario
    }

    /// The sound workflow with two parafen one after the other, the first of which the editor may skip.
    private static func serial() throws -> Scenario {
        let yaml = SoundWorkflow.yaml.replacing(
            "      - id: holder\n",
            with: """
                      - id: jurist
                        label: { nl: Jurist }
                        act: signed-off
                        by: [adviser]
                        skip: [editor]
                      - id: holder

                """)
        var scenario = Scenario(try WorkflowDefinition.read(yaml: yaml, file: "serial.yml"))
        try scenario.start()
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor)
        return scenario
    }

    // MARK: One by one

    @Test func aSerialRouteWaitsForThePersonBefore() throws {
        var scenario = try Self.serial()
        let holder = ActPayload.signedOff(step: "holder", verdict: .agreed)
        #expect(scenario.refusal(holder, .portfolioHolder) == "refusal.step-waits")
        #expect(try scenario.step("holder").reasons.map(\.key) == ["step.waits-for-step"])
        try scenario.act(.signedOff(step: "jurist", verdict: .noObjection), .adviser)
        try scenario.act(holder, .portfolioHolder)
        #expect(scenario.refusal(.signedOff(step: "jurist", verdict: .agreed), .adviser) == "refusal.step-done")
    }

    @Test func anObjectionHoldsUpWhoComesAfter() throws {
        var scenario = try Self.serial()
        try scenario.act(.signedOff(step: "jurist", verdict: .notAgreed), .adviser, reason: true)
        #expect(try scenario.step("holder").state == .waiting)
    }

    // MARK: Skipping

    @Test func aSkippedStepIsNotWaitedForAndSaysWhoPassedItOver() throws {
        var scenario = try Self.serial()
        #expect(scenario.refusal(.stepSkipped(step: "jurist"), .editor) == "refusal.no-reason")
        try scenario.act(.stepSkipped(step: "jurist"), .editor, "Projectleider", reason: true)
        let step = try scenario.step("jurist")
        #expect(step.state == .skipped)
        #expect(step.reasons == [Reason("step.skipped", ["function": .text("Projectleider")])])
        #expect(step.acts == [3])
        #expect(try scenario.step("holder").state == .open)
        #expect(scenario.standing.openSteps(for: .adviser).isEmpty)
        try scenario.act(.signedOff(step: "holder", verdict: .agreed), .portfolioHolder)
        #expect(try scenario.gate("decide").isOpen)
    }

    @Test func whoWasPassedOverMayStillSpeakUntilSomethingIsBuiltOnIt() throws {
        var scenario = try Self.serial()
        try scenario.act(.stepSkipped(step: "jurist"), .editor, reason: true)
        var late = scenario
        try late.act(.signedOff(step: "jurist", verdict: .notAgreed), .adviser, reason: true)
        #expect(try late.step("jurist").state == .blocked)
        #expect(try late.step("holder").state == .waiting)
        try scenario.act(.signedOff(step: "holder", verdict: .agreed), .portfolioHolder)
        #expect(scenario.refusal(.signedOff(step: "jurist", verdict: .agreed), .adviser) == "refusal.step-skipped")
    }

    @Test func onlyWhoTheStepNamesSkipsItAndNobodyWhereItNamesNone() throws {
        let scenario = try Self.serial()
        #expect(scenario.refusal(.stepSkipped(step: "jurist"), .secretary, reason: true) == "refusal.wrong-role")
        #expect(scenario.refusal(.stepSkipped(step: "holder"), .editor, reason: true) == "refusal.no-skip")
        #expect(scenario.refusal(.stepSkipped(step: "agenda"), .editor, reason: true) == "refusal.no-skip")
        #expect(scenario.refusal(.stepSkipped(step: "nergens"), .editor, reason: true) == "refusal.unknown-step")
    }

    @Test func nobodySkipsAnObjectionNorWhatIsDoneNorWhatHasNotBegun() throws {
        var scenario = try Self.serial()
        let skip = ActPayload.stepSkipped(step: "jurist")
        var objecting = scenario
        try objecting.act(.signedOff(step: "jurist", verdict: .notAgreed), .adviser, reason: true)
        #expect(objecting.refusal(skip, .editor, reason: true) == "refusal.skip-objection")
        try scenario.sendBack()
        #expect(scenario.refusal(skip, .editor, reason: true) == "refusal.step-waits")
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor)
        try scenario.act(.signedOff(step: "jurist", verdict: .agreed), .adviser)
        #expect(scenario.refusal(skip, .editor, reason: true) == "refusal.step-done")
    }

    @Test func sendingBackMakesASkippedStepCountAgain() throws {
        var scenario = try Self.serial()
        try scenario.act(.stepSkipped(step: "jurist"), .editor, reason: true)
        #expect(scenario.refusal(.stepSkipped(step: "jurist"), .editor, reason: true) == "refusal.step-skipped")
        try scenario.sendBack()
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor)
        #expect(try scenario.step("jurist").state == .open)
        #expect(try scenario.step("holder").state == .waiting)
    }

    @Test func aSkippedMeetingCountsAsHeld() throws {
        let yaml = try ShippedWorkflow.text("meerjarenbeleidsplan").replacing(
            "act: meeting-held\n        by: [editor, secretary, clerk]",
            with: "act: meeting-held\n        skip: [boardOffice]\n        by: [editor, secretary, clerk]")
        var scenario = Scenario(try WorkflowDefinition.read(yaml: yaml, file: "meeting.yml"))
        try scenario.start()
        scenario.record(.stageMoved(from: "consult", to: "deepen"), .editor)
        #expect(try scenario.gate("deepen").line("council-deepening")?.state == .missing)
        try scenario.act(.stepSkipped(step: "council-session"), .boardOffice, reason: true)
        #expect(try scenario.gate("deepen").line("council-deepening")?.state == .met)
        #expect(try scenario.gate("deepen").line("partner-deepening")?.state == .missing)
    }

    // MARK: Asking beside the route

    @Test func whoIsAskedBesideTheRouteIsWaitedFor() throws {
        var scenario = try Self.asked()
        let step = try scenario.step("asked:3")
        #expect(step.state == .open)
        #expect(step.isRequired)
        #expect(step.function == "Controller")
        #expect(step.label.nl == "Controller")
        #expect(scenario.standing.track("sign-off")?.steps.map(\.id) == ["adviser", "portfolio-holder", "asked:3"])
        try scenario.act(.scheduled(body: .college, meeting: nil), .secretary)
        try scenario.act(.signedOff(step: "portfolio-holder", verdict: .agreed), .portfolioHolder)
        #expect(try scenario.step("decision").reasons.map(\.key) == ["gate.sign-off-missing"])
        try scenario.act(Self.advice, .adviser, "Controller")
        #expect(try scenario.step("decision").state == .open)
        try scenario.decide(.adopted)
        #expect(scenario.refusal(Self.advice, .adviser, "Controller") == "refusal.step-done")
    }

    @Test func anObjectionOfWhoWasAskedBlocks() throws {
        var scenario = try Self.asked()
        try scenario.act(.scheduled(body: .college, meeting: nil), .secretary)
        try scenario.act(.signedOff(step: "portfolio-holder", verdict: .agreed), .portfolioHolder)
        try scenario.act(.signedOff(step: "asked:3", verdict: .notAgreed), .adviser, "Controller", reason: true)
        #expect(try scenario.step("decision").reasons.map(\.key) == ["gate.objection", "gate.objection"])
        #expect(
            scenario.refusal(.stepSkipped(step: "asked:3"), .secretary, reason: true) == "refusal.skip-objection")
    }

    @Test func nobodyElseGivesTheParaafThatWasAsked() throws {
        let scenario = try Self.asked()
        #expect(scenario.refusal(Self.advice, .adviser, "Jurist") == "refusal.asked-another")
        #expect(scenario.refusal(Self.advice, .partner, "Controller") == "refusal.wrong-role")
    }

    @Test func aDeputyGivesItForWhoWasAsked() throws {
        let scenario = try Self.asked()
        let deputy = ProposedAct(
            Self.advice, by: .adviser, function: "Adviseur financiën", onBehalfOf: "Controller", on: nil)
        #expect(scenario.engine.refusal(of: deputy, given: scenario.facts, on: scenario.today) == nil)
    }

    @Test func aRequestThatIsWithdrawnIsNoLongerWaitedForAndDoesNotComeBack() throws {
        var scenario = try Self.asked()
        #expect(scenario.refusal(Self.ask, .secretary) == "refusal.already-asked")
        try scenario.act(.stepSkipped(step: "asked:3"), .editor, reason: true)
        #expect(try scenario.step("asked:3").reasons.map(\.key) == ["step.withdrawn"])
        #expect(scenario.refusal(Self.advice, .adviser, "Controller") == "refusal.step-skipped")
        try scenario.sendBack()
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor)
        #expect(try scenario.step("asked:3").state == .skipped)
        try scenario.act(Self.ask, .secretary)
        #expect(try scenario.step("asked:7").state == .open)
    }

    @Test func adviceIsAskedBesideARouteThatIsNotOver() throws {
        var scenario = try Scenario.frozen()
        #expect(scenario.refusal(Self.ask, .drafter) == "refusal.wrong-role")
        #expect(
            scenario.refusal(.adviserAsked(track: "scheduling", function: "Jurist"), .editor) == "refusal.no-route")
        #expect(scenario.refusal(.adviserAsked(track: "sign-off", function: " "), .editor) == "refusal.no-function")
        try scenario.act(.scheduled(body: .college, meeting: nil), .secretary)
        try scenario.act(.signedOff(step: "portfolio-holder", verdict: .agreed), .portfolioHolder)
        try scenario.decide(.adopted)
        #expect(scenario.refusal(Self.ask, .secretary) == "refusal.route-over")
        #expect(try Scenario.started().refusal(Self.ask, .editor) == nil)
    }

    @Test func anAmendedVersionNeedsThePeopleWhoWereAskedToo() throws {
        var scenario = try Self.asked()
        try scenario.act(.scheduled(body: .college, meeting: nil), .secretary)
        try scenario.act(.signedOff(step: "portfolio-holder", verdict: .agreed), .portfolioHolder)
        try scenario.act(Self.advice, .adviser, "Controller")
        try scenario.decide(.adoptedAsAmended)
        try scenario.sendBack()
        scenario.change(.substantive)
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor)
        try scenario.act(.signedOff(step: "portfolio-holder", verdict: .agreed), .portfolioHolder)
        #expect(scenario.refusal(.finalReleased, .boardOffice) == "refusal.step-waits")
        try scenario.act(Self.advice, .adviser, "Controller")
        try scenario.act(.finalReleased, .boardOffice)
    }

    // MARK: In another's place

    @Test func aDeputysParaafIsThatOfWhoIsReplaced() throws {
        var scenario = try Scenario.frozen()
        scenario.facts.acts.append(
            ActFact(
                sequence: 3, payload: .signedOff(step: "portfolio-holder", verdict: .notAgreed), text: "c1",
                role: .portfolioHolder, function: "Wethouder", onBehalfOf: "Burgemeester", date: nil,
                recordedOn: scenario.today))
        let given = try #require(scenario.step("portfolio-holder").signOffs.first)
        #expect(given.function == "Burgemeester")
        #expect(given.deputy == "Wethouder")
        #expect(given.text == "c1")
        try scenario.act(
            .signedOff(step: "portfolio-holder", verdict: .agreed), .portfolioHolder, "Burgemeester")
        #expect(try scenario.step("portfolio-holder").signOffs.map(\.deputy) == [nil])
        #expect(try scenario.step("portfolio-holder").state == .done)
    }
}
