import Foundation
import GRDB
import PlanDomain
import StoreContract
import Testing

@testable import SQLiteStore

/// What is personal lies in the file under lock, and the lock opens for one key.
@Suite struct VaultTests {
    private let folder: TemporaryFolder
    private let file: URL

    init() throws {
        folder = try TemporaryFolder()
        file = folder.file("store.sqlite")
    }

    private static let canary = "Kanarie Geelvink"

    /// One of everything that is sealed, each with the canary in it.
    private func fill(_ store: SQLiteStore) async throws -> InputNumber {
        let mail = try #require(MailAddress("kanarie.geelvink@example.nl"))
        try await store.save(
            Person(id: try #require(PersonID("persoon")), name: Self.canary, mail: mail, language: "nl"))
        let contact = Contact(
            id: try #require(ContactID("contact")), organisation: Organisation(name: "Politie"), name: Self.canary,
            mail: mail, function: Self.canary)
        try await store.save(contact)
        let plan = try #require(PlanID("plan"))
        let round = ConsultationRound(
            id: try #require(RoundID("ronde")), plan: plan, title: "Ronde", audience: .partners, asked: "partners",
            from: try #require(.init(iso8601: "2026-01-01")), until: try #require(.init(iso8601: "2026-02-01")))
        try await store.save(round)
        let file = AttachedFile(
            attachment: PlanDomain.Attachment(
                id: try #require(AttachmentID("brief")), name: "\(Self.canary).pdf", type: .pdf,
                size: Self.canary.utf8.count, digest: String(repeating: "a", count: 64)),
            bytes: Data(Self.canary.utf8))
        let content = InputContent(kind: .replacement, text: Self.canary, proposal: Self.canary)
        let items = [InputDraft.Item(id: 1, content: content, attachments: [file.attachment])]
        func draft(_ version: Int) -> InputDraft {
            InputDraft(
                plan: plan, round: round.id, submitter: Submitter(contact), items: items, version: version,
                savedAt: Date(timeIntervalSince1970: 0), nextItem: 2)
        }
        try await store.save(draft(1), adding: [file])
        let receipt = try await store.receive(
            Submission(
                draft: draft(1), requestID: "een", receivedAt: Date(timeIntervalSince1970: 0),
                keys: [InputKey(rawValue: String(repeating: "0f", count: 32))],
                // The words of what was admitted stand in the search index: that is what it is for.
                isAdmittedAtOnce: false))
        try await keepLetter(in: store, round)
        let unsent = InputDraft.Item(id: 2, content: content)
        try await store.save(
            InputDraft(
                plan: plan, round: round.id, submitter: Submitter(contact), items: [unsent], version: 3,
                savedAt: Date(timeIntervalSince1970: 0), nextItem: 3), adding: [])
        return try #require(receipt.numbers.first)
    }

    /// A letter of the canary, with the file that it came in as.
    private func keepLetter(in store: SQLiteStore, _ round: ConsultationRound) async throws {
        let writer = Correspondent(
            id: try #require(CorrespondentID("schrijver")), plan: round.plan, name: Self.canary, address: Self.canary)
        let document = IntakeDocument(
            id: try #require(IntakeDocumentID("brief")), plan: round.plan, round: round.id, kind: .letter,
            arrivedOn: round.from, correspondent: writer.id, title: Self.canary, text: Self.canary,
            file: KeptFile(
                name: "\(Self.canary).pdf", type: .pdf, size: Self.canary.utf8.count,
                digest: String(repeating: "b", count: 64)),
            takenInBy: try #require(PersonID("persoon")), takenInAt: Date(timeIntervalSince1970: 0))
        try await store.keep(document, from: writer, bytes: Data(Self.canary.utf8))
    }

    private func bytesOnDisk() throws -> Data {
        try folder.names().reduce(into: Data()) { $0.append(try Data(contentsOf: folder.file($1))) }
    }

    @Test func nothingPersonalIsReadableOnTheDisk() async throws {
        let store = try SQLiteStore.open(at: file)
        let number = try await fill(store)
        #expect(try await store.input(number, of: try #require(PlanID("plan")))?.content.text == Self.canary)
        for phase in ["open", "closed"] {
            let bytes = try bytesOnDisk()
            for word in ["Kanarie", "Geelvink", "kanarie"] {
                #expect(bytes.firstRange(of: Data(word.utf8)) == nil, "\(word), \(phase)")
            }
            // The search can find something.
            #expect(bytes.firstRange(of: Data("Politie".utf8)) != nil)
            if phase == "open" { try store.database.close() }
        }
    }

    @Test func aStoreOfBeforeIsPutUnderLock() async throws {
        let old = try DatabaseQueue(path: file.path(percentEncoded: false), configuration: .tests)
        try DatabaseMigrator.paraaf.migrate(old, upTo: "0023-round-channel")
        try await old.write { db in try db.execute(sql: Self.oldRows) }
        try old.close()
        let store = try SQLiteStore.open(at: file)
        let plan = try #require(PlanID("plan"))
        let input = try #require(try await store.inputs(of: plan).first)
        #expect(input.content.text == Self.canary && input.content.proposal == "Liever dit")
        #expect(input.attachments.map(\.name) == ["Kanarie.pdf"])
        let attachment = try #require(input.attachments.first)
        #expect(try await store.file(attachment.id, in: plan)?.bytes == Data([1, 2]))
        #expect(try await store.key(of: input.number, in: plan)?.rawValue == String(repeating: "0f", count: 32))
        let person = try await store.person(withMail: try #require(MailAddress("kanarie@example.nl")))
        #expect(person?.name == Self.canary)
        #expect(try await store.contacts(of: nil).map(\.name) == [Self.canary])
        try store.database.close()
        #expect(try await SQLiteStore.verify(at: file).isSound)
        #expect(try bytesOnDisk().firstRange(of: Data("Kanarie".utf8)) == nil)
    }

    @Test func anotherMasterKeyIsToldApartFromDamage() async throws {
        let store = try SQLiteStore.open(at: file)
        _ = try await fill(store)
        try store.database.close()
        #expect(try SQLiteStore.isSealed(at: file))
        let other = MasterKey.random()
        #expect(
            try await unavailability { _ = try SQLiteStore.open(at: file, masterKey: other) } == "master-key.another")
        #expect(
            try await unavailability { _ = try SQLiteStore.open(readOnlyAt: file, masterKey: other) }
                == "master-key.another")
        _ = try SQLiteStore.open(at: file)
    }

    @Test func theKeyFileIsMadeOnceAndForItsOwnerAlone() async throws {
        let place = folder.file("settings/master.key")
        #expect(try await unavailability { _ = try MasterKey(from: place) } == "master-key.missing")
        let keys = try await withThrowingTaskGroup(of: MasterKey.self) { group in
            for _ in 0..<8 { group.addTask { try MasterKey.made(in: place) } }
            return try await group.reduce(into: [MasterKey]()) { $0.append($1) }
        }
        #expect(Set(keys.map { RecordVault($0).fingerprint }).count == 1)
        let mode = try FileManager.default.attributesOfItem(atPath: place.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: place.path)
        #expect(try await unavailability { _ = try MasterKey(from: place) } == "master-key.open-to-others")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: place.path)
        try Data("paraaf-master-key-1 dGVrb3J0\n".utf8).write(to: place)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: place.path)
        #expect(try await unavailability { _ = try MasterKey(from: place) } == "master-key.no-key")
    }

    /// As the program before this wrote them.
    private static let oldRows = """
        INSERT INTO person VALUES ('persoon', '\(canary)', 'kanarie@example.nl', 'nl', 0);
        INSERT INTO contact VALUES ('contact', 'Politie', '\(canary)', 'kanarie@example.nl', NULL, 0);
        INSERT INTO consultationRound VALUES ('plan', 'ronde', 1, 'Ronde', 'partners', 0, 'partners', '[]', '', '',
            '2026-01-01', '2026-02-01', NULL, '["form"]', 'named');
        INSERT INTO submission (plan, requestID, round, organisation, contact, receivedAt)
            VALUES ('plan', 'een', 'ronde', 'Politie', 'contact', 0);
        INSERT INTO input (plan, number, submission, channel, version, sealKey)
            VALUES ('plan', 1, 'een', 'form', 1, '\(String(repeating: "0f", count: 32))');
        INSERT INTO inputVersion (plan, input, version, kind, text, proposal, writtenAt)
            VALUES ('plan', 1, 1, 'replacement', '\(canary)', 'Liever dit', 0);
        INSERT INTO attachment VALUES ('bijlage', 'plan', NULL, 1, 1, 'Kanarie.pdf', 'pdf', 2,
            '\(String(repeating: "a", count: 64))', x'0102');
        """
}
