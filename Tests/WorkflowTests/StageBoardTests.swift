import Foundation
import Phrases
import Testing

@testable import Workflow

@Suite struct StageBoardTests {
    private func board(_ scenario: Scenario, _ language: Language = .nl) throws -> StageBoard {
        StageBoard(
            scenario.standing, of: scenario.definition, language: language.rawValue, phrase: try Wording(language).text)
    }

    /// A plan of sixty sections, of which every third is one stage further and every fifth another.
    private func longPlan() throws -> Scenario {
        var scenario = try Scenario("meerjarenbeleidsplan")
        scenario.facts.sections = (1...60).map {
            SectionFact(
                id: "s\($0)", title: "\($0). Hoofdstuk over veiligheid in wijken, dorpen en op bedrijventerreinen",
                owner: "Beleidsadviseur", hasText: true)
        }
        try scenario.start()
        let further = stride(from: 3, through: 60, by: 3).map { "s\($0)" }
        scenario.record(.stageMoved(from: "consult", to: "deepen"), .editor, sections: further)
        let furthest = stride(from: 15, through: 60, by: 15).map { "s\($0)" }
        scenario.record(.stageMoved(from: "deepen", to: "draft"), .editor, sections: furthest)
        return scenario
    }

    @Test func everyCellSaysItsStateInAWordAndASymbol() throws {
        let board = try board(longPlan())
        let row = try #require(board.rows.first { $0.section == "s15" })
        #expect(row.cells.map(\.state) == [.past, .past, .present, .ahead, .ahead, .ahead])
        #expect(row.cells.map(\.text) == ["geweest", "geweest", "hier", "nog niet", "nog niet", "nog niet"])
        #expect(Set(StageBoard.State.allCases.map(\.symbol)).count == 3)
        #expect(row.summary.hasSuffix(": Opstellen, sinds 31 december 2023"))
    }

    @Test func columnsCountTheSectionsThatStandThere() throws {
        let board = try board(longPlan())
        #expect(board.columns.map(\.count) == [40, 16, 4, 0, 0, 0])
        #expect(board.rows.count == 60)
    }

    @Test(arguments: Language.allCases)
    func thePictureGrowsWithThePlanAndHoldsAShapeForEveryCell(language: Language) throws {
        let svg = try board(longPlan(), language).svg(language: language.rawValue)
        let shapes = svg.split(separator: "\n").count { $0.hasPrefix("<circle") || $0.hasPrefix("<polyline") }
        #expect(shapes == 60 * 6 + StageBoard.State.allCases.count)
        #expect(!svg.contains("⟦"))
        #expect(svg.contains("role=\"img\""))
        if let folder = ProcessInfo.processInfo.environment["WRITE_DIAGRAMS"] {
            try svg.write(toFile: "\(folder)/board.\(language.rawValue).svg", atomically: true, encoding: .utf8)
        }
    }

    @Test func aPlanWithoutSectionsHasAnEmptyBoard() throws {
        var scenario = try Scenario()
        scenario.facts.sections = []
        let board = try board(scenario)
        #expect(board.rows.isEmpty)
        #expect(board.columns.count == 3)
        #expect(board.svg(language: "nl").contains("viewBox"))
    }
}
