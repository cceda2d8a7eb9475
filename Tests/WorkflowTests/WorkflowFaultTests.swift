import Foundation
import Testing

@testable import Workflow

/// What is wrong with a file, and on which line.
@Suite struct WorkflowFaultTests {
    @Test func theFileThatTheCasesChangeIsSound() throws {
        let definition = try WorkflowDefinition.read(yaml: SoundWorkflow.yaml, file: "sound.yml")
        #expect(definition.stages.map(\.id) == ["draft", "decide", "adopted"])
        #expect(definition.tracks.map(\.id) == ["sign-off", "scheduling", "decision"])
    }

    @Test(arguments: FaultCases.all)
    func aFaultIsNamedAtItsLine(fault: FaultCases.Case) throws {
        var yaml = SoundWorkflow.yaml
        for edit in fault.edits {
            try #require(yaml.contains(edit.old), "the case changes nothing")
            yaml = yaml.replacing(edit.old, with: edit.new, maxReplacements: 1)
        }
        let expected = yaml.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .filter { $0.element.contains("#!") }.map { $0.offset + 1 }
        let faults = try faults(in: yaml)
        #expect(faults.map(\.reason.key) == expected.map { _ in "fault." + fault.key })
        #expect(faults.map(\.line) == expected)
        #expect(faults.allSatisfy { $0.file == "test.yml" })
    }

    @Test(arguments: [
        ("", "empty", 1), ("# niets\n\n", "empty", 1), ("- a\n- b\n", "not-a-mapping", 1),
        ("tekst\n", "not-a-mapping", 1),
        ("id: a\n---\nid: b\n", "more-documents", 3), ("id: [a\nversion: 1\n", "not-yaml", 2),
        ("id: a\n  version: 1\n", "not-yaml", 2), ("id: \"a\n", "not-yaml", 2), ("id: a\n\tversion: 1\n", "tab", 2),
        ("id: a\nlabel: &x { nl: a }\n", "alias", 2), ("id: a\nlabel: *x\n", "alias", 2),
        ("id: !!binary a\n", "tag", 1),
        ("id: a\nversion: 1\nid: b\n", "duplicate-key", 3),
        ("stages:\n  - id: a\n    label: { nl: A }\n    id: b\n", "duplicate-key", 4), ("id: \u{1}a\n", "not-yaml", 1),
    ])
    func aTextThatIsNoSoundYAMLIsRefusedAtItsLine(yaml: String, key: String, line: Int) throws {
        let faults = try faults(in: yaml)
        #expect(faults.map(\.reason.key) == ["fault." + key])
        #expect(faults.map(\.line) == [line])
    }

    @Test func aBombOfAliasesIsRefusedUnread() throws {
        let levels = (1...30).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1), *a\($0 - 1)]" }
        let yaml = (["a0: &a0 [x, x, x]"] + levels).joined(separator: "\n")
        #expect(try faults(in: yaml).allSatisfy { $0.reason.key == "fault.alias" })
    }

    @Test(arguments: [
        String(repeating: "[", count: 100_000), "id: " + String(repeating: "{a: ", count: 5_000),
        String(repeating: "- ", count: 50_000) + "a", String(repeating: "? ", count: 50_000) + "a",
    ])
    func aFileThatNestsWithoutEndIsRefusedUnread(yaml: String) throws {
        #expect(try faults(in: yaml).map(\.reason.key) == ["fault.too-deep"])
    }

    @Test func aFileThatIsFarTooLargeIsRefusedUnread() throws {
        let yaml = String(repeating: "# lang\n", count: 40_000)
        #expect(try faults(in: yaml).map(\.reason.key) == ["fault.too-large"])
    }

    @Test func signsInOrdinaryTextAreNoAnchors() throws {
        let yaml = SoundWorkflow.yaml.replacing(
            "description: { nl: Schrijven }", with: "description: { nl: B & W *nadruk* en 5 * 3! }", maxReplacements: 1)
        #expect(throws: Never.self) { try WorkflowDefinition.read(yaml: yaml, file: "signs.yml") }
    }

    @Test func allFaultsOfAFileAreToldAtOnceInTheOrderOfItsLines() throws {
        let yaml = SoundWorkflow.yaml
            .replacing("version: 1", with: "version: nul")
            .replacing("moved-by: [editor]", with: "moved-by: [editer]")
            .replacing("sections-have-text", with: "sections-have-tekst")
            .replacing("body: college", with: "body: collega", maxReplacements: 1)
        let faults = try faults(in: yaml)
        #expect(
            faults.map(\.reason.key) == [
                "fault.number-expected", "fault.unknown-role-near", "fault.unknown-condition-near",
                "fault.unknown-body-near",
            ])
        #expect(faults.map(\.line) == faults.map(\.line).sorted())
    }

    @Test func aWorkflowThatGoesRoundHasNoEnd() throws {
        let round = SoundWorkflow.yaml.replacing(
            "about: version # end", with: "about: version\n    next: decide\n    moved-by: [clerk]")
        let faults = try faults(in: round)
        #expect(Set(faults.map(\.reason.key)) == ["fault.no-end-stage", "fault.next-goes-back"])
        #expect(faults.first?.line == 10)
    }

    @Test func aCircleBesideAnEndIsNamedForEveryStageInIt() throws {
        let circle = SoundWorkflow.yaml.replacing("next: adopted", with: "next: [draft]")
        let keys = try faults(in: circle).map(\.reason.key)
        #expect(
            keys == [
                "fault.cycle-without-end", "fault.cycle-without-end", "fault.next-goes-back", "fault.unreachable-stage",
            ])
    }

    @Test func theNearestWordIsOffered() throws {
        let yaml = SoundWorkflow.yaml.replacing("moved-by: [editor]", with: "moved-by: [portfolioholder]")
        let fault = try #require(faults(in: yaml).first)
        #expect(fault.reason.arguments["suggestion"] == .text("portfolioHolder"))
        #expect(
            try Wording(.nl).text(fault.reason)
                == "onbekende rol \"portfolioholder\"; bedoelt u \"portfolioHolder\"?")
    }

    @Test(arguments: [("draf", "draft"), ("dratf", "draft"), ("DECIDE", "decide"), ("xyz", nil), ("", nil)])
    func aSlipOfThePenIsRecognisedAndNoMore(word: String, expected: String?) {
        #expect(NearestWord.suggestion(for: word, among: ["draft", "decide", "adopted"]) == expected)
    }

    @Test(arguments: ShippedWorkflow.names)
    func everyWorkflowThatShipsIsSound(name: String) throws {
        let definition = try ShippedWorkflow.read(name)
        #expect(definition.id == name)
        #expect(definition.stages.allSatisfy { $0.label.en != nil && $0.description.en != nil })
        #expect(definition.tracks.allSatisfy { $0.label.en != nil && $0.steps.allSatisfy { $0.label.en != nil } })
    }

    private func faults(in yaml: String) throws -> [WorkflowFaults.Fault] {
        let error = #expect(throws: WorkflowFaults.self) {
            try WorkflowDefinition.read(yaml: yaml, file: "test.yml")
        }
        return try #require(error).faults
    }
}
