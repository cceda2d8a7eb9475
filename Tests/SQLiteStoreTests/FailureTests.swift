import Foundation
import GRDB
import PlanDomain
import Testing

@testable import SQLiteStore

/// Disks that are full and files that are broken.
@Suite struct FailureTests {
    let folder: TemporaryFolder
    let file: URL

    init() throws {
        folder = try TemporaryFolder()
        file = folder.file("store.sqlite")
    }

    @Test func aFullDiskRefusesAWriteWholeAndLeavesTheRest() async throws {
        let store = try SQLiteStore.open(at: file)
        try await store.apply(try SampleUpdates.step(1))
        let plan = try SampleUpdates.step(1).plan
        let before = try await store.projectionRows(of: plan)
        try await limit(store, toMorePages: 2)
        let large = try SampleUpdates.step(2, padding: 100_000)
        #expect(try await unavailability { try await store.apply(large) } == "store.disk-full")
        #expect(try await store.projectionRows(of: plan) == before)
        try await limit(store, toMorePages: 1_000)
        try await store.apply(large)
        #expect(try await store.projectedHeads(of: plan) == SampleUpdates.heads(2))
    }

    @Test func aWriteThatFillsTheDiskDoesNotTakeItsNeighboursAlong() async throws {
        let store = try SQLiteStore.open(at: file)
        try await limit(store, toMorePages: 4)
        let large = try SampleUpdates.step(1, padding: 100_000)
        let plans = try (1...20).map { try #require(PlanID("plan-\($0)")) }
        await withTaskGroup(of: Void.self) { group in
            for plan in plans {
                group.addTask { try? await store.apply(large) }
                group.addTask { try? await store.witness(try SampleUpdates.heads(1).register, of: plan) }
            }
        }
        #expect(Set(try await store.witnessedPlans()) == Set(plans))
        #expect(try await store.projectedPlans().isEmpty)
    }

    @Test(arguments: ["", "geen database", String(repeating: "rommel ", count: 2_000)])
    func aFileThatIsNoDatabaseIsCorrupt(_ text: String) async throws {
        try Data(text.utf8).write(to: file)
        let reason = try await unavailability { _ = try SQLiteStore.open(at: file) }
        // SQLite takes an empty file for an empty database.
        #expect(reason == (text.isEmpty ? nil : "store.corrupt"))
        guard !text.isEmpty else { return }
        #expect(try Data(contentsOf: file) == Data(text.utf8))
        #expect(try await unavailability { _ = try await SQLiteStore.verify(at: file) } == "store.corrupt")
    }

    @Test func damagedPagesAreFoundAndNeverReadAsRows() async throws {
        let plan = try await writeSteps(200)
        var bytes = try Data(contentsOf: file)
        // The pages that a new store has hold the schema, without which it is not opened at all.
        let new = folder.file("new.sqlite")
        try SQLiteStore.open(at: new).database.close()
        let first = try Data(contentsOf: new).count / 4_096
        for page in stride(from: first, to: bytes.count / 4_096, by: 2) {
            bytes.replaceSubrange(page * 4_096..<page * 4_096 + 512, with: repeatElement(0xA5, count: 512))
        }
        try bytes.write(to: file)
        #expect(try await SQLiteStore.verify(at: file).isSound == false)
        let store = try SQLiteStore.open(at: file)
        #expect(try await unavailability { _ = try await store.projectionRows(of: plan) } == "store.corrupt")
    }

    @Test func aFileThatWasCutShortIsFound() async throws {
        _ = try await writeSteps(200)
        let bytes = try Data(contentsOf: file)
        try bytes.prefix(bytes.count / 2 / 4_096 * 4_096).write(to: file)
        // Where the damage lets SQLite read on it reports it, otherwise it gives up.
        let refusal = try await unavailability {
            let report = try await SQLiteStore.verify(at: file)
            #expect(!report.isSound)
        }
        #expect(refusal == nil || refusal == "store.corrupt")
    }

    @Test func aRowThatNoProgramOfOursWroteIsCorruptionAndNoCrash() async throws {
        let store = try SQLiteStore.open(at: file)
        try await store.apply(try SampleUpdates.step(1))
        let plan = try SampleUpdates.step(1).plan
        let damage = [
            "UPDATE act SET role = 'koning'", "UPDATE act SET role = 'drafter', payload = '{\"kind\":\"onbekend\"}'",
            "UPDATE act SET id = 'ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ'",
        ]
        for sql in damage {
            try await store.database.write { db in try db.execute(sql: sql) }
            #expect(try await unavailability { _ = try await store.acts(of: plan) } == "store.corrupt")
        }
        try await store.database.write { db in
            try db.execute(sql: "INSERT INTO witness VALUES ('GEEN ID', '\(String(repeating: "a", count: 40))', 1)")
        }
        #expect(try await unavailability { _ = try await store.witnessedPlans() } == "store.corrupt")
    }

    /// Returns the plan; the store is closed, so that everything lies in the one file.
    private func writeSteps(_ count: Int) async throws -> PlanID {
        let store = try SQLiteStore.open(at: file)
        for number in 1...count { try await store.apply(try SampleUpdates.step(number, padding: 300)) }
        try store.database.close()
        return try SampleUpdates.step(1).plan
    }

    private func limit(_ store: SQLiteStore, toMorePages count: Int) async throws {
        try await store.database.writeWithoutTransaction { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages + count)")
        }
    }
}
