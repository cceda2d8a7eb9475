import Testing

@testable import Workflow

/// Each condition of the catalogue, open and closed; and what an override does.
@Suite struct GateTests {
    /// The reasons of one condition in the gate of `stage`.
    private func missing(_ condition: String, _ stage: StageID, in scenario: Scenario) throws -> [String] {
        try #require(try scenario.gate(stage).line(condition)).reasons.map(\.key)
    }

    @Test func theCatalogueKnowsEveryConditionByTheNameThatItBears() {
        #expect(GateCatalogue.conditions.count == 18)
        for (name, condition) in GateCatalogue.conditions { #expect(condition.name == name) }
    }

    @Test func aPlanThatIsWrittenHasAnOpenGate() throws {
        let gate = try Scenario.started().gate("draft")
        #expect(gate.isOpen)
        #expect(gate.next == ["decide"])
        #expect(gate.sections == ["inleiding", "aanpak"])
        #expect(gate.lines.allSatisfy { $0.state == .met })
    }

    @Test func theGateNamesTheSectionsWithoutOwnerOrText() throws {
        var scenario = try Scenario.started()
        scenario.facts.sections = [
            SectionFact(id: "a", title: "Inleiding", owner: nil, hasText: true),
            SectionFact(id: "b", title: "Aanpak", owner: "Steller", hasText: false),
            SectionFact(id: "c", title: "Planning", owner: nil, hasText: false),
        ]
        let gate = try scenario.gate("draft")
        #expect(
            gate.line("sections-have-owner")?.reasons == [
                Reason(
                    "gate.sections-without-owner",
                    ["sections": .list([.text("Inleiding"), .text("Planning")]), "count": .number(2)])
            ])
        #expect(gate.line("sections-have-text")?.reasons.map(\.key) == ["gate.sections-without-text"])
        #expect(gate.line("sections-have-text")?.actors == [.drafter])
        let one = try #require(
            scenario.engine.gate(leaving: "draft", of: scenario.facts, sections: ["b"], on: scenario.today))
        #expect(one.line("sections-have-owner")?.state == .met)
        #expect(one.sections == ["b"])
    }

    @Test func mandatoryTextsAreNamedByDocumentAndHeading() throws {
        var scenario = try Scenario.started()
        scenario.facts.texts = [
            TextFact(document: "nota", heading: "Kader", isFilled: true),
            TextFact(document: "nota", heading: "Financiën", isFilled: false),
        ]
        #expect(try missing("texts-filled", "draft", in: scenario) == ["gate.texts-empty", "gate.document-missing"])
        let wording = try Wording(.nl)
        #expect(
            try scenario.gate("draft").missing.map(wording.text) == [
                "een kopje is nog leeg (nota): Financiën", "dit stuk is nog niet begonnen: raadsmededeling",
            ])
    }

    @Test func decisionPointsAreThereForTheBodyAndHaveText() throws {
        var scenario = try Scenario.started()
        scenario.facts.decisionPoints = [DecisionPointFact(number: 1, text: "Vaststellen", body: .raad)]
        #expect(try missing("decision-points-written", "draft", in: scenario) == ["gate.no-decision-points"])
        scenario.facts.decisionPoints = [DecisionPointFact(number: 1, text: " \n")]
        #expect(try missing("decision-points-written", "draft", in: scenario) == ["gate.decision-points-empty"])
    }

    @Test(
        arguments: [
            (nil, "gate.disclosure-missing"), (Disclosure(.openAfterCondition), "gate.disclosure-without-condition"),
            (Disclosure(.closed), "gate.disclosure-without-ground"),
            (Disclosure(.openInPart), "gate.disclosure-without-ground"),
            (Disclosure(.open), nil), (Disclosure(.closed, ground: "5.1 lid 2 e"), nil),
            (Disclosure(.openInPart, closedParts: [ClosedPart(.section("aanpak"), ground: "5.1 lid 2 e")]), nil),
            (Disclosure(.openInPart, ground: "5.1 lid 2 e", closedParts: [ClosedPart(.section("aanpak"))]), nil),
            (Disclosure(.open, closedParts: [ClosedPart(.document("nota"))]), "gate.disclosure-without-ground"),
        ] as [(Disclosure?, String?)])
    func theDisclosureIsChosenAndComplete(disclosure: Disclosure?, key: String?) throws {
        var scenario = try Scenario.ready()
        scenario.facts.proposedDisclosure = disclosure
        let report = try #require(
            scenario.engine.gate(before: "decision", of: scenario.facts, on: scenario.today))
        #expect(report.line("disclosure-chosen")?.reasons.map(\.key) == (key.map { [$0] } ?? []))
        if let disclosure { #expect(scenario.refusal(.disclosureChosen(disclosure), .editor) == key) }
    }

    @Test func consultationClosesRoundByRound() throws {
        var scenario = try Scenario.started("meerjarenbeleidsplan")
        scenario.today = "2023-06-01"
        #expect(try missing("consultation-closed", "consult", in: scenario) == ["gate.no-round"])
        let opened = ActPayload.roundOpened(
            round: "r1", audience: LocalizedText(nl: "Inwoners"), from: "2023-06-01", until: "2023-06-30")
        try scenario.act(opened, .editor)
        #expect(try missing("consultation-closed", "consult", in: scenario) == ["gate.round-runs"])
        #expect(scenario.refusal(.roundClosed(round: "r1"), .editor) == "refusal.round-still-runs")
        try scenario.act(.roundExtended(round: "r1", until: "2023-07-07"), .editor)
        scenario.today = "2023-07-07"
        #expect(scenario.refusal(.roundClosed(round: "r1"), .editor) == "refusal.round-still-runs")
        scenario.today = "2023-07-08"
        #expect(try missing("consultation-closed", "consult", in: scenario) == ["gate.round-not-closed"])
        try scenario.act(.roundClosed(round: "r1"), .editor)
        #expect(try missing("consultation-closed", "consult", in: scenario).isEmpty)
        #expect(scenario.standing.rounds.map(\.isClosed) == [true])
    }

    @Test func aRoundIsOpenedOnceAndOnlyAnOpenOneIsExtendedOrClosed() throws {
        var scenario = try Scenario.started("meerjarenbeleidsplan")
        func opened(_ from: CalendarDate, _ until: CalendarDate) -> ActPayload {
            .roundOpened(round: "r1", audience: LocalizedText(nl: "Partners"), from: from, until: until)
        }
        #expect(scenario.refusal(opened("2023-06-30", "2023-06-01"), .editor) == "refusal.round-backwards")
        try scenario.act(opened("2023-06-01", "2023-06-30"), .editor)
        #expect(scenario.refusal(opened("2023-06-01", "2023-06-30"), .editor) == "refusal.round-known")
        #expect(scenario.refusal(.roundClosed(round: "r2"), .editor) == "refusal.unknown-round")
        #expect(
            scenario.refusal(.roundExtended(round: "r1", until: "2023-06-30"), .editor) == "refusal.round-not-longer")
        try scenario.act(.roundClosed(round: "r1"), .editor)
        #expect(scenario.refusal(.roundClosed(round: "r1"), .editor) == "refusal.round-closed")
        #expect(
            scenario.refusal(.roundExtended(round: "r1", until: "2023-08-01"), .editor) == "refusal.round-closed")
    }

    @Test func aRoundOfOnesOwnAccordIsClosedSoonerOnceItHasBegunByWhoSaysWhy() throws {
        var scenario = try Scenario.started("meerjarenbeleidsplan")
        scenario.today = "2023-06-01"
        try scenario.act(
            .roundOpened(
                round: "r1", audience: LocalizedText(nl: "Partners"), from: "2023-06-05", until: "2023-06-30"), .editor)
        let close = ActPayload.roundClosed(round: "r1")
        #expect(scenario.refusal(close, .editor, reason: true) == "refusal.round-not-begun")
        scenario.today = "2023-06-05"
        #expect(scenario.refusal(close, .editor) == "refusal.round-still-runs")
        #expect(scenario.refusal(close, .drafter, reason: true) == "refusal.wrong-role")
        try scenario.act(close, .editor, reason: true)
        #expect(try missing("consultation-closed", "consult", in: scenario).isEmpty)
    }

    @Test func aStatutoryRoundRunsThroughItsLastDayWhateverIsSaid() throws {
        var scenario = try Scenario.started("meerjarenbeleidsplan")
        scenario.today = "2023-06-01"
        try scenario.act(
            .roundOpened(
                round: "r1", audience: LocalizedText(nl: "Inwoners"), from: "2023-06-01", until: "2023-07-12",
                isStatutory: true), .editor)
        let close = ActPayload.roundClosed(round: "r1")
        try scenario.act(.roundExtended(round: "r1", until: "2023-07-14"), .editor)
        scenario.today = "2023-07-14"
        for hasReason in [true, false] {
            #expect(scenario.refusal(close, .editor, reason: hasReason) == "refusal.round-statutory")
        }
        scenario.today = "2023-07-15"
        try scenario.act(close, .editor)
    }

    @Test func aSessionBearsItsOwnDayButNoneFromBeforeItsStage() throws {
        var scenario = try Scenario("meerjarenbeleidsplan")
        let start = ActPayload.planStarted(workflow: scenario.definition.id, version: scenario.definition.version)
        try scenario.act(start, .editor, on: "2023-05-01")
        scenario.record(.stageMoved(from: "consult", to: "deepen"), .editor, on: "2023-06-05")
        scenario.record(.adviserAsked(track: "sign-off", function: "Controller"), .editor, on: "2023-06-12")
        let session = ActPayload.meetingHeld(meeting: "m1", body: nil)
        #expect(scenario.refusal(session, .editor, on: "2023-06-04") == "refusal.meeting-before-stage")
        #expect(scenario.refusal(session, .editor, on: "2024-01-01") == "refusal.date-in-future")
        try scenario.act(session, .editor, on: "2023-06-07")
        #expect(try missing("partner-deepening", "deepen", in: scenario).isEmpty)
    }

    @Test func theDeepeningIsHeldWithCouncilAndPartnersAfterTheConsultation() throws {
        var scenario = try Scenario.started("meerjarenbeleidsplan")
        // A session during the consultation is not the deepening.
        try scenario.act(.meetingHeld(meeting: "m0", body: nil), .editor)
        #expect(
            scenario.refusal(.meetingHeld(meeting: "m1", body: .raad), .clerk) == "refusal.step-waits")
        scenario.record(.stageMoved(from: "consult", to: "deepen"), .editor)
        #expect(try missing("council-deepening", "deepen", in: scenario) == ["gate.deepening-missing"])
        #expect(
            try missing("partner-deepening", "deepen", in: scenario) == ["gate.deepening-with-partners-missing"])
        try scenario.act(.meetingHeld(meeting: "m1", body: .raad), .clerk)
        #expect(scenario.refusal(.meetingHeld(meeting: "m1", body: .raad), .clerk) == "refusal.meeting-known")
        try scenario.act(.meetingHeld(meeting: "m2", body: nil), .editor)
        #expect(try scenario.gate("deepen").isOpen)
    }

    @Test func aTermIsOverOnTheDayAfterItsLast() throws {
        let yaml = SoundWorkflow.yaml
            .replacing("[sections-have-text]", with: "[{ condition: deadline-passed, deadline: reaction }]")
            .appending(
                "\n  - { id: reaction, label: { nl: Reactie }, stage: draft, count: 6, unit: weeks, after: entry,"
                    + " legal: true }"
            )
        var scenario = Scenario(try WorkflowDefinition.read(yaml: yaml, file: "term.yml"))
        try scenario.act(.planStarted(workflow: "sound", version: 1), .editor, on: "2023-05-01")
        scenario.today = "2023-06-12"
        #expect(try missing("deadline-passed", "draft", in: scenario) == ["gate.deadline-runs"])
        scenario.today = "2023-06-13"
        #expect(try scenario.gate("draft").isOpen)
    }

    @Test func theGateSaysWhoMustActSinceWhenAndByWhen() throws {
        var scenario = try Scenario("plan-van-aanpak")
        scenario.facts.planning = ["board-meeting": "2023-06-12"]
        try scenario.act(.planStarted(workflow: "plan-van-aanpak", version: 2), .editor, on: "2023-05-01")
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor, on: "2023-06-05")
        let line = try #require(try scenario.gate("decide").line("points-decided"))
        #expect(line.actors == [.boardOffice, .secretary])
        #expect(line.since == "2023-06-05")
        scenario.today = "2023-06-07"
        #expect(
            scenario.standing.deadlines == [
                DeadlineStanding(
                    id: "board-papers", label: try #require(scenario.definition.deadline("board-papers")).label,
                    stage: "decide", step: "board-agenda", due: "2023-06-07", state: .running)
            ])
        scenario.today = "2023-06-08"
        #expect(scenario.standing.deadlines.map(\.state) == [.overdue])
        try scenario.act(.scheduled(body: .college, meeting: nil), .secretary)
        #expect(scenario.standing.deadlines.map(\.state) == [.met])
    }

    @Test func aConditionIsSetAsideByItsRoleWithAReason() throws {
        var scenario = try Scenario.started()
        scenario.facts.sections = [SectionFact(id: "a", title: "A", owner: nil, hasText: true)]
        let override = ActPayload.gateOverridden(stage: "draft", condition: "sections-have-owner")
        #expect(scenario.refusal(override, .editor, reason: true) == "refusal.wrong-role")
        #expect(scenario.refusal(override, .secretary) == "refusal.no-reason")
        try scenario.act(override, .secretary, "Gemeentesecretaris", reason: true)
        let line = try #require(try scenario.gate("draft").line("sections-have-owner"))
        #expect(line.state == .overridden)
        #expect(line.reasons.map(\.key) == ["gate.sections-without-owner"])
        #expect(line.overriddenBy?.function == "Gemeentesecretaris")
        #expect(scenario.refusal(override, .secretary, reason: true) == "refusal.already-overridden")
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor)
        try scenario.sendBack()
        #expect(try scenario.gate("draft").line("sections-have-owner")?.state == .missing)
    }

    @Test func onlyAConditionThatIsThereMayBeAndIsMissingIsSetAside() throws {
        var scenario = try Scenario.started()
        func refusal(_ condition: String) -> String? {
            scenario.refusal(.gateOverridden(stage: "draft", condition: condition), .secretary, reason: true)
        }
        #expect(refusal("sections-have-owner") == "refusal.condition-met")
        #expect(refusal("sections-have-text") == "refusal.no-override")
        #expect(refusal("mooi-weer") == "refusal.unknown-condition")
        scenario.facts.sections = []
        #expect(refusal("sections-have-owner") == "refusal.no-sections")
    }

    @Test func theParaafThatADecisionAsksForCanBeSetAside() throws {
        var scenario = try Scenario.frozen()
        try scenario.act(.scheduled(body: .college, meeting: nil), .secretary)
        #expect(try scenario.step("decision").state == .waiting)
        try scenario.act(.gateOverridden(stage: "decide", condition: "sign-offs-current"), .secretary, reason: true)
        try scenario.decide(.adopted)
    }

    @Test func anOverrideForOneSectionIsNoneForAnother() throws {
        var scenario = try Scenario.started("meerjarenbeleidsplan")
        scenario.facts.sections = ["a", "b"].map { SectionFact(id: $0, title: $0, owner: nil, hasText: true) }
        try scenario.act(
            .gateOverridden(stage: "consult", condition: "sections-have-owner"), .secretary, sections: ["a"],
            reason: true)
        #expect(try scenario.gate("consult").line("sections-have-owner")?.state == .missing)
        let one = scenario.engine.gate(leaving: "consult", of: scenario.facts, sections: ["a"], on: scenario.today)
        #expect(one?.line("sections-have-owner")?.state == .overridden)
    }

    @Test func nothingIsPublishedThatWasChosenToStayClosed() throws {
        var scenario = try Scenario.decided(.adopted)
        try scenario.act(.disclosureChosen(Disclosure(.closed, ground: "5.1 lid 2 e")), .editor)
        try scenario.act(.finalReleased, .boardOffice)
        #expect(try scenario.step("publish").state == .skipped)
        #expect(scenario.refusal(.published, .boardOffice) == "refusal.step-skipped")
    }

    @Test func aConditionOfPublicationIsKnownAndFulfilledOnce() throws {
        var scenario = try Scenario.decided(.adopted)
        let fulfilled = ActPayload.conditionFulfilled(condition: "publication")
        #expect(scenario.refusal(fulfilled, .boardOffice) == "refusal.unknown-plan-condition")
        try scenario.act(.disclosureChosen(Disclosure(.openAfterCondition, condition: "na opmaak")), .editor)
        try scenario.act(fulfilled, .boardOffice)
        #expect(scenario.refusal(fulfilled, .boardOffice) == "refusal.already-fulfilled")
        #expect(scenario.refusal(.published, .boardOffice) == "refusal.step-waits")
        try scenario.act(.finalReleased, .boardOffice)
        try scenario.act(.published, .boardOffice)
        #expect(scenario.refusal(.published, .boardOffice) == "refusal.step-done")
        #expect(scenario.refusal(.disclosureChosen(Disclosure(.open)), .editor) == "refusal.already-published")
    }

    @Test func theGateThatIsClosedSaysAllThatIsMissingInOneSentence() throws {
        var scenario = try Scenario.started()
        scenario.facts.decisionPoints = []
        scenario.facts.texts.removeAll { $0.document == "nota" }
        let proposal = ProposedAct(
            .stageMoved(from: "draft", to: "decide"), by: .editor, function: "Projectleider", on: nil)
        let refusal = try #require(scenario.engine.refusal(of: proposal, given: scenario.facts, on: scenario.today))
        #expect(
            try Wording(.nl).text(refusal)
                == "De poort uit de fase Opstellen is nog dicht: dit stuk is nog niet begonnen: nota en er zijn nog geen "
                + "beslispunten voor het college.")
    }
}
