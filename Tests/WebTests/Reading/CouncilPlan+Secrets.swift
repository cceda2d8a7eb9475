import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// What was said behind closed doors, and what came by post: each with the canary in it.
extension CouncilPlan {
    static func plantSecrets(in world: World, of plan: PlanID, _ today: CalendarDate) async throws {
        let round = try #require(RoundID("partners"))
        let writer = PersonID.named("schrijver")
        let session = Session(
            id: try #require(SessionID("besloten")), plan: plan, round: round, kind: .council, title: "Kanarie-sessie",
            day: today, place: "Kanarie-zaal", organisations: [Organisation(name: "Politie")], isClosed: true,
            state: .held, present: ["Politie", "Kanarie-functie"])
        try await world.store.save(session, telling: [], at: world.clock.now)
        try await world.store.add(
            SessionReport(
                session: session.id, version: 1, text: "Kanarie-verslag", writtenBy: writer, writtenAt: world.clock.now),
            in: plan)
        let letter = IntakeDocument(
            id: try #require(IntakeDocumentID("brief")), plan: plan, round: round, kind: .letter, arrivedOn: today,
            title: "Kanarie-brief", text: "Kanarie-woorden",
            file: KeptFile(
                name: "kanarie.txt", type: .text, size: 7, digest: String(repeating: "a", count: 64)),
            takenInBy: writer, takenInAt: world.clock.now)
        try await world.store.keep(letter, from: nil, bytes: Data("Kanarie".utf8))
        for (source, isClosed) in [(InputSource.session("besloten"), true), (.document("brief"), false)] {
            let content = InputContent(kind: .general, text: "Kanarie-uitspraak")
            let key = InputKey(rawValue: String(repeating: "0f", count: 32))
            _ = try await world.store.receive(
                Submission(
                    of: [.init(content: content, key: key)], in: round, of: plan,
                    from: Submitter(Organisation(name: "Politie")), by: isClosed ? .session : .letter, source: source,
                    takenInBy: writer, isClosed: isClosed, requestID: "\(source)", receivedAt: world.clock.now))
        }
    }
}
