import Foundation
import Phrases
import Testing

@testable import Workflow

@Suite struct WorkflowDiagramTests {
    private func diagram(_ name: String, _ language: Language = .nl) throws -> WorkflowDiagram {
        let wording = try Wording(language)
        return WorkflowDiagram(try ShippedWorkflow.read(name), language: language.rawValue, phrase: wording.text)
    }

    private func layout(_ name: String, _ language: Language = .nl) throws -> DiagramLayout {
        let diagram = try diagram(name, language)
        return DiagramLayout(outline: diagram.textEquivalent, definition: try ShippedWorkflow.read(name))
    }

    @Test(arguments: ShippedWorkflow.names, Language.allCases)
    func noBoxOverlapsAnotherOrLeavesThePage(name: String, language: Language) throws {
        let layout = try layout(name, language)
        let page = DiagramFrame(x: 0, y: 0, width: DiagramLayout.pageWidth, height: layout.height)
        for (index, box) in layout.boxes.enumerated() {
            #expect(box.frame.x >= page.x && box.frame.right <= page.right, "\(box.text)")
            #expect(box.frame.y >= page.y && box.frame.bottom <= page.bottom, "\(box.text)")
            for other in layout.boxes.dropFirst(index + 1) where other.kind == box.kind || box.kind == .gate {
                #expect(!box.frame.overlaps(other.frame), "\(box.text) and \(other.text)")
            }
        }
    }

    @Test(arguments: ShippedWorkflow.names, Language.allCases)
    func everyLineOfTextStaysWithinItsBox(name: String, language: Language) throws {
        for box in try layout(name, language).boxes {
            let room = box.frame.width - 2 * DiagramLayout.padding
            for line in box.text.lines {
                #expect(TextMeasure.width(of: line.text, size: DiagramText.size) + line.indent <= room + 0.01)
            }
            #expect(box.text.height + 2 * DiagramLayout.padding <= box.frame.height + 0.01)
        }
    }

    @Test(arguments: ShippedWorkflow.names)
    func noBoxIsCutWhereTwoSheetsMeet(name: String) throws {
        let layout = try layout(name)
        for box in layout.boxes {
            let first = (box.frame.y / DiagramLayout.pageHeight).rounded(.down)
            #expect((box.frame.bottom / DiagramLayout.pageHeight).rounded(.down) == first)
        }
    }

    @Test(arguments: zip(ShippedWorkflow.names, [1.0, 2, 1, 1]))
    func onlyTheLongestWorkflowTakesASecondSheet(name: String, sheets: Double) throws {
        #expect((try layout(name).height / DiagramLayout.pageHeight).rounded(.up) == sheets)
    }

    @Test(arguments: ShippedWorkflow.names, Language.allCases)
    func everyLabelStandsInThePicture(name: String, language: Language) throws {
        let definition = try ShippedWorkflow.read(name)
        let words = try layout(name, language).boxes.map { box in
            box.text.lines.map(\.text).joined(separator: " ")
        }.joined(separator: " ")
        let labels =
            definition.stages.map(\.label) + definition.tracks.map(\.label)
            + definition.tracks.flatMap(\.steps).map(\.label)
        for label in labels {
            #expect(words.contains(label.text(in: language.rawValue)), "\(label)")
        }
    }

    @Test func thePictureIsTheSameBytesEveryTime() throws {
        #expect(try diagram("meerjarenbeleidsplan").svg() == diagram("meerjarenbeleidsplan").svg())
    }

    @Test func thePictureNamesItsTitleDescriptionRoleAndLanguage() throws {
        let svg = try diagram("plan-van-aanpak", .en).svg(id: "picture")
        #expect(svg.contains("role=\"img\""))
        #expect(svg.contains(" lang=\"en\""))
        #expect(svg.contains("<title id=\"picture-title\">Workflow: Plan of approach</title>"))
        #expect(svg.contains("<desc id=\"picture-desc\">"))
        #expect(!svg.contains("style="))
    }

    @Test func labelsAreEscapedInThePicture() throws {
        let yaml = try ShippedWorkflow.text("plan-van-aanpak").replacing(
            "{ nl: Besluit B&W, en: Board decision }", with: "{ nl: 'A & <script>\"', en: Board }")
        let definition = try WorkflowDefinition.read(yaml: yaml, file: "escape.yml")
        let svg = WorkflowDiagram(definition, language: "nl", phrase: try Wording(.nl).text).svg()
        #expect(svg.contains("A &amp; &lt;script&gt;"))
        #expect(!svg.contains("<script"))
    }

    @Test func theTextTellsEveryStageWithItsGateAndWhoMovesIt() throws {
        let outline = try diagram("plan-van-aanpak").textEquivalent
        #expect(outline.stages.map(\.label) == ["Opstellen", "Besluit B&W", "Vastgesteld"])
        let draft = outline.stages[0]
        #expect(draft.movers == "Verder door: projectleider en gemeentesecretaris")
        #expect(draft.conditions.map(\.text).contains("elke sectie heeft tekst"))
        #expect(draft.conditions[0].override == "opzij te zetten door gemeentesecretaris")
        #expect(outline.stages[1].sendBack == "Terug naar Opstellen, door: gemeentesecretaris en bestuurssecretariaat")
        #expect(outline.stages[1].tracks.map(\.id) == ["sign-off", "scheduling", "board-decision", "publication"])
        #expect(outline.stages[2].movers == nil)
        #expect(outline.plainText.contains("Paraaf portefeuillehouder (portefeuillehouder)"))
    }

    @Test func aLongWordIsBrokenWithAHyphenAndNothingIsLost() {
        let word = "meerjarenbeleidsplanvoortgangsrapportage"
        let lines = TextMeasure.wrap(word, width: 80, size: 11)
        #expect(lines.count > 1)
        #expect(lines.allSatisfy { TextMeasure.width(of: $0, size: 11) <= 80 })
        #expect(lines.map { $0.hasSuffix("-") ? String($0.dropLast()) : $0 }.joined() == word)
    }

    /// `WRITE_DIAGRAMS=FOLDER swift test` puts the pictures there, for the eye.
    @Test(arguments: ShippedWorkflow.names, Language.allCases)
    func aPictureCanBeWrittenForTheEye(name: String, language: Language) throws {
        let svg = try diagram(name, language).svg()
        #expect(!svg.contains("⟦"), "a phrase or argument is missing")
        guard let folder = ProcessInfo.processInfo.environment["WRITE_DIAGRAMS"] else { return }
        try svg.write(toFile: "\(folder)/\(name).\(language.rawValue).svg", atomically: true, encoding: .utf8)
    }
}
