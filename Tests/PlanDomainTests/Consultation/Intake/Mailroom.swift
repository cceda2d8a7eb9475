import Foundation
import PlanDomain
import PlanRepositories
import TestSupport
import Workflow

/// A hearing to which letters and mails come, too.
struct Mailroom: Sendable {
    let hearing: Hearing
    let round: RoundID
    let desk: IntakeDesk

    static let letter = """
        Geachte gemeente,

        Het doel is mooi, maar wat is een veilige wijk? Noem een getal.

        Verder wil ik weten wie dit betaalt.
        """

    init(_ channels: Set<Input.Channel> = [.form, .letter, .mail]) async throws {
        hearing = try await Hearing()
        var preparation = Hearing.preparation()
        preparation.channels = channels
        round = try await hearing.openRound(preparation)
        desk = IntakeDesk(hearing.world.office, store: hearing.world.store, reading: LittleSources(), seals: .hmac)
    }

    var store: any TownHallStore { hearing.world.store }
    var plan: PlanID { hearing.plan }

    func written(
        _ kind: IntakeDocument.Kind = .letter, on day: String = "2023-06-05", text: String = letter,
        file: (String, String)? = nil
    ) -> WrittenIntake {
        var written = WrittenIntake(round: round, kind: kind, arrivedOn: Hearing.day(day))
        written.text = file == nil ? text : ""
        written.file = file.map { ReadDocument.Enclosure(name: $0.0, bytes: Data($0.1.utf8)) }
        return written
    }

    @Sendable func take(_ written: WrittenIntake, request: String = UUID().uuidString) async throws -> IntakeDocument {
        try await desk.take(written, in: plan, requestID: request, by: hearing.handler)
    }

    func cut(
        _ words: String?, from document: IntakeDocument, _ input: WrittenInput? = nil,
        request: String = UUID().uuidString
    ) async throws -> InputNumber {
        try await desk.cut(
            WrittenCut(words: words, input: input ?? WrittenInput(kind: .general, text: "")), from: document.id,
            in: plan, requestID: request, by: hearing.handler)
    }

    func view(_ document: IntakeDocument) async throws -> IntakeView {
        try await desk.document(document.id, of: plan, for: hearing.handler)
    }
}
