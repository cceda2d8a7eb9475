import Phrases
import Testing

@testable import Workflow

/// The workflow in words, and the layout that the picture is drawn from.
@Suite struct OutlineTests {
    @Test func theWordsOfASmallWorkflowReadFromStartToEnd() throws {
        let definition = try WorkflowDefinition.read(yaml: SoundWorkflow.yaml, file: "sound.yml")
        let diagram = WorkflowDiagram(definition, language: "nl", phrase: try Wording(.nl).text)
        #expect(
            diagram.textEquivalent.plainText == """
                Werkwijze: Klein plan
                versie 1
                1. Opstellen (per sectie). Schrijven
                   Om verder te gaan:
                   - elke sectie heeft tekst
                   Verder door: projectleider
                   Daarna: Besluit
                2. Besluit (hele plan, tekst ligt vast). Besluiten
                   Parafering
                   - Paraaf (portefeuillehouder)
                   Agendering
                   - Agenda (gemeentesecretaris); mag vaker
                   Besluit; na: Agendering
                   - Besluit (bestuurssecretariaat)
                   Om verder te gaan:
                   - deze parafen gelden voor de tekst van nu: Paraaf
                   Verder door: gemeentesecretaris
                   Terug naar Opstellen, door: gemeentesecretaris
                   Daarna: Vastgesteld
                3. Vastgesteld (hele plan, tekst ligt vast). Klaar
                   Einde van de werkwijze.
                """)
    }

    @Test func theSameWorkflowReadsInEnglish() throws {
        let definition = try ShippedWorkflow.read("plan-van-aanpak")
        let outline = WorkflowDiagram(definition, language: "en", phrase: try Wording(.en).text).textEquivalent
        #expect(outline.title == "Workflow: Plan of approach")
        #expect(outline.stages[0].conditions.first?.text == "every section has a drafter")
        #expect(outline.stages[2].next == "End of the workflow.")
    }

    @Test func aStageWithoutGateSaysSo() throws {
        let yaml = SoundWorkflow.yaml.replacing("    gate: [sections-have-text]\n", with: "")
        let definition = try WorkflowDefinition.read(yaml: yaml, file: "open.yml")
        let outline = WorkflowDiagram(definition, language: "nl", phrase: try Wording(.nl).text).textEquivalent
        #expect(outline.stages[0].gateHeading == "Er is geen voorwaarde om verder te gaan.")
        #expect(outline.stages[0].conditions.isEmpty)
    }

    @Test func columnsGetTheWidthThatTheirTextNeedsAndNoMoreThanThereIs() {
        // Text that covers a given area: the wider, the lower.
        let areas = [4_000.0, 1_000, 1_000]
        let columns = DiagramColumns(total: 320, gap: 10, least: [50, 50, 50])
        let widths = columns.widths { areas[$0] / $1 }
        #expect(abs(widths.reduce(0, +) - 300) < 0.001)
        #expect(widths[0] > 180 && widths[1] >= 50 && widths[2] >= 50)
    }

    @Test func anArrowLeavesFromEachTrackThatADecisionWaitsFor() throws {
        let definition = try ShippedWorkflow.read("plan-van-aanpak")
        let decision = try #require(definition.track("board-decision"))
        #expect(definition.predecessors(of: decision) == ["scheduling", "sign-off"])
        let outline = WorkflowDiagram(definition, language: "nl", phrase: try Wording(.nl).text).textEquivalent
        var groups = TrackGroups(outline: outline, definition: definition, width: 794)
        groups.place(x: 24, y: 100)
        #expect(groups.arrows.count == 3)
        #expect(groups.boxes.count { $0.kind == .track } == 4)
    }

    @Test func sendBackArrowsPointAtTheTopOfTheirTargets() throws {
        let definition = try ShippedWorkflow.read("meerjarenbeleidsplan")
        let outline = WorkflowDiagram(definition, language: "nl", phrase: try Wording(.nl).text).textEquivalent
        let layout = DiagramLayout(outline: outline, definition: definition)
        let tops = layout.boxes.filter { $0.kind == .stage || $0.kind == .frozenStage }.map(\.frame)
        let dashed = layout.arrows.filter(\.isDashed)
        let targets = definition.stages.compactMap(\.sendBack).flatMap(\.targets)
        #expect(dashed.count == targets.count)
        for arrow in dashed {
            let tip = try #require(arrow.points.last)
            #expect(tops.contains { $0.y == tip.y && ($0.x...$0.right).contains(tip.x) })
        }
        #expect(layout.gateMarks.count == 5)
    }

    @Test func aMoveThatPassesAStageGoesUnderneathIt() throws {
        let yaml = try ShippedWorkflow.text("voortgangsrapportage")
            .replacing("next: adopt\n", with: "next: [adopt, adopted]\n")
        let definition = try WorkflowDefinition.read(yaml: yaml, file: "branch.yml")
        let outline = WorkflowDiagram(definition, language: "nl", phrase: try Wording(.nl).text).textEquivalent
        #expect(outline.stages[1].next == "Daarna: Aanbieding aan de raad en Afgerond")
        let layout = DiagramLayout(outline: outline, definition: definition)
        #expect(layout.arrows.contains { !$0.isDashed && $0.points.count == 4 && $0.points[1].y > $0.points[0].y })
    }

    @Test(arguments: [
        (0.0, "0"), (12, "12"), (12.34, "12.3"), (12.96, "13"), (-0.5, "-0.5"), (-3, "-3"), (1_000.05, "1000.1"),
    ])
    func lengthsAreWrittenWithOneDecimalAtMost(value: Double, text: String) {
        #expect(svgLength(value) == text)
    }
}
