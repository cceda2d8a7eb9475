import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// What came in beside the form: a letter in time and one too late, a mail with a note, a list; and a letter elsewhere.
extension AbuseScene {
    mutating func furnishIntake() async throws {
        let desk = IntakeDesk(world.office, store: world.store, reading: LittleSources(), seals: world.seals)
        let handler = try await world.participant(.named(Sender.handler.rawValue))
        let round = try #require(RoundID(names["round"] ?? ""))
        for (name, kind, file, text) in [
            ("letter", IntakeDocument.Kind.letter, nil, Self.letter), ("eml", .mail, "mail.eml", Self.letter),
            ("sheet", .sheet, "lijst.csv", "reactie;naam\nMeer licht;J. de Boer\n"),
        ] {
            var written = WrittenIntake(round: round, kind: kind, arrivedOn: world.clock.today)
            written.name = kind == .letter ? "J. de Boer" : ""
            written.text = file == nil ? text : ""
            written.file = file.map { ReadDocument.Enclosure(name: $0, bytes: Data(text.utf8)) }
            names[name] = try await desk.take(written, in: heard, requestID: name, by: handler).id.rawValue
        }
        names["enclosure"] = "1"
        let elsewhere = try #require(RoundID(foreignNames["round"] ?? ""))
        for (id, plan, round, standing) in [
            ("te-laat", heard, round, IntakeDocument.Standing.late), ("elders", foreign, elsewhere, .inTime),
        ] {
            let document = IntakeDocument(
                id: try #require(IntakeDocumentID(id)), plan: plan, round: round, kind: .letter,
                arrivedOn: world.clock.today, title: "Brief", text: Self.letter,
                takenInBy: .named(Sender.handler.rawValue), takenInAt: world.clock.now, standing: standing)
            try await world.store.keep(document, from: nil, bytes: nil)
        }
        (names["late"], foreignNames["letter"]) = ("te-laat", "elders")
    }

    private static let letter = "Over een veilige wijk.\n\nMeer licht, graag."
}
