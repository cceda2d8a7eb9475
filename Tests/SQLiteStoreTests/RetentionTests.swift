import Foundation
import GRDB
import PlanDomain
import Survey
import Testing
import Workflow

@testable import SQLiteStore

/// What is past its time is counted before it goes, goes alone, and is noted.
@Suite struct RetentionTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore.open(
            at: folder.file("store.sqlite"), masterKey: .forTests, journal: ErasureJournal(folder.file("erasures")))
    }

    /// The day of the scene is 14 November 2023; its round ends on 9 December 2023.
    private static let day = CalendarDate(dayNumber: 19_675)

    private func dispose(_ kind: RetentionSchedule.Kind, before day: CalendarDate) async throws -> Int {
        let noted = Disposal(kind: kind, count: 0, days: 30, day: Self.day, by: nil)
        return try await store.dispose(before: day, noting: noted)
    }

    /// With each the first day before which it was needed last.
    @Test(arguments: [
        (RetentionSchedule.Kind.unsentDraft, 19_701), (.mail, 19_677), (.accessLink, 19_676), (.textDraft, 19_676),
        (.letter, 19_677), (.contact, 19_676), (.surveyResponse, 19_701), (.surveySheet, 19_512),
    ])
    func aThingGoesTheDayAfterItsTimeAndNotBefore(_ kind: RetentionSchedule.Kind, _ first: Int) async throws {
        let scene = try await CanaryScene(store)
        try await age(scene)
        let (early, due) = (CalendarDate(dayNumber: first - 1), CalendarDate(dayNumber: first))
        #expect(try await store.expired(kind, before: early).count == 0)
        #expect(try await dispose(kind, before: early) == 0)
        #expect(try await store.disposals().isEmpty, "what did not happen is not noted")
        let expired = try await store.expired(kind, before: due)
        #expect(expired.count == 1 && expired.oldest == early)
        let counts = try await rows()
        #expect(try await dispose(kind, before: due) == 1)
        #expect(try await store.disposals().map(\.count) == [1])
        #expect(try await store.expired(kind, before: due).count == 0)
        let left = try await rows()
        // Nothing else goes along: of each kind one row, or one key.
        let gone = counts.filter { left[$0.key] != $0.value }.map(\.key)
        let alone: [RetentionSchedule.Kind: Set<String>] = [
            .unsentDraft: ["inputDraft"], .mail: ["mail"], .accessLink: ["accessLink"], .textDraft: ["draft"],
            .letter: ["intakeDocument", "intakeFile"], .contact: ["contact", "accessLink", "inputDraft"],
            .surveyResponse: ["surveyResponse"], .surveySheet: ["surveySheet"],
        ]
        #expect(Set(gone) == alone[kind])
        #expect(try await SQLiteStore.verify(at: folder.file("store.sqlite")).isSound)
    }

    @Test func aLetterStaysWhileAnInputOfItIsOpen() async throws {
        let scene = try await CanaryScene(store)
        try await age(scene, isAnswered: false)
        #expect(try await store.expired(.letter, before: CalendarDate(dayNumber: 30_000)).count == 0)
    }

    @Test func whatWasChosenIsKeptAndWhatNobodyChoseIsUsual() async throws {
        #expect(try await store.retentionSchedule() == RetentionSchedule())
        let chosen = RetentionSchedule([.mail: nil, .letter: 90])
        try await store.save(chosen)
        let kept = try await store.retentionSchedule()
        #expect(kept == chosen && kept.days[.mail] == nil && kept.days[.letter] == 90 && kept.days[.contact] == 730)
        #expect(kept.boundary(of: .letter, on: Self.day) == CalendarDate(dayNumber: 19_585))
    }

    /// Settles everything of the scene on 15 November 2023, and adds one of what it has not.
    private func age(_ scene: CanaryScene, isAnswered: Bool = true) async throws {
        _ = try await scene.hear(in: store)
        let moment = Date(timeIntervalSince1970: 1_700_050_000)
        try await store.keep(
            AnswerSheet(["v1": .text("Nog niet af")]),
            under: SheetKey(id: TokenHash(rawValue: "s"), receipt: TokenHash(rawValue: "r")), of: scene.round,
            in: scene.plan, on: CalendarDate(dayNumber: 19_511))
        try await store.make(
            AccessLink(
                id: TokenHash(rawValue: "link"), purpose: .contribute(scene.contact, plan: scene.plan),
                madeAt: moment - 90_000, expiresAt: moment, usedAt: moment - 90_000, withdrawnAt: nil))
        let place = DraftPlace(
            plan: scene.plan, subject: .fields, person: scene.person, tab: try #require(DraftTab("een")))
        let base = try #require(CommitID(SchemaTests.commit))
        _ = try await store.keep(
            Draft(place: place, version: 1, base: base, text: "Getypt", keptAt: moment - 90_000), reopening: false)
        let mails = try await store.outbox(nil, before: nil, limit: 9)
        try await store.note([DeliveryNote(try #require(mails.last).id, .sent, answer: "250", at: moment)])
        if isAnswered { try await store.withdraw(scene.cut, in: scene.plan, at: moment) }
        var letter = try #require(try await store.intakeDocument(scene.letter, of: scene.plan))
        letter.finishedAt = moment
        letter.version += 1
        try await store.change(letter)
    }

    private func rows() async throws -> [String: Int] {
        try await store.read { db in
            let sealed = ["contact", "person", "correspondent", "intakeDocument", "input", "surveyResponse"]
            let whole = [
                "inputDraft", "mail", "accessLink", "draft", "intakeFile", "surveySheet", "signInSession", "attachment",
            ]
            var rows: [String: Int] = [:]
            for table in sealed {
                rows[table] = try Int.fetchOne(db, sql: "SELECT count(recordKey) FROM \(table)")
            }
            for table in whole { rows[table] = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") }
            return rows
        }
    }
}
