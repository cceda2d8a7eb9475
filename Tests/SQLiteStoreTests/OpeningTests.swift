import Foundation
import GRDB
import PlanDomain
import Testing

@testable import SQLiteStore

@Suite struct OpeningTests {
    let folder: TemporaryFolder
    let file: URL

    init() throws {
        folder = try TemporaryFolder()
        file = folder.file("store.sqlite")
    }

    @Test func aNewStoreIsDurable() async throws {
        let store = try SQLiteStore.open(at: file)
        try await store.assertDurable()
        let modes = try await store.database.writeWithoutTransaction { db in
            [
                try String.fetchOne(db, sql: "PRAGMA journal_mode"), try String.fetchOne(db, sql: "PRAGMA synchronous"),
                try String.fetchOne(db, sql: "PRAGMA foreign_keys"),
            ]
        }
        #expect(modes == ["wal", "2", "1"])
    }

    @Test(arguments: [("synchronous", "1"), ("foreign_keys", "0")])
    func aSettingThatLosesRowsIsReported(_ setting: String, _ value: String) async throws {
        let store = try SQLiteStore.open(at: file)
        try await store.database.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA \(setting) = \(value)")
        }
        let error = await #expect(throws: PlanError.self) { try await store.assertDurable() }
        #expect(error?.code == .unavailable)
        #expect(error?.reason.key == "store.not-durable")
        #expect(error?.reason.arguments == ["setting": .text(setting), "value": .text(value)])
    }

    @Test func aStoreInMemoryDoesNotClaimToBeDurable() async throws {
        let store = try SQLiteStore.inMemory()
        #expect(try await unavailability { try await store.assertDurable() } == "store.not-durable")
    }

    @Test func aStoreIsReadableByItsOwnerAlone() throws {
        let store = try SQLiteStore.open(at: file)
        for name in try folder.names() {
            let path = folder.file(name).path(percentEncoded: false)
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(name)")
        }
        try store.database.close()
    }

    @Test func whatWasWrittenIsThereWhenItIsOpenedAgain() async throws {
        let update = try SampleUpdates.step(1)
        let first = try SQLiteStore.open(at: file)
        try await first.apply(update)
        try first.database.close()
        let second = try SQLiteStore.open(at: file)
        #expect(try await second.projectedPlan(update.plan) == update.projected)
        try await second.assertDurable()
    }

    @Test func aFolderThatIsNotThereIsNotMade() async throws {
        let lost = folder.file("elders").appending(path: "store.sqlite")
        #expect(try await unavailability { _ = try SQLiteStore.open(at: lost) } == "store.cannot-open")
        #expect(try folder.names() == [])
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may write anywhere"))
    func aFolderThatMayNotBeWrittenIsReadOnly() async throws {
        let path = folder.url.path(percentEncoded: false)
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path) }
        #expect(try await unavailability { _ = try SQLiteStore.open(at: file) } == "store.read-only")
    }
}
