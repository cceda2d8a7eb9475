import Testing

@testable import Workflow

/// Answers to inputs: the act that adopts one, and the gate that waits for all of them.
@Suite struct DispositionTests {
    private static let adopted = ActPayload.dispositionAdopted(input: "INB-0042", seal: "0f1e")
    private static let move = ActPayload.stageMoved(from: "draft", to: "decide")

    private func waiting(_ needs: [OpenInputFact.Need]) throws -> Scenario {
        var scenario = try Scenario.started()
        scenario.facts.openInputs = needs.enumerated().map { OpenInputFact(number: "INB-000\($0 + 1)", need: $1) }
        return scenario
    }

    @Test func editorAndSecretaryAdoptOnceAndNobodyElse() throws {
        var scenario = try Scenario.started()
        for role in Role.allCases where role != .editor && role != .secretary {
            #expect(scenario.refusal(Self.adopted, role) == "refusal.wrong-role", "\(role)")
        }
        try scenario.act(Self.adopted, .editor)
        #expect(scenario.refusal(Self.adopted, .secretary) == "refusal.disposition-known")
        try scenario.act(.dispositionAdopted(input: "INB-0042", seal: "other"), .secretary)
        #expect(scenario.standing.stage == "draft")
    }

    @Test(arguments: ["", "42", "INB-42", "INB-00421234567", "INB-004a", "inb-0042", "INB-0042 "])
    func whatIsNoNumberOfAnInputIsRefused(_ number: String) throws {
        let scenario = try Scenario.started()
        let act = ActPayload.dispositionAdopted(input: number, seal: "0f1e")
        #expect(scenario.refusal(act, .editor) == "refusal.input-number")
    }

    @Test func aDispositionWithoutItsSealIsRefused() throws {
        let scenario = try Scenario.started()
        #expect(scenario.refusal(.dispositionAdopted(input: "INB-0042", seal: ""), .editor) == "refusal.input-number")
    }

    @Test func aWorkflowThatSaysNothingOfItLeavesItToEditorAndSecretary() throws {
        let definition = try WorkflowDefinition.read(yaml: SoundWorkflow.yaml, file: "test.yml")
        #expect(definition.actRoles[.dispositionAdopted] == [.editor, .secretary])
    }

    @Test func theGateNamesWhatIsUnansweredAndWhatIsNotCarriedOut() throws {
        let scenario = try waiting([.disposition, .change, .disposition])
        let line = try #require(try scenario.gate("draft").line("inputs-disposed"))
        #expect(line.state == .missing)
        #expect(
            line.reasons == [
                Reason(
                    "gate.inputs-without-disposition",
                    ["inputs": .list([.text("INB-0001"), .text("INB-0003")]), "count": .number(2)]),
                Reason("gate.inputs-not-carried-out", ["inputs": .list([.text("INB-0002")]), "count": .number(1)]),
            ])
        #expect(line.actors == [.handler, .editor, .secretary, .drafter])
        #expect(try waiting([.change]).gate("draft").line("inputs-disposed")?.actors == [.drafter])
        #expect(scenario.refusal(Self.move, .editor) == "refusal.gate-closed")
    }

    @Test func theGateWaitsForWhatBecameDoubtful() throws {
        let line = try #require(try waiting([.repair, .anchor]).gate("draft").line("inputs-disposed"))
        #expect(line.reasons.map(\.key) == ["gate.inputs-suspect", "gate.inputs-adrift"])
        #expect(line.actors == [.handler, .drafter])
        #expect(try waiting([.anchor]).gate("draft").line("inputs-disposed")?.actors == [.handler])
    }

    @Test func aDisputeIsForWhoHandlesAndWhoAdopts() throws {
        let line = try #require(try waiting([.dispute]).gate("draft").line("inputs-disposed"))
        #expect(line.reasons.map(\.key) == ["gate.inputs-disputed"])
        #expect(line.actors == [.handler, .editor, .secretary])
    }

    @Test func ofManyInputsTheFirstAreNamed() throws {
        let line = try #require(
            try waiting(Array(repeating: .disposition, count: 9)).gate("draft").line("inputs-disposed"))
        guard case .list(let named) = line.reasons.first?.arguments["inputs"] else {
            Issue.record("no list")
            return
        }
        #expect(named.count == 8)
        #expect(line.reasons.first?.arguments["count"] == .number(9))
    }

    @Test func theGateOpensWhenNothingIsLeftToDo() throws {
        let scenario = try waiting([])
        #expect(scenario.refusal(Self.move, .editor) == nil)
        #expect(
            scenario.refusal(.gateOverridden(stage: "draft", condition: "inputs-disposed"), .secretary, reason: true)
                == "refusal.condition-met")
    }

    @Test func theSecretarySetsItAsideWithAReason() throws {
        var scenario = try waiting([.disposition])
        let override = ActPayload.gateOverridden(stage: "draft", condition: "inputs-disposed")
        #expect(scenario.refusal(override, .editor, reason: true) == "refusal.wrong-role")
        #expect(scenario.refusal(override, .secretary) == "refusal.no-reason")
        try scenario.act(override, .secretary, reason: true)
        try scenario.act(Self.move, .editor)
    }

    /// Who checks a register later does not know the inputs of then: what was allowed must not look forbidden.
    @Test func whereInputsAreNotKnownBothTheMoveAndTheOverrideWereAllowed() throws {
        let scenario = try Scenario.started()
        #expect(scenario.facts.openInputs == nil)
        #expect(scenario.refusal(Self.move, .editor) == nil)
        let override = ActPayload.gateOverridden(stage: "draft", condition: "inputs-disposed")
        #expect(scenario.refusal(override, .secretary, reason: true) == nil)
        #expect(scenario.refusal(override, .secretary) == "refusal.no-reason")
    }

    @Test(arguments: ["meerjarenbeleidsplan", "plan-van-aanpak"])
    func theShippedWorkflowsWithRoundsAskForItBeforeTheBoard(_ name: String) throws {
        let clause = try #require(
            try ShippedWorkflow.read(name).clauses(at: "draft").first { $0.id == "inputs-disposed" })
        #expect(clause.override == [.secretary])
    }
}
