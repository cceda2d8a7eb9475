import Testing

@testable import Workflow

/// Moving on, sending back, freezing: where sections may stand.
@Suite struct StageRuleTests {
    @Test func nothingIsDoneBeforeThePlanIsStarted() throws {
        let scenario = try Scenario()
        #expect(scenario.refusal(.stageMoved(from: "draft", to: "decide"), .editor) == "refusal.not-started")
        #expect(!scenario.standing.isStarted)
    }

    @Test func aPlanIsStartedOnce() throws {
        let scenario = try Scenario.started()
        let again = ActPayload.planStarted(workflow: "plan-van-aanpak", version: 2)
        #expect(scenario.refusal(again, .editor) == "refusal.already-started")
    }

    @Test func aPlanStartsWithTheWorkflowThatIsLoaded() throws {
        let scenario = try Scenario()
        #expect(
            scenario.refusal(.planStarted(workflow: "plan-van-aanpak", version: 3), .editor)
                == "refusal.other-workflow")
        let started = try Scenario.started()
        #expect(
            started.refusal(.workflowChanged(workflow: "uitvoeringsplan", version: 1), .secretary)
                == "refusal.other-workflow")
        #expect(started.refusal(.workflowChanged(workflow: "plan-van-aanpak", version: 2), .secretary) == nil)
    }

    @Test(arguments: [
        (StageID("draft"), StageID("adopted"), "refusal.wrong-order"), ("decide", "draft", "refusal.wrong-order"),
        ("draft", "besluit", "refusal.unknown-stage"), ("concept", "decide", "refusal.unknown-stage"),
        ("decide", "adopted", "refusal.sections-elsewhere"),
    ])
    func aMoveGoesToTheNextStageAndSkipsNone(from: StageID, to: StageID, key: String) throws {
        let scenario = try Scenario.started()
        let sections = key == "refusal.sections-elsewhere" ? ["aanpak"] : []
        #expect(scenario.refusal(.stageMoved(from: from, to: to), .secretary, sections: sections) == key)
    }

    @Test func aStageWithoutSectionsHasNothingToMove() throws {
        let scenario = try Scenario.started()
        let refusal = scenario.refusal(.stageMoved(from: "decide", to: "adopted"), .secretary)
        #expect(refusal == "refusal.stage-empty")
    }

    @Test func aPlanWithoutSectionsMovesNowhere() throws {
        var scenario = try Scenario.started()
        scenario.facts.sections = []
        #expect(scenario.refusal(.stageMoved(from: "draft", to: "decide"), .editor) == "refusal.no-sections")
        #expect(scenario.standing.stage == "draft")
    }

    @Test func onlyTheRolesOfTheStageMoveIt() throws {
        let scenario = try Scenario.started()
        let move = ActPayload.stageMoved(from: "draft", to: "decide")
        #expect(scenario.refusal(move, .drafter) == "refusal.wrong-role")
        #expect(scenario.refusal(move, .resident) == "refusal.wrong-role")
        #expect(scenario.refusal(move, .editor) == nil)
    }

    @Test func anActNamesTheFunctionThatDoesIt() throws {
        let scenario = try Scenario.started()
        #expect(scenario.refusal(.stageMoved(from: "draft", to: "decide"), .editor, "  ") == "refusal.no-function")
    }

    @Test func sectionsThatAreNamedMustExistAndBeNamedOnce() throws {
        let scenario = try Scenario.started()
        let move = ActPayload.stageMoved(from: "draft", to: "decide")
        #expect(scenario.refusal(move, .editor, sections: ["weg"]) == "refusal.unknown-sections")
        #expect(scenario.refusal(move, .editor, sections: ["aanpak", "aanpak"]) == "refusal.sections-twice")
    }

    @Test func officialDatesRunNeitherAheadNorBack() throws {
        var scenario = try Scenario.started()
        scenario.today = "2023-06-10"
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor, on: "2023-06-08")
        let agenda = ActPayload.scheduled(body: .college, meeting: nil)
        #expect(scenario.refusal(agenda, .secretary, on: "2023-06-11") == "refusal.date-in-future")
        #expect(scenario.refusal(agenda, .secretary, on: "2023-06-07") == "refusal.date-before-last-act")
        #expect(scenario.refusal(agenda, .secretary, on: "2023-06-08") == nil)
        #expect(scenario.refusal(agenda, .secretary) == nil)
    }

    @Test func sectionsGoAtTheirOwnPaceBeforeTheVersion() throws {
        var scenario = try Scenario("meerjarenbeleidsplan")
        try scenario.start()
        scenario.record(
            .roundOpened(round: "r1", audience: LocalizedText(nl: "Inwoners"), from: "2023-05-01", until: "2023-05-31"),
            .editor)
        scenario.record(.roundClosed(round: "r1"), .editor)
        try scenario.act(.stageMoved(from: "consult", to: "deepen"), .editor, sections: ["aanpak"])
        #expect(scenario.standing.section("aanpak")?.stage == "deepen")
        #expect(scenario.standing.section("inleiding")?.stage == "consult")
        #expect(scenario.standing.stage == "consult")
    }

    @Test func aVersionTakesAllSectionsTogether() throws {
        let scenario = try Scenario.started()
        let refusal = scenario.refusal(.stageMoved(from: "draft", to: "decide"), .editor, sections: ["aanpak"])
        #expect(refusal == "refusal.version-moves-together")
    }

    @Test func movingIntoTheVersionFreezesTheText() throws {
        let scenario = try Scenario.frozen()
        #expect(scenario.standing.frozen == FrozenVersion(text: "c1", sequence: 2, date: scenario.today))
        #expect(scenario.engine.refusalOfChange(given: scenario.facts)?.key == "refusal.text-frozen")
        let drafting = try Scenario.started()
        #expect(drafting.engine.refusalOfChange(given: drafting.facts) == nil)
    }

    @Test func sendingOneSectionBackDissolvesTheVersionAndLeavesTheRest() throws {
        var scenario = try Scenario.frozen()
        try scenario.sendBack(["aanpak"])
        #expect(scenario.standing.frozen == nil)
        #expect(scenario.standing.stage == "draft")
        #expect(scenario.standing.section("inleiding")?.stage == "decide")
        #expect(try scenario.step("board-agenda").state == .waiting)
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor, sections: ["aanpak"])
        #expect(scenario.standing.frozen?.sequence == 4)
        #expect(scenario.standing.stage == "decide")
    }

    @Test func sendingBackTakesARoleAReasonAndATargetOfTheStage() throws {
        var scenario = try Scenario.frozen()
        let back = ActPayload.sentBack(from: "decide", to: "draft")
        #expect(scenario.refusal(back, .secretary) == "refusal.no-reason")
        #expect(scenario.refusal(back, .drafter, reason: true) == "refusal.wrong-role")
        #expect(
            scenario.refusal(.sentBack(from: "decide", to: "adopted"), .secretary, reason: true)
                == "refusal.no-send-back")
        #expect(
            scenario.refusal(.sentBack(from: "draft", to: "draft"), .secretary, reason: true) == "refusal.no-send-back")
        try scenario.sendBack()
        #expect(scenario.standing.sections.allSatisfy { $0.stage == "draft" })
    }

    @Test func aSectionThatIsWrittenLaterStartsInTheFirstStage() throws {
        var scenario = try Scenario.frozen()
        scenario.facts.sections.append(SectionFact(id: "nieuw", title: "Nieuw", owner: "Steller", hasText: true))
        scenario.change(.substantive, sections: ["nieuw"], on: "2023-12-30")
        let new = try #require(scenario.standing.section("nieuw"))
        #expect(new.stage == "draft")
        #expect(new.since == scenario.today)
        #expect(scenario.standing.section("aanpak")?.stage == "decide")
        #expect(scenario.standing.stage == "draft")
    }

    @Test func theStageSaysSinceWhenAndByWhichAct() throws {
        var scenario = try Scenario("plan-van-aanpak")
        try scenario.act(.planStarted(workflow: "plan-van-aanpak", version: 2), .editor, on: "2023-05-02")
        #expect(scenario.standing.section("aanpak")?.since == "2023-05-02")
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor, on: "2023-06-05")
        let section = try #require(scenario.standing.section("aanpak"))
        #expect(section.since == "2023-06-05")
        #expect(section.sequence == 2)
    }

    @Test func aMoveToAStageThatTheWorkflowNoLongerHasIsPassedOver() throws {
        var scenario = try Scenario.started()
        scenario.record(.stageMoved(from: "draft", to: "vanished"), .editor)
        #expect(scenario.standing.stage == "draft")
    }

    @Test func keysAreTheAdministratorsAndDiffer() throws {
        let scenario = try Scenario.started()
        #expect(scenario.refusal(.keyRotated(from: "SHA256:a", to: "SHA256:b"), .admin) == nil)
        #expect(scenario.refusal(.keyRotated(from: "SHA256:a", to: "SHA256:a"), .admin) == "refusal.same-key")
        #expect(scenario.refusal(.keyRevoked(fingerprint: "SHA256:a"), .secretary) == "refusal.wrong-role")
    }
}
