import Testing

@testable import Workflow

/// Each workflow that ships, walked from its start to its end.
@Suite struct ShippedWorkflowTests {
    @Test func aMeerjarenbeleidsplanIsConsultedDeepenedWrittenDecidedAndAdopted() throws {
        var scenario = try Scenario.started("meerjarenbeleidsplan")
        scenario.today = "2023-07-01"
        #expect(scenario.standing.stage == "consult")
        try scenario.act(
            .roundOpened(round: "r1", audience: LocalizedText(nl: "Inwoners"), from: "2023-06-01", until: "2023-06-30"),
            .handler)
        try scenario.act(
            .roundOpened(round: "r2", audience: LocalizedText(nl: "Partners"), from: "2023-06-01", until: "2023-06-15"),
            .editor)
        try scenario.act(.roundClosed(round: "r2"), .editor)
        #expect(try scenario.step("close-round").state == .open)
        try scenario.act(.roundClosed(round: "r1"), .editor)
        try scenario.act(.stageMoved(from: "consult", to: "deepen"), .editor)
        try scenario.act(.meetingHeld(meeting: "raad", body: .raad), .clerk)
        try scenario.act(.meetingHeld(meeting: "partners", body: nil), .editor)
        try scenario.act(.stageMoved(from: "deepen", to: "draft"), .editor)
        scenario.change(.substantive)
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor)
        try throughTheBoard(&scenario)
        try scenario.act(.stageMoved(from: "decide", to: "adopt"), .secretary)
        #expect(scenario.refusal(.stageMoved(from: "adopt", to: "adopted"), .clerk) == "refusal.gate-closed")
        #expect(
            scenario.refusal(
                .decided(body: .raad, points: [PointResult(point: 1, outcome: .adopted)]), .clerk)
                == "refusal.step-waits")
        try scenario.act(.scheduled(body: .raad, meeting: "2023-07-05"), .clerk)
        try scenario.decide(.adopted, body: .raad)
        try scenario.act(.stageMoved(from: "adopt", to: "adopted"), .clerk)
        try scenario.act(.published, .boardOffice)
        #expect(!scenario.standing.tracks.contains { !$0.isComplete })
    }

    @Test func sectionsOfAMeerjarenbeleidsplanAreSentBackToAnEarlierStageOneByOne() throws {
        var scenario = try Scenario.started("meerjarenbeleidsplan")
        scenario.record(.stageMoved(from: "consult", to: "deepen"), .editor)
        try scenario.act(.sentBack(from: "deepen", to: "consult"), .editor, sections: ["aanpak"], reason: true)
        #expect(scenario.standing.section("aanpak")?.stage == "consult")
        #expect(scenario.standing.section("inleiding")?.stage == "deepen")
        #expect(try scenario.step("open-round").state == .open)
        #expect(try scenario.step("council-session").state == .open)
    }

    @Test func anUitvoeringsplanNeedsTheAdviceOfFinance() throws {
        var scenario = try Scenario.started("uitvoeringsplan")
        let move = ActPayload.stageMoved(from: "draft", to: "decide")
        #expect(scenario.refusal(move, .editor) == "refusal.gate-closed")
        #expect(try scenario.gate("draft").line("advice-given")?.actors == [.adviser])
        try scenario.act(.signedOff(step: "finance-advice", verdict: .noObjection), .adviser)
        try scenario.act(.signedOff(step: "partner-advice", verdict: .agreedWithRemark), .partner)
        scenario.change(.substantive)
        #expect(scenario.refusal(move, .editor) == "refusal.gate-closed")
        try scenario.act(.signedOff(step: "finance-advice", verdict: .agreed), .adviser)
        try scenario.act(move, .editor)
        #expect(
            scenario.refusal(.signedOff(step: "finance-advice", verdict: .agreed), .adviser) == "refusal.step-done")
        try throughTheBoard(&scenario)
        try scenario.act(.stageMoved(from: "decide", to: "adopted"), .secretary)
    }

    @Test func adviceThatWasNotGivenInTimeIsSkipped() throws {
        var scenario = try Scenario.started("uitvoeringsplan")
        try scenario.act(.gateOverridden(stage: "draft", condition: "advice-given"), .secretary, reason: true)
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor)
        let step = try scenario.step("finance-advice")
        #expect(step.state == .skipped)
        #expect(step.reasons.map(\.key) == ["step.stage-left"])
        #expect(
            scenario.refusal(.signedOff(step: "finance-advice", verdict: .agreed), .adviser) == "refusal.step-skipped")
    }

    @Test func aVoortgangsrapportageEndsWhenTheCouncilTookNote() throws {
        var scenario = try Scenario.started("voortgangsrapportage")
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor)
        try throughTheBoard(&scenario)
        try scenario.act(.stageMoved(from: "decide", to: "adopt"), .secretary)
        try scenario.act(.scheduled(body: .raad, meeting: nil), .clerk)
        try scenario.decide(.noted, body: .raad)
        try scenario.act(.stageMoved(from: "adopt", to: "adopted"), .clerk)
        #expect(scenario.standing.decisions.map(\.body) == [.college, .raad])
    }

    @Test(arguments: ShippedWorkflow.names)
    func everyRoleThatAWorkflowNamesHasSomethingToDo(name: String) throws {
        let definition = try ShippedWorkflow.read(name)
        let acting = Set(
            definition.stages.flatMap(\.movedBy) + definition.tracks.flatMap(\.steps).flatMap(\.roles)
                + definition.stages.flatMap { $0.sendBack?.roles ?? [] })
        #expect(acting.isSuperset(of: [.editor, .secretary, .portfolioHolder, .boardOffice]))
        #expect(acting.isDisjoint(with: [.resident, .councillor, .auditor]))
    }

    @Test(arguments: ShippedWorkflow.names)
    func thePlanStagesHaveTheIdsThatTheProgramKnows(name: String) throws {
        let known: [StageID] = ["consult", "deepen", "draft", "decide", "adopt", "adopted"]
        let ids = try ShippedWorkflow.read(name).stages.map(\.id)
        #expect(ids == known.filter { ids.contains($0) })
        #expect(ids.last == "adopted")
    }

    /// Scheduling, paraaf, decision and release.
    private func throughTheBoard(_ scenario: inout Scenario) throws {
        try scenario.act(.scheduled(body: .college, meeting: nil), .secretary)
        try scenario.act(.signedOff(step: "portfolio-holder", verdict: .agreed), .portfolioHolder)
        try scenario.decide(.adopted)
        try scenario.act(.finalReleased, .boardOffice)
    }
}
