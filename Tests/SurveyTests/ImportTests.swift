import Foundation
import Seeded
import Survey
import Testing

/// Answers that come in as a table.
@Suite struct SheetImportTests {
    private static let questionnaire = Questionnaire(
        title: "Panel",
        pages: [
            .init(
                id: "p", title: "Alles",
                questions: [
                    Question(
                        id: "wijk", text: "In welke wijk woont u?",
                        kind: .one([Choice(id: "n", text: "Noord"), Choice(id: "z", text: "Zuid")])),
                    Question(id: "cijfer", text: "Welk cijfer?", kind: .scale(Scale(1...10, least: "", most: ""))),
                    Question(
                        id: "zorg", text: "Waarover maakt u zich zorgen?",
                        kind: .some([Choice(id: "i", text: "Inbraak"), Choice(id: "v", text: "Verkeer")], atMost: nil)),
                    Question(
                        id: "eerst", text: "Wat eerst?",
                        kind: .ranking(
                            [Choice(id: "a", text: "Licht"), Choice(id: "b", text: "Toezicht")], atMost: nil)),
                    Question(
                        id: "vaak", text: "Hoe vaak?",
                        kind: .matrix(
                            rows: [Choice(id: "l", text: "Lawaai")],
                            columns: [Choice(id: "0", text: "Nooit"), Choice(id: "1", text: "Vaak")])),
                    Question(id: "tip", text: "Hebt u een tip?", kind: .open(limit: 20)),
                ])
        ])

    private static let file = #"""
        Respondent;In welke wijk woont u?;Welk cijfer?;Inbraak;Verkeer;Wat eerst? [Licht];Wat eerst? [Toezicht];Hoe vaak?: Lawaai;Hebt u een tip?
        1;Noord;7;1;0;2;1;Vaak;"Meer licht; ""nu"""
        2;ZUID;9 - goed;ja;ja;;;;
        3;Oost;8;;;;;;
        4;;;;;;;;
        5;Noord;11;;;1;1;;
        6;Zuid;3;;;;;;Een tip die veel te lang is om te bewaren
        """#

    @Test func columnsAreGuessedFromTheirNamesAndRowsAreTriedOut() throws {
        let table = try CSVTable(Data(Self.file.utf8))
        let mapping = SheetImport(guessing: table.header, for: Self.questionnaire)
        #expect(mapping.columns["Respondent"] == nil && mapping.columns["Inbraak"] == .choice("zorg", "i"))
        #expect(mapping.columns["Wat eerst? [Toezicht]"] == .rank("eerst", "b"))
        #expect(mapping.columns["Hoe vaak?: Lawaai"] == .row("vaak", "l"))
        let trial = mapping.trial(of: table, for: Self.questionnaire)
        #expect(trial.sheets.map(\.line) == [2, 3])
        #expect(
            trial.sheets[0].sheet
                == AnswerSheet([
                    "wijk": .chosen(["n"]), "cijfer": .value(7), "zorg": .chosen(["i"]), "eerst": .chosen(["b", "a"]),
                    "vaak": .cells(["l": "1"]), "tip": .text("Meer licht; \"nu\""),
                ]))
        #expect(trial.sheets[1].sheet["zorg"] == .chosen(["i", "v"]) && trial.sheets[1].sheet["cijfer"] == .value(9))
        #expect(trial.emptyLines == [5])
        #expect(trial.faults.map(\.line) == [4, 6, 6, 7])
        #expect(trial.faults[0].column == "In welke wijk woont u?" && trial.faults[0].cell == "Oost")
        #expect(trial.faults[3].reason == .tooLong(limit: 20))
    }

    @Test(
        arguments: [
            ("", .empty), ("a,,b\n", .unclearHeader(column: 2)), ("a,A\n", .unclearHeader(column: 2)),
            ("a,b\n1,\"open\n", .openQuote(line: 2)), ("a,b\n1,2,3\n", .tooManyCells(line: 2)), ("a\0,b\n", .binary),
        ] as [(String, CSVTable.Fault)])
    func aFileThatIsNoTableIsRefusedWithItsLine(text: String, fault: CSVTable.Fault) {
        #expect(throws: fault) { try CSVTable(Data(text.utf8)) }
    }

    @Test func whatSpreadsheetsWriteIsRead() throws {
        let expected = [["é", "2"], ["regel\neen", ""]]
        let text = "naam;cijfer\r\né;2\r\n\"regel\neen\";\r\n;;\r\n"
        let files = [
            Data(text.utf8), Data([0xEF, 0xBB, 0xBF] + text.utf8), try #require(text.data(using: .windowsCP1252)),
            try #require(text.data(using: .utf16)),
        ]
        for file in files { #expect(try CSVTable(file).rows.map(\.cells) == expected) }
        #expect(try CSVTable(Data("a\tb\n1\t2".utf8)).rows.map(\.cells) == [["1", "2"]])
        #expect(try CSVTable(Data("a,b\n1\n\n2,3\n".utf8)).rows.map(\.line) == [2, 4])
    }

    /// Whatever cells hold, written by the rules they are read again.
    @Test(arguments: 1...100)
    func whatIsWrittenIsReadAgain(seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        let pieces = ["a", "\"", ";", ",", "\n", "\r\n", " ", "é", "\t", "x"]
        let width = Int.random(in: 1...4, using: &chance)
        let rows = (0..<5).map { _ in
            (0..<width).map { _ in
                "w"
                    + (0..<Int.random(in: 0...6, using: &chance)).map { _ in pieces.randomElement(using: &chance)! }
                    .joined()
            }
        }
        let quoted = ([(0..<width).map { "k\($0)" }] + rows).map {
            $0.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ";")
        }
        #expect(try CSVTable(Data(quoted.joined(separator: "\r\n").utf8)).rows.map(\.cells) == rows, "seed \(seed)")
    }
}
