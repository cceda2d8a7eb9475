import Testing

@testable import Workflow

/// What is put on hold stands still until somebody lets it go on.
@Suite struct HoldTests {
    @Test func aPlanOnHoldMovesNowhereAndIsNotDecidedOn() throws {
        var scenario = try Scenario.ready()
        #expect(scenario.refusal(.held, .secretary) == "refusal.no-reason")
        try scenario.act(.held, .secretary, "Gemeentesecretaris", on: "2023-06-09", reason: true)
        let hold = try #require(scenario.standing.holds.first)
        #expect(hold == HoldStanding(sequence: 5, sections: [], since: "2023-06-09", function: "Gemeentesecretaris"))
        #expect(scenario.standing.hold(on: "aanpak") == hold)
        let decision = ActPayload.decided(body: .college, points: [PointResult(point: 1, outcome: .adopted)])
        #expect(scenario.refusal(decision, .boardOffice) == "refusal.step-waits")
        #expect(try scenario.step("decision").reasons.map(\.key) == ["step.on-hold"])
        try scenario.act(.resumed, .secretary)
        #expect(scenario.standing.holds.isEmpty)
        try scenario.act(decision, .boardOffice)
        try scenario.act(.held, .editor, reason: true)
        #expect(scenario.refusal(.finalReleased, .boardOffice) == "refusal.step-waits")
        try scenario.act(.resumed, .editor)
        try scenario.act(.finalReleased, .boardOffice)
        try scenario.act(.held, .editor, reason: true)
        #expect(scenario.refusal(.stageMoved(from: "decide", to: "adopted"), .secretary) == "refusal.on-hold")
        #expect(scenario.refusal(.published, .boardOffice) == "refusal.step-waits")
    }

    @Test func aSectionOnHoldStaysBehindWhereTheOthersGoOn() throws {
        var scenario = try Scenario.started("meerjarenbeleidsplan")
        try scenario.act(.gateOverridden(stage: "consult", condition: "consultation-closed"), .secretary, reason: true)
        try scenario.act(.held, .editor, sections: ["aanpak"], reason: true)
        #expect(scenario.standing.hold(on: "inleiding") == nil)
        #expect(scenario.standing.hold(on: "aanpak")?.sections == ["aanpak"])
        let move = ActPayload.stageMoved(from: "consult", to: "deepen")
        #expect(scenario.refusal(move, .editor) == "refusal.on-hold-sections")
        try scenario.act(move, .editor, sections: ["inleiding"])
        #expect(scenario.refusal(move, .editor, sections: ["aanpak"]) == "refusal.on-hold-sections")
        try scenario.act(.resumed, .secretary, sections: ["aanpak"])
        try scenario.act(move, .editor, sections: ["aanpak"])
    }

    @Test func aSectionOnHoldKeepsTheWholeVersionFromItsDecision() throws {
        var scenario = try Scenario.ready()
        try scenario.act(.held, .secretary, sections: ["aanpak"], reason: true)
        #expect(try scenario.step("decision").reasons.map(\.key) == ["step.on-hold-sections"])
    }

    @Test func whatIsOnHoldIsStillSignedScheduledAndSentBack() throws {
        var scenario = try Scenario.frozen()
        try scenario.act(.held, .secretary, reason: true)
        try scenario.act(.scheduled(body: .college, meeting: nil), .secretary)
        try scenario.act(.signedOff(step: "portfolio-holder", verdict: .agreed), .portfolioHolder)
        try scenario.sendBack()
        #expect(scenario.standing.holds.count == 1)
        #expect(scenario.standing.section("aanpak")?.wasSentBack == true)
        #expect(scenario.refusal(.stageMoved(from: "draft", to: "decide"), .editor) == "refusal.on-hold")
        try scenario.act(.resumed, .secretary)
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor)
        #expect(scenario.standing.section("aanpak")?.wasSentBack == false)
    }

    @Test func whatIsHeldIsNotHeldTwiceAndWhatIsNotHeldDoesNotGoOn() throws {
        var scenario = try Scenario.frozen()
        #expect(scenario.refusal(.resumed, .secretary) == "refusal.not-held")
        #expect(scenario.refusal(.held, .drafter, reason: true) == "refusal.wrong-role")
        try scenario.act(.held, .secretary, sections: ["aanpak"], reason: true)
        #expect(scenario.refusal(.held, .secretary, sections: ["aanpak"], reason: true) == "refusal.already-held")
        #expect(scenario.refusal(.resumed, .secretary, sections: ["inleiding"]) == "refusal.sections-not-held")
        try scenario.act(.held, .secretary, reason: true)
        #expect(scenario.refusal(.held, .secretary, sections: ["inleiding"], reason: true) == "refusal.already-held")
        #expect(scenario.standing.holds.map(\.sequence) == [4, 3].sorted())
        try scenario.act(.resumed, .secretary)
        #expect(scenario.standing.holds.isEmpty)
    }

    @Test func aSectionThatIsGoneIsNotOnHold() throws {
        var scenario = try Scenario.started()
        try scenario.act(.held, .secretary, sections: ["aanpak"], reason: true)
        scenario.facts.sections.removeLast()
        #expect(scenario.standing.holds.isEmpty)
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor)
    }

    @Test func aPlanThatIsAdoptedHasNothingToHold() throws {
        var scenario = try Scenario.decided(.adopted)
        try scenario.act(.finalReleased, .boardOffice)
        try scenario.act(.stageMoved(from: "decide", to: "adopted"), .secretary)
        #expect(scenario.refusal(.held, .secretary, reason: true) == "refusal.nothing-to-hold")
    }

    @Test func aWorkflowThatSaysNothingOfItHasSensibleRoles() throws {
        let definition = try WorkflowDefinition.read(yaml: SoundWorkflow.yaml, file: "old.yml")
        #expect(definition.actRoles[.held] == [.editor, .secretary])
        #expect(definition.actRoles[.resumed] == [.editor, .secretary])
        #expect(definition.actRoles[.adviserAsked] == [.editor, .secretary])
        #expect(definition.tracks.flatMap(\.steps).allSatisfy { $0.skip.isEmpty && $0.allowsBulk })
    }
}
