import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// A list of reactions is looked at first, and taken in once.
@Suite struct InputSheetTests {
    private static let list = """
        Naam;E-mailadres;Organisatie;Sectie;Reactie;Voorstel;Datum;Kolom 8
        J. de Boer;boer@voorbeeld.nl;;1.1;Meer licht;;05-06-2023;x
        ;;Brandweer;Doel;"Ook ""brand"", graag";;;
        ;;;;Wie betaalt?;;;
        K. Smit;geen adres;Onbekende club;Bestaat niet;;;40-40-2023;

        """

    private func taken(_ text: String = list) async throws -> (Mailroom, IntakeDocument) {
        let room = try await Mailroom()
        let document = try await room.take(room.written(.sheet, file: ("reacties.csv", text)))
        return (room, document)
    }

    private func guess(_ room: Mailroom, _ document: IntakeDocument) async throws -> InputSheet {
        try await room.desk.sheet(document.id, of: room.plan, for: room.hearing.handler).guess
    }

    @Test func columnsAreGuessedByTheirNames() {
        let sheet = InputSheet(guessing: ["Naam", "E-mailadres", "Reactie", "Toelichting", "Rijnummer", "Sectie"])
        #expect(
            sheet.columns == ["Naam": .name, "E-mailadres": .mail, "Reactie": .text, "Sectie": .section])
    }

    @Test func aTrialTellsEveryFaultByItsLineAndDoesNothing() async throws {
        let (room, document) = try await taken()
        let sheet = try await guess(room, document)
        let trial = try await room.desk.trial(sheet, of: document.id, in: room.plan, by: room.hearing.handler)
        #expect(trial.rows.map(\.line) == [2, 3, 4])
        #expect(trial.faults.allSatisfy { $0.line == 5 })
        #expect(
            Set(trial.faults.map(\.reason.key)) == [
                "intake.sheet.mail", "intake.sheet.organisation", "intake.sheet.section", "intake.sheet.day",
                "input.text-empty",
            ])
        #expect(trial.faults.first { $0.reason.key == "intake.sheet.mail" }?.column == "E-mailadres")
        #expect(try await room.store.inputs(of: room.plan).isEmpty)
        #expect(try await room.store.correspondents(of: room.plan).isEmpty)
    }

    @Test func whatHasNoFaultIsTakenInOnceWithWhoWroteIt() async throws {
        let (room, document) = try await taken()
        let sheet = try await guess(room, document)
        let count = try await room.desk.takeIn(sheet, of: document.id, in: room.plan, by: room.hearing.handler)
        #expect(count == 3)
        let inputs = try await room.store.inputs(of: room.plan)
        #expect(inputs.map(\.content.kind) == [.remark, .remark, .general])
        #expect(
            inputs[1].content.text == "Ook \"brand\", graag" && inputs[1].submitter.organisation?.name == "Brandweer")
        #expect(inputs.map { $0.submitter.correspondent == nil } == [false, true, true])
        #expect(try await room.store.correspondents(of: room.plan).map(\.name) == ["J. de Boer"])
        let again = try await refusal {
            try await room.desk.takeIn(sheet, of: document.id, in: room.plan, by: room.hearing.handler)
        }
        #expect(again?.reason.key == "intake.sheet.done")
        let twin = try await refusal {
            try await room.take(room.written(.sheet, file: ("anders genoemd.csv", Self.list)))
        }
        #expect(twin?.reason.key == "intake.sheet.known")
        #expect(try await room.store.inputs(of: room.plan).count == 3)
    }

    @Test(arguments: [
        ("a;a\nx;y\n", "intake.sheet.header"), ("a;b\n\"x;y\n", "intake.sheet.open-quote"),
        ("a;b\nx;y;z\n", "intake.sheet.too-many-cells"), ("a;b\n", "intake.sheet.empty"),
        ("a\0b\n", "intake.sheet.not-csv"),
    ])
    func aListThatCannotBeReadIsRefusedWithItsLine(_ text: String, _ key: String) async throws {
        let room = try await Mailroom()
        let refusal = try await refusal { try await room.take(room.written(.sheet, file: ("lijst.csv", text))) }
        #expect(refusal?.reason.key == key)
        #expect(try await room.store.intakeDocuments(of: room.plan).isEmpty)
    }

    @Test func aRowThatCameTooLateIsLeftForTheLetterBox() async throws {
        let room = try await Mailroom()
        room.hearing.world.clock.advance(days: 20)
        let document = try await room.take(
            room.written(.sheet, file: ("l.csv", "reactie,datum\nOp tijd,16-06-2023\nTe laat,17-06-2023\n")))
        let sheet = try await guess(room, document)
        let trial = try await room.desk.trial(sheet, of: document.id, in: room.plan, by: room.hearing.handler)
        #expect(trial.rows.map(\.content.text) == ["Op tijd"])
        #expect(trial.faults.map(\.reason.key) == ["intake.sheet.late"] && trial.faults[0].line == 3)
    }

    @Test func withoutAColumnThatSpeaksNothingIsTakenIn() async throws {
        let (room, document) = try await taken()
        let refusal = try await refusal {
            try await room.desk.takeIn(
                InputSheet(columns: ["Naam": .name]), of: document.id, in: room.plan, by: room.hearing.handler)
        }
        #expect(refusal?.reason.key == "intake.sheet.no-text-column")
    }
}
