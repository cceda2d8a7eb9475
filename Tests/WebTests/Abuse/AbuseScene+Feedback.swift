import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// Answered inputs: one of a partner, and one of who wrote a letter and has a code to follow it by.
extension AbuseScene {
    mutating func furnishFeedback() async throws {
        let handler = try await world.participant(.named(Sender.handler.rawValue))
        let round = try #require(RoundID(names["round"] ?? ""))
        let brigade = try #require(ContactID(Sender.fireBrigade.rawValue.lowercased()))
        let contact = try #require(try await world.store.contact(brigade))
        let submission = Submission(
            of: [.init(content: InputContent(kind: .general, text: "Meer bluswater"), key: world.seals.freshKey())],
            in: round, of: heard, from: Submitter(contact), by: .letter, source: .document("brief"),
            takenInBy: .named(Sender.handler.rawValue), requestID: "beantwoord", receivedAt: world.clock.now)
        let own = try #require(try await world.store.receive(submission).numbers.first)
        let intake = IntakeDesk(world.office, store: world.store, reading: LittleSources(), seals: world.seals)
        var written = WrittenIntake(round: round, kind: .letter, arrivedOn: world.clock.today)
        (written.name, written.address, written.text) = ("M. Bos", "Kade 1\n1234 AB Waterkerke", "Meer licht, graag.")
        let letter = try await intake.take(written, in: heard, requestID: "brief van Bos", by: handler)
        let cut = WrittenCut(words: "Meer licht", input: WrittenInput(kind: .general, text: ""))
        let other = try await intake.cut(cut, from: letter.id, in: heard, requestID: "knip", by: handler)
        for number in [own, other] { try await answer(number, by: handler) }
        try await FeedbackDesk(world.office, store: world.store) { SceneSecret.follow.given }
            .keep(SceneSecret.follow.hash, for: letter.id, in: heard, by: handler)
        names.merge(["answered": own.description, "written": other.description]) { $1 }
    }

    private func answer(_ number: InputNumber, by handler: Participant) async throws {
        try await ModerationDesk(world.office, store: world.store).judge(
            WrittenJudgement(isAdmissible: true), of: number, in: heard, version: 1, by: handler
        ) { addressee, _ in
            NewMail(to: addressee.mail, name: addressee.name, subject: "", text: "", urgency: .atOnce)
        }
        let desk = DispositionDesk(world.office, store: world.store, seals: world.seals)
        try await desk.propose(
            WrittenDisposition(outcome: .noted, reason: "Dank."), for: number, in: heard, version: 1, after: 0,
            by: handler)
        try await desk.adopt(
            1, of: number, in: heard, requestID: "vast \(number)",
            by: try await world.participant(.named(Sender.editor.rawValue)))
    }
}
