import GRDB
import PlanDomain
import Synchronization

/// Everything that is kept outside git, in one SQLite database.
///
/// One public method is one transaction: it happened as a whole when it returns, and not at all when it throws. Reads
/// see one moment and never wait for a writer. Errors that an operator can mend are `PlanError`s with the code
/// `unavailable`; any other `DatabaseError` is a fault of the program.
public struct SQLiteStore: Sendable {
    let database: any DatabaseWriter
    private let commits: GroupCommit
    /// Set where the database was opened as a file that nobody writes, see ``open(readOnlyAt:)``.
    private let stillness: Stillness?
    let mailBell = MailBell()
    /// Nil where nothing is put back: in a test, and for who only reads.
    let journal: ErasureJournal?

    init(_ database: any DatabaseWriter, stillness: Stillness? = nil, journal: ErasureJournal? = nil) {
        self.database = database
        self.journal = journal
        self.stillness = stillness
        commits = GroupCommit(database)
    }

    /// Runs `work` on the state of one moment.
    func read<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await translatingErrors {
            let value = try await database.read(work)
            try stillness?.check()
            return value
        }
    }

    /// Runs `work` in a transaction and returns when it is durable.
    ///
    /// `work` may run more than once, each time on a clean state: it changes the database and nothing else.
    func write(_ work: @escaping @Sendable (Database) throws -> Void) async throws {
        try await translatingErrors { try await commits.perform(work) }
    }

    /// As ``write(_:)``, with an answer that was true in the very transaction.
    func write<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        let answer = Answer<Value>()
        try await write { db in
            let value = try work(db)
            answer.value.withLock { $0 = value }
        }
        guard let value = answer.value.withLock({ $0 }) else { throw CancellationError() }
        return value
    }
}

/// What a write found, on its way out of the writer's queue.
private final class Answer<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
}
