import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

/// What somebody may ask for is all that is kept of them, and of them alone.
@Suite struct PersonalFileTests {
    @Test func aContactGetsWhatTheySentInAndNothingOfAnother() async throws {
        let hearing = try await Hearing()
        let round = try await hearing.openRound()
        let own = WrittenInput(kind: .general, text: "Van Pim zelf.")
        let other = WrittenInput(kind: .general, text: "Van de brandweer.")
        _ = try await hearing.send([own], in: round, by: hearing.police)
        _ = try await hearing.send([other], in: round, by: hearing.fireBrigade)
        let desk = PersonalFileDesk(hearing.world.store, time: hearing.world.clock.office)
        let mail = try #require(hearing.police.contact(in: hearing.plan)?.mail)
        for participant in [hearing.secretary, hearing.handler, hearing.police] {
            #expect(try await refusal { try await desk.file(of: mail, for: participant) }?.code == .notFound)
        }
        let file = try await desk.file(of: mail, for: .keeper)
        #expect(file.parts.map(\.kind).contains(.contact) && file.parts.map(\.kind).contains(.input))
        let words = String(decoding: try JSONEncoder().encode(file), as: UTF8.self)
        #expect(words.contains("Van Pim zelf.") && words.contains("Pim") && words.contains("INB-0001"))
        #expect(!words.contains("brandweer") && !words.contains("Carla") && !words.contains("Frits"))
        let nobody = try #require(MailAddress("niemand@voorbeeld.nl"))
        #expect(try await desk.file(of: nobody, for: .keeper).isEmpty)
    }

    @Test func somebodyOfTheOfficeGetsTheirFunctionsAndDeeds() async throws {
        let hearing = try await Hearing()
        let person = try #require(hearing.handler.person)
        let file = try await PersonalFileDesk(hearing.world.store, time: hearing.world.clock.office)
            .file(of: person.mail, for: .keeper)
        #expect(file.parts.map(\.kind) == [.person, .appointment, .deed])
        let words = String(decoding: try JSONEncoder().encode(file), as: UTF8.self)
        #expect(words.contains("Functie Hanna") && !words.contains("Edo") && !words.contains("Sara"))
    }

    @Test func theServerLooksOnceADayAndNotesWhatWent() async throws {
        let hearing = try await Hearing()
        let (store, clock) = (hearing.world.store, hearing.world.clock)
        let desk = RetentionDesk(store, time: clock.office)
        #expect(try await refusal { try await desk.preview(for: hearing.secretary) }?.code == .notFound)
        let link = AccessLink(
            id: TokenHash(rawValue: "link"), purpose: .choosePassword(try #require(hearing.editor.person?.id)),
            madeAt: clock.now, expiresAt: clock.now, usedAt: nil, withdrawnAt: nil)
        try await store.make(link)
        #expect(try await desk.carryOutDaily().isEmpty)
        clock.advance(days: 366)
        let due = try await desk.preview(for: .keeper).filter { ($0.expired?.count ?? 0) > 0 }
        #expect(due.map(\.kind) == [.accessLink])
        #expect(try await desk.carryOutDaily().map(\.kind) == [.accessLink])
        #expect(try await store.link(link.id) == nil)
        #expect(try await store.disposals().map(\.days) == [365])
        try await store.make(link)
        #expect(try await desk.carryOutDaily().isEmpty, "not twice on one day")
        let refused = try await refusal { try await desk.choose([.mail: 0], by: .keeper) }
        #expect(refused?.reason.key == "retention.days")
    }
}
