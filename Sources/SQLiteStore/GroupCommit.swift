import GRDB
import Synchronization

/// Lets writers that wait together share one transaction, and with it one sync of the disk.
///
/// Every writer has a savepoint of its own, so that a write that is refused leaves the others as they are. Where the
/// group fails as a whole, such as on a full disk, each write is tried again alone and hears its own outcome. A write
/// that was handed in is carried out even when its task is cancelled meanwhile.
final class GroupCommit: Sendable {
    /// Bounds how long the first of a group waits for the last.
    private static let limit = 64

    private let database: any DatabaseWriter
    private let waiting = Mutex<[Write]>([])

    init(_ database: any DatabaseWriter) { self.database = database }

    /// Returns when `work` is committed and on disk, throws what it threw when it was not.
    func perform(_ work: @escaping @Sendable (Database) throws -> Void) async throws {
        try await withCheckedThrowingContinuation { continuation in
            waiting.withLock { $0.append(Write(work: work, done: continuation)) }
            // One visit to the writer's queue for every write: whichever comes first takes all that wait by then.
            database.asyncWriteWithoutTransaction { [self] db in commitWaiting(db) }
        }
    }

    /// How many writes were handed in and not yet taken up.
    var waitingCount: Int { waiting.withLock { $0.count } }

    /// Runs on the writer's queue, so never beside itself.
    private func commitWaiting(_ db: Database) {
        let group = waiting.withLock { waiting in
            let group = waiting.prefix(Self.limit)
            waiting.removeFirst(group.count)
            return group
        }
        guard !group.isEmpty else { return }
        let outcomes = (group.count > 1 ? together(group, db) : nil) ?? group.map { alone($0, db) }
        for (write, outcome) in zip(group, outcomes) { write.done.resume(with: outcome) }
    }

    /// Nil when the group as a whole was rolled back.
    private func together(_ group: ArraySlice<Write>, _ db: Database) -> [Outcome]? {
        var outcomes: [Outcome] = []
        do {
            try db.inTransaction(.immediate) {
                for write in group { outcomes.append(withinSavepoint(write, db)) }
                // Throws where a write made SQLite give up the transaction around it.
                return .commit
            }
            return outcomes
        } catch {
            return nil
        }
    }

    private func withinSavepoint(_ write: Write, _ db: Database) -> Outcome {
        Outcome {
            try db.inSavepoint {
                try write.work(db)
                return .commit
            }
        }
    }

    private func alone(_ write: Write, _ db: Database) -> Outcome {
        Outcome {
            try db.inTransaction(.immediate) {
                try write.work(db)
                return .commit
            }
        }
    }

    private typealias Outcome = Result<Void, any Error>

    private struct Write: Sendable {
        let work: @Sendable (Database) throws -> Void
        let done: CheckedContinuation<Void, any Error>
    }
}
