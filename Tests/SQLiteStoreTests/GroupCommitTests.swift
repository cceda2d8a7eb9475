import Dispatch
import Foundation
import GRDB
import Synchronization
import Testing

@testable import SQLiteStore

@Suite struct GroupCommitTests {
    let folder: TemporaryFolder
    let database: DatabasePool
    let commits: GroupCommit

    init() throws {
        folder = try TemporaryFolder()
        database = try DatabasePool(path: folder.file("group.sqlite").path(percentEncoded: false))
        try database.write { db in try db.execute(sql: "CREATE TABLE item (id INTEGER PRIMARY KEY) STRICT") }
        commits = GroupCommit(database)
    }

    @Test func writesThatWaitTogetherShareATransaction() async throws {
        let observer = CommitCounter()
        database.add(transactionObserver: observer, extent: .observerLifetime)
        let outcomes = try await together(40) { number in "INSERT INTO item VALUES (\(number))" }
        #expect(outcomes.allSatisfy { $0 })
        #expect(try await count() == 40)
        #expect(observer.commits.withLock { $0 } == 1)
    }

    @Test func aWriteThatIsRefusedLeavesItsNeighboursAsTheyAre() async throws {
        let outcomes = try await together(40) { number in
            number.isMultiple(of: 4)
                ? "INSERT INTO item VALUES (\(number + 1_000)); INSERT INTO item VALUES ('geen getal')"
                : "INSERT INTO item VALUES (\(number))"
        }
        #expect(outcomes == (0..<40).map { !$0.isMultiple(of: 4) })
        #expect(try await count() == 30)
    }

    @Test func whereTheGroupFailsEachWriteIsTriedAlone() async throws {
        try await database.write { db in try db.execute(sql: "INSERT INTO item VALUES (100)") }
        let outcomes = try await together(10) { number in
            // Gives up the whole transaction, as SQLite itself may do on a full disk.
            number == 5 ? "INSERT OR ROLLBACK INTO item VALUES (100)" : "INSERT INTO item VALUES (\(number))"
        }
        #expect(outcomes == (0..<10).map { $0 != 5 })
        #expect(try await count() == 10)
    }

    @Test func aWriteOfACancelledTaskIsStillCarriedOut() async throws {
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await commits.perform { db in try db.execute(sql: "INSERT INTO item VALUES (1)") }
        }
        try await task.value
        #expect(try await count() == 1)
    }

    /// Hands in `count` writes while the writer is held up; whether each succeeded, by number.
    private func together(_ count: Int, _ sql: @escaping @Sendable (Int) -> String) async throws -> [Bool] {
        let gate = DispatchSemaphore(value: 0)
        database.asyncWriteWithoutTransaction { _ in gate.wait() }
        return await withTaskGroup(of: (Int, Bool).self) { group in
            for number in 0..<count {
                group.addTask {
                    let done: Void? = try? await commits.perform { db in try db.execute(sql: sql(number)) }
                    return (number, done != nil)
                }
            }
            while commits.waitingCount < count { await Task.yield() }
            gate.signal()
            return await group.reduce(into: Array(repeating: false, count: count)) { $0[$1.0] = $1.1 }
        }
    }

    private func count() async throws -> Int? {
        try await database.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM item") }
    }
}

/// Counts the transactions that wrote something.
private final class CommitCounter: TransactionObserver, Sendable {
    let commits = Mutex(0)

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { true }
    func databaseDidChange(with event: DatabaseEvent) {}
    func databaseDidCommit(_ db: Database) { commits.withLock { $0 += 1 } }
    func databaseDidRollback(_ db: Database) {}
}
