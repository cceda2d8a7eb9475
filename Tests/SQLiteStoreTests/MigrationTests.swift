import Foundation
import GRDB
import PlanDomain
import Testing

@testable import SQLiteStore

@Suite struct MigrationTests {
    let folder: TemporaryFolder
    let file: URL

    init() throws {
        folder = try TemporaryFolder()
        file = folder.file("store.sqlite")
    }

    @Test func migrationsAreNumberedInOrder() {
        let names = DatabaseMigrator.paraaf.migrations
        #expect(names.allSatisfy { $0.wholeMatch(of: /[0-9]{4}-[a-z-]+/) != nil })
        #expect(names == names.sorted())
        #expect(Set(names.map { $0.prefix(4) }).count == names.count)
    }

    @Test(arguments: DatabaseMigrator.paraaf.migrations)
    func aStoreIsBroughtUpToDateFromEveryEarlierVersion(_ migration: String) async throws {
        let old = try DatabaseQueue(path: file.path(percentEncoded: false), configuration: .tests)
        try DatabaseMigrator.paraaf.migrate(old, upTo: migration)
        try old.close()
        let store = try SQLiteStore.open(at: file)
        try await store.apply(try SampleUpdates.step(1))
        try store.database.close()
        #expect(try await SQLiteStore.verify(at: file).isSound)
    }

    @Test func aNewerStoreIsRefusedBeforeAnythingChanges() async throws {
        let store = try SQLiteStore.open(at: file)
        try await store.database.write { db in
            try db.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('0099-later')")
        }
        try store.database.close()
        let bytes = try Data(contentsOf: file)
        #expect(try await unavailability { _ = try SQLiteStore.open(at: file) } == "data-folder.newer")
        #expect(try await unavailability { _ = try SQLiteStore.open(readOnlyAt: file) } == "data-folder.newer")
        #expect(try Data(contentsOf: file) == bytes)
        #expect(try folder.names() == ["store.sqlite"])
        #expect(try await SQLiteStore.verify(at: file).findings == [.unknownMigration("0099-later")])
    }

    @Test func anOlderStoreIsNotReadBeforeItIsMigrated() async throws {
        let old = try DatabaseQueue(path: file.path(percentEncoded: false), configuration: .tests)
        try DatabaseMigrator.paraaf.migrate(old, upTo: "0001-projection")
        try old.close()
        #expect(try await unavailability { _ = try SQLiteStore.open(readOnlyAt: file) } == "data-folder.older")
        let missing = DatabaseMigrator.paraaf.migrations.dropFirst().map { StoreReport.Finding.missingMigration($0) }
        #expect(try await SQLiteStore.verify(at: file).findings == missing)
    }
}
