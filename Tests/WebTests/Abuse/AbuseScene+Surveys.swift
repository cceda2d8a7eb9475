import Foundation
import PlanDomain
import Survey
import TestSupport
import Testing

@testable import Web

/// A questionnaire that residents answer, with a sheet that is half filled in, and one that is being built.
extension AbuseScene {
    mutating func furnishSurveys() async throws {
        let official = try await world.participant(.named(Sender.handler.rawValue))
        let rounds = ConsultationDesk(world.office, store: world.store)
        let desk = SurveyDesk(world.office, store: world.store)
        func prepare(_ title: String) async throws -> RoundID {
            let round = try await rounds.prepare(SurveySite.preparation(title), in: heard, by: official)
            try await desk.save(SurveySite.questionnaire, after: 0, of: round.id, in: heard, by: official)
            return round.id
        }
        let open = try await prepare("Bewoners")
        let next = try await prepare("Bewoners later")
        let text = try await world.office.heads(of: heard).text
        try await rounds.open(open, of: heard, shown: text, requestID: "enquete", by: official)
        let room = SurveyRoom(world.office, store: world.store)
        let visit = try await room.visit(open, of: heard)
        let secret = try #require(SheetSecret(SceneSecret.sheet.text))
        try await room.keep(SurveySite.whole, under: secret.key, at: visit)
        try await world.store.add([
            SurveyResponse(
                id: try #require(ResponseID("geschreven")), plan: heard, round: open, way: .paper,
                day: world.clock.office.today, sheet: SurveySite.whole)
        ])
        let files = SheetFileDesk(world.office, store: world.store) { Digest.hexadecimal(of: $0, bytes: 32) }
        _ = try await files.upload(
            Data("Woont u hier?;Cijfer\r\nNee;7\r\n".utf8), called: "eerder.csv",
            as: try #require(SheetFileID("panelbestand")), of: open, in: heard, by: official)
        (names["enquete"], names["ontwerp"], names["page"]) = (open.rawValue, next.rawValue, "p1")
    }
}
