import Foundation
import GRDB
import PlanDomain
import Testing

@testable import SQLiteStore

@Suite struct BackupTests {
    let folder: TemporaryFolder
    let target: URL

    init() throws {
        folder = try TemporaryFolder()
        target = folder.file("backup.sqlite")
    }

    @Test func aBackupIsOneMomentWhileWritersGoOn() async throws {
        let home = try TemporaryFolder()
        let store = try SQLiteStore.open(at: home.file("store.sqlite"))
        let plan = try SampleUpdates.step(1).plan
        try await store.apply(try SampleUpdates.step(1))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { for number in 2...120 { try await store.apply(try SampleUpdates.step(number)) } }
            for copy in 1...4 { group.addTask { try await store.backup(to: folder.file("\(copy).sqlite")) } }
            try await group.waitForAll()
        }
        #expect(try await store.projectedHeads(of: plan) == SampleUpdates.heads(120))
        for copy in 1...4 {
            let file = folder.file("\(copy).sqlite")
            #expect(try await SQLiteStore.verify(at: file) == StoreReport())
            let backup = try SQLiteStore.open(readOnlyAt: file)
            let heads = try #require(try await backup.projectedHeads(of: plan))
            #expect(try await backup.acts(of: plan).count == heads.register.sequence)
            #expect(try await backup.changes(of: plan, section: nil).first?.id == heads.text)
        }
        #expect(try folder.names() == (1...4).map { "\($0).sqlite" })
    }

    @Test func aBackupCanBeOpenedAndWrittenTo() async throws {
        let store = try SQLiteStore.inMemory(masterKey: .forTests)
        try await store.apply(try SampleUpdates.step(1))
        try await store.save(HouseStyle(municipality: "Deventer"))
        try await store.backup(to: target)
        let restored = try SQLiteStore.open(at: target)
        try await restored.assertDurable()
        #expect(try await restored.houseStyle().municipality == "Deventer")
        try await restored.apply(try SampleUpdates.step(2))
        #expect(try await store.projectedHeads(of: try SampleUpdates.step(1).plan) == SampleUpdates.heads(1))
    }

    @Test func aBackupNeedsNoFileBesideIt() async throws {
        let home = try TemporaryFolder()
        let store = try SQLiteStore.open(at: home.file("store.sqlite"))
        try await store.apply(try SampleUpdates.step(1))
        try await store.backup(to: target)
        let copy = try DatabaseQueue(path: target.path(percentEncoded: false))
        #expect(try await copy.read { db in try String.fetchOne(db, sql: "PRAGMA journal_mode") } == "delete")
        #expect(try folder.names() == ["backup.sqlite"])
    }

    @Test func aBackupReplacesNothing() async throws {
        let store = try SQLiteStore.inMemory()
        try Data("ander bestand".utf8).write(to: target)
        let error = await #expect(throws: PlanError.self) { try await store.backup(to: target) }
        #expect(error?.code == .conflict)
        #expect(try Data(contentsOf: target) == Data("ander bestand".utf8))
        #expect(try folder.names() == ["backup.sqlite"])
    }

    @Test func aBackupToNowhereLeavesNothing() async throws {
        let store = try SQLiteStore.inMemory()
        let lost = folder.file("elders").appending(path: "backup.sqlite")
        #expect(try await unavailability { try await store.backup(to: lost) } == "store.cannot-open")
        #expect(try folder.names() == [])
    }

    @Test func aReferenceToNothingIsFound() async throws {
        let store = try SQLiteStore.open(at: target)
        try await store.apply(try SampleUpdates.step(1))
        try await store.database.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF; DELETE FROM plan")
        }
        #expect(
            try await SQLiteStore.verify(at: target).findings == [
                .danglingReferences(table: "act", rows: 1), .danglingReferences(table: "change", rows: 1),
            ])
    }
}
