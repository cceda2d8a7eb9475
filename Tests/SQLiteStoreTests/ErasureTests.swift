import Foundation
import GRDB
import PlanDomain
import StoreContract
import Survey
import Testing
import Workflow

@testable import SQLiteStore

/// What is erased is in no byte of any file any more, stays so when an older copy is put back, and takes nothing else along.
@Suite struct ErasureTests {
    private let folder: TemporaryFolder
    private let file: URL
    private let journal: ErasureJournal

    init() throws {
        folder = try TemporaryFolder()
        file = folder.file("store.sqlite")
        journal = ErasureJournal(folder.file("erasures"))
    }

    private func open(_ file: URL? = nil) throws -> SQLiteStore {
        try SQLiteStore.open(at: file ?? self.file, masterKey: .forTests, journal: journal)
    }

    private func bytesOnDisk() throws -> Data {
        try folder.names().filter { $0.hasPrefix("store.sqlite") }.reduce(into: Data()) {
            $0.append(try Data(contentsOf: folder.file($1)))
        }
    }

    /// Every key that seals something personal.
    private func keys(in store: SQLiteStore) async throws -> [Data] {
        let tables = [
            "person", "contact", "correspondent", "intakeDocument", "input", "attachment", "inputDraft", "mail",
        ]
        return try await store.read { db in
            try tables.flatMap { try Data.fetchAll(db, sql: "SELECT recordKey FROM \($0) WHERE recordKey IS NOT NULL") }
        }
    }

    private func erasure(_ subject: Erasure.Subject, _ id: String = "wissing") throws -> Erasure {
        Erasure(
            id: try #require(ErasureID(id)), subject: subject, ground: .request, day: CalendarDate(dayNumber: 19_600),
            by: nil)
    }

    @Test func anInputKeepsItsNumberDaySectionAndDispositionAndNothingElse() async throws {
        let store = try open()
        let scene = try await CanaryScene(store)
        let before = try #require(try await store.input(scene.sentIn, of: scene.plan))
        let doomed = try await keys(in: store)
        // What is looked for can be found: in the index of words, and as the key.
        #expect(try bytesOnDisk().firstRange(of: Data("geelvink".utf8)) != nil)
        let scope = try #require(try await store.scope(of: .input(scene.sentIn, scene.plan)))
        #expect(scope.inputs == [scene.sentIn] && scope.unanswered == [scene.sentIn] && scope.files == 1)
        try await store.erase(erasure(.input(scene.sentIn, scene.plan)))
        let left = try #require(try await store.input(scene.sentIn, of: scene.plan))
        #expect(left.isErased && left.isWithdrawn && left.content.text.isEmpty && left.attachments.isEmpty)
        #expect(left.receivedAt == before.receivedAt && left.content.section == before.content.section)
        #expect(left.submitter == before.submitter && left.round == before.round)
        #expect(try await store.inputLines(of: scene.plan).first?.dispositions.map(\.reason) == ["Dank."])
        #expect(try await store.key(of: scene.sentIn, in: scene.plan) == nil)
        let bytes = try bytesOnDisk()
        #expect(bytes.firstRange(of: Data("geelvink".utf8)) == nil, "nor in the index, nor in the log")
        let remaining = try await keys(in: store)
        let gone = doomed.filter { !remaining.contains($0) }
        #expect(gone.count == 2, "of the input and of its file")
        for key in gone { #expect(bytes.firstRange(of: key) == nil) }
        #expect(try await store.erasure(of: .input(scene.sentIn, scene.plan))?.day.dayNumber == 19_600)
        #expect(try await store.scope(of: .input(scene.sentIn, scene.plan)) == nil)
        let again = try erasure(.input(scene.sentIn, scene.plan), "nog-eens")
        await #expect(throws: PlanError.nothingToErase) { try await store.erase(again) }
        #expect(try await SQLiteStore.verify(at: file).isSound)
    }

    @Test func withWhoWroteGoesAllThatTheyWrote() async throws {
        let store = try open()
        let scene = try await CanaryScene(store)
        let doomed = try await keys(in: store)
        let subject = Erasure.Subject.correspondent(scene.writer, scene.plan)
        let scope = try #require(try await store.scope(of: subject))
        #expect(scope.inputs == [scene.cut] && scope.documents == 1 && scope.files == 1 && scope.mails == 1)
        #expect(try await store.erase(erasure(subject)) == 3)
        #expect(try await store.correspondents(of: scene.plan).isEmpty)
        let document = try #require(try await store.intakeDocument(scene.letter, of: scene.plan))
        #expect(document.text.isEmpty && document.title.isEmpty && document.file == nil)
        #expect(try await store.bytes(of: scene.letter, in: scene.plan) == nil)
        #expect(try await store.input(scene.cut, of: scene.plan)?.isErased == true)
        #expect(try await store.input(scene.sentIn, of: scene.plan)?.content.text == CanaryScene.words)
        #expect(try await store.outbox(nil, before: nil, limit: 9).map(\.to.rawValue) == [CanaryScene.mail])
        let (bytes, left) = (try bytesOnDisk(), try await keys(in: store))
        for key in doomed where !left.contains(key) { #expect(bytes.firstRange(of: key) == nil) }
        let causes = try await store.erasures().map(\.cause?.rawValue)
        #expect(causes == ["wissing", "wissing", nil])
    }

    @Test func peopleGoWithTheirMailAndTheirDrafts() async throws {
        let store = try open()
        let scene = try await CanaryScene(store)
        for (index, subject) in [Erasure.Subject.person(scene.person), .contact(scene.contact)].enumerated() {
            let scope = try await store.scope(of: subject)
            #expect(scope?.mails == (index == 0 ? 1 : 0) && scope?.drafts == index)
            try await store.erase(erasure(subject, "wissing-\(index)"))
        }
        #expect(try await store.people().isEmpty)
        #expect(try await store.contacts(of: nil).isEmpty)
        #expect(try await store.outbox(nil, before: nil, limit: 9).map(\.to.rawValue) == [CanaryScene.writerMail])
        #expect(try await store.sessions(of: .person(scene.person), at: .distantPast).isEmpty)
        let round = try #require(try await store.rounds(of: scene.plan).first)
        let submitter = try #require(try await store.input(scene.sentIn, of: scene.plan)).submitter
        #expect(submitter.contact == scene.contact && submitter.organisation?.name == "Politie")
        #expect(try await store.draft(of: submitter, in: round.id, of: scene.plan) == nil)
        // The pseudonym stays: the register goes on to tell one official from another.
        #expect(try await store.pseudonym(of: scene.person, in: scene.plan) == scene.pseudonym)
    }

    @Test func anOlderCopyThatIsPutBackForgetsTheSame() async throws {
        let store = try open()
        let scene = try await CanaryScene(store)
        let copy = folder.file("copy.sqlite")
        try await store.backup(to: copy)
        let subjects: [Erasure.Subject] = [
            .input(scene.sentIn, scene.plan), .person(scene.person), .correspondent(scene.writer, scene.plan),
        ]
        for (index, subject) in subjects.enumerated() { try await store.erase(erasure(subject, "wissing-\(index)")) }
        let text = try String(contentsOf: folder.file("erasures"), encoding: .utf8)
        #expect(text.split(separator: "\n").count == 5)
        #expect(!text.localizedCaseInsensitiveContains("geelvink"))
        // Torn off in the middle of a line: that was never promised.
        try Data((text + "{\"day\":").utf8).write(to: folder.file("erasures"))
        let restored = try open(copy)
        #expect(try await restored.input(scene.sentIn, of: scene.plan)?.isErased == true)
        #expect(try await restored.input(scene.cut, of: scene.plan)?.isErased == true)
        #expect(try await restored.people().isEmpty)
        #expect(try await restored.correspondents(of: scene.plan).isEmpty)
        #expect(try await restored.erasures() == store.erasures())
        #expect(try Data(contentsOf: copy).firstRange(of: Data("geelvink".utf8)) == nil)
        try await restored.erase(erasure(.contact(scene.contact), "na-het-terugzetten"))
        #expect(try journal.lines().count == 6)
    }

    @Test func anotherFolderUnderTheSameKeyIsLeftAlone() async throws {
        let (store, other) = (try open(), folder.file("other.sqlite"))
        let scene = try await CanaryScene(store)
        let twin = try open(other)
        _ = try await CanaryScene(twin, key: "1f")
        try twin.database.close()
        try await store.erase(erasure(.input(scene.sentIn, scene.plan)))
        #expect(try await open(other).input(scene.sentIn, of: scene.plan)?.isErased == false)
    }

    @Test func withoutItsJournalNothingIsErased() async throws {
        let scene = try await CanaryScene(try open())
        try FileManager.default.createDirectory(at: folder.file("erasures"), withIntermediateDirectories: true)
        let store = try SQLiteStore.open(at: file, masterKey: .forTests)
        let barred = SQLiteStore(store.database, journal: journal)
        let erasure = try erasure(.input(scene.sentIn, scene.plan))
        #expect(
            try await unavailability { try await barred.erase(erasure) } == "erasure-journal.not-writable")
        #expect(try await store.input(scene.sentIn, of: scene.plan)?.content.text == CanaryScene.words)
    }

    @Test func aJournalThatSomebodyWroteInIsNotPassedOver() async throws {
        _ = try open()
        try Data("geen regel van dit programma\n".utf8).write(to: folder.file("erasures"))
        #expect(try await unavailability { _ = try open() } == "erasure-journal.damaged")
    }

    @Test func answersAndTheReportOfASessionLoseTheWordsOfWhatTheyBecame() async throws {
        let store = try open()
        let scene = try await CanaryScene(store)
        let (report, answer) = try await scene.hear(in: store)
        try await store.erase(erasure(.input(report, scene.plan), "een"))
        try await store.erase(erasure(.input(answer, scene.plan), "twee"))
        let session = try #require(SessionID("avond"))
        #expect(try await store.reports(of: session, in: scene.plan).map(\.text) == ["De politie: [gewist] Punt."])
        let survey = try #require(try await store.responses(of: scene.round, in: scene.plan).first)
        #expect(survey.sheet["v1"] == nil && survey.sheet["v2"] == .value(7))
        let revision = try await store.responseRevision(of: scene.round, in: scene.plan)
        try await store.erase(erasure(.response(survey.id, scene.plan), "drie"))
        #expect(try await store.responses(of: scene.round, in: scene.plan).isEmpty)
        #expect(try await store.responseRevision(of: scene.round, in: scene.plan) == revision + 1)
        #expect(try await store.responseCounts(of: scene.round, in: scene.plan).map(\.count) == [1])
    }
}
