import Testing

@testable import Workflow

/// A paraaf knows what changed since.
@Suite struct SignOffTests {
    private func standing(after nature: ChangeNature) throws -> SignOffStanding {
        var scenario = try Scenario.ready()
        scenario.change(nature)
        return try #require(scenario.step("portfolio-holder").signOffs.first)
    }

    @Test func aParaafCoversTheTextItWasGivenOn() throws {
        let step = try Scenario.ready().step("portfolio-holder")
        #expect(step.state == .done)
        #expect(step.signOffs.map(\.coverage) == [.covers])
    }

    @Test(arguments: [ChangeNature.typographic, .structural])
    func typeAndStructureCarryItOver(nature: ChangeNature) throws {
        #expect(try standing(after: nature).coverage == .carriedOver(changes: ["c2"]))
        #expect(try standing(after: nature).counts)
    }

    @Test func wordingCarriesItOverWithANotice() throws {
        #expect(try standing(after: .editorial).coverage == .carriedOverWithNotice(changes: ["c2"]))
        #expect(try standing(after: .editorial).counts)
    }

    @Test func substanceEndsItAndTheStepOpensAgain() throws {
        var scenario = try Scenario.ready()
        scenario.change(.typographic)
        scenario.change(.substantive)
        let step = try scenario.step("portfolio-holder")
        #expect(step.state == .open)
        #expect(step.signOffs.map(\.coverage) == [.stale(changes: ["c3"])])
        #expect(step.reasons.map(\.key) == ["gate.sign-off-stale"])
        #expect(try scenario.step("decision").state == .waiting)
    }

    @Test func aChangeThatTouchesNeitherSectionsNorDocumentsChangesNothing() throws {
        var scenario = try Scenario.ready()
        scenario.change(.substantive, sections: [])
        #expect(try scenario.step("portfolio-holder").signOffs.map(\.coverage) == [.covers])
    }

    @Test func aChangeOfTheNotaTouchesItToo() throws {
        var scenario = try Scenario.ready()
        scenario.change(.substantive, sections: [], documents: ["nota"])
        #expect(try scenario.step("portfolio-holder").state == .open)
    }

    @Test func aParaafOnOneSectionLooksAtThatSectionAlone() throws {
        var scenario = try Scenario("uitvoeringsplan")
        try scenario.start()
        try scenario.act(.signedOff(step: "finance-advice", verdict: .agreed), .adviser, sections: ["inleiding"])
        scenario.change(.substantive, sections: ["aanpak"])
        #expect(try scenario.step("finance-advice").state == .done)
        scenario.change(.substantive, sections: ["inleiding"])
        #expect(try scenario.step("finance-advice").state == .open)
    }

    @Test func aTextThatIsNotAmongTheChangesIsOlderThanAllOfThem() throws {
        var scenario = try Scenario.ready()
        scenario.facts.changes = [
            ChangeFact(id: "other", nature: .substantive, sections: ["aanpak"], date: "2023-06-01")
        ]
        #expect(try scenario.step("portfolio-holder").signOffs.map(\.coverage) == [.stale(changes: ["other"])])
    }

    @Test func anObjectionBlocksUntilItIsGivenAgainWhateverChanges() throws {
        var scenario = try Scenario.frozen()
        let objection = ActPayload.signedOff(step: "portfolio-holder", verdict: .notAgreed)
        #expect(scenario.refusal(objection, .portfolioHolder) == "refusal.no-reason")
        try scenario.act(objection, .portfolioHolder, "Burgemeester", reason: true)
        var changed = scenario
        changed.change(.substantive)
        #expect(try changed.step("portfolio-holder").state == .blocked)
        try scenario.act(
            .signedOff(step: "portfolio-holder", verdict: .agreedWithRemark), .portfolioHolder, "Burgemeester")
        #expect(try scenario.step("portfolio-holder").state == .done)
    }

    @Test func anObjectionOfAnotherFunctionBlocksBesideAnAgreement() throws {
        var scenario = try Scenario.frozen()
        try scenario.act(.scheduled(body: .college, meeting: nil), .secretary)
        try scenario.act(.signedOff(step: "portfolio-holder", verdict: .agreed), .portfolioHolder, "Burgemeester")
        try scenario.act(.signedOff(step: "adviser", verdict: .notAgreed), .adviser, "Jurist", reason: true)
        try scenario.act(.signedOff(step: "adviser", verdict: .noObjection), .adviser, "Controller")
        #expect(try scenario.step("adviser").state == .blocked)
        let decision = try scenario.step("decision")
        #expect(decision.state == .waiting)
        #expect(decision.reasons.map(\.key) == ["gate.objection"])
    }

    @Test func aParaafIsGivenOnAStepThatExistsByItsRoles() throws {
        let scenario = try Scenario.frozen()
        #expect(
            scenario.refusal(.signedOff(step: "notary", verdict: .agreed), .portfolioHolder) == "refusal.unknown-step")
        #expect(
            scenario.refusal(.signedOff(step: "board-agenda", verdict: .agreed), .secretary) == "refusal.unknown-step")
        #expect(
            scenario.refusal(.signedOff(step: "portfolio-holder", verdict: .agreed), .adviser) == "refusal.wrong-role")
    }

    @Test func aVersionIsSignedOffAsAWhole() throws {
        let scenario = try Scenario.frozen()
        let part = scenario.refusal(
            .signedOff(step: "portfolio-holder", verdict: .agreed), .portfolioHolder, sections: ["aanpak"])
        #expect(part == "refusal.version-is-whole")
    }

    @Test func nobodySignsBeforeTheTextIsFrozenNorAfterTheDecision() throws {
        let paraaf = ActPayload.signedOff(step: "portfolio-holder", verdict: .agreed)
        #expect(try Scenario.started().refusal(paraaf, .portfolioHolder) == "refusal.step-waits")
        #expect(try Scenario.ready().refusal(paraaf, .portfolioHolder) == nil)
        #expect(try Scenario.decided(.adopted).refusal(paraaf, .portfolioHolder) == "refusal.step-done")
    }

    @Test func theRestKeepsItsParafenWhenASectionIsSentBackForATypo() throws {
        var scenario = try Scenario.ready()
        try scenario.sendBack(["aanpak"])
        scenario.change(.typographic)
        try scenario.act(.stageMoved(from: "draft", to: "decide"), .editor, sections: ["aanpak"])
        #expect(try scenario.step("portfolio-holder").state == .done)
        #expect(try scenario.step("board-agenda").state == .done)
        #expect(try scenario.step("decision").state == .open)
    }
}
