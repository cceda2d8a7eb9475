import Foundation
import GRDB
import PlanDomain
import Workflow

/// Throwing away for good: the key, the words, and every byte of them in the files.
extension SQLiteStore: ErasureStore {
    public func scope(of subject: Erasure.Subject) async throws -> ErasureScope? {
        try await read { db in
            guard try PersonalRecord(subject).mark(db) != nil else { return nil }
            return try PersonalRecord.all(with: subject, db).reduce(into: ErasureScope()) { scope, subject in
                try PersonalRecord(subject).count(in: &scope, db)
            }
        }
    }

    @discardableResult
    public func erase(_ erasure: Erasure) async throws -> Int {
        let journal = journal
        let count = try await write { db in
            guard try PersonalRecord(erasure.subject).mark(db) != nil else { throw PlanError.nothingToErase }
            var rows: [ErasedRow] = []
            for subject in try PersonalRecord.all(with: erasure.subject, db) {
                guard let mark = try PersonalRecord(subject).mark(db) else { continue }
                rows.append(ErasedRow(try Self.part(of: erasure, subject, rows.count), mark: mark))
            }
            for row in rows { try Self.carryOut(row, db) }
            // Last of all: what is written there is carried out at the next start, whatever becomes of this transaction.
            try journal?.append(rows)
            return rows.count
        }
        try await forget()
        return count
    }

    public func erasures() async throws -> [Erasure] {
        try await read { db in
            try db.list("SELECT * FROM erasure ORDER BY position DESC") { try ErasedRow(row: $0).erasure }
        }
    }

    public func erasure(of subject: Erasure.Subject) async throws -> Erasure? {
        let (kind, record) = ErasedRow.name(of: subject)
        return try await read { db in
            let sql = "SELECT * FROM erasure WHERE kind = ? AND record = ? AND plan IS ?"
            return try db.list(sql, [kind, record, subject.plan]) { try ErasedRow(row: $0).erasure }.first
        }
    }

    /// The record that was asked for keeps the id of the erasure; what goes along with it is numbered after it.
    private static func part(_ erasure: Erasure, _ subject: Erasure.Subject, as id: ErasureID) -> Erasure {
        Erasure(
            id: id, subject: subject, ground: erasure.ground, day: erasure.day, by: erasure.by, cause: erasure.id)
    }

    private static func part(of erasure: Erasure, _ subject: Erasure.Subject, _ index: Int) throws -> Erasure {
        guard index > 0 else { return erasure }
        guard let id = ErasureID("\(erasure.id)-\(index)") else { throw PlanError.storeIsCorrupt }
        return part(erasure, subject, as: id)
    }

    static func carryOut(_ row: ErasedRow, _ db: Database) throws {
        let erasure = try row.erasure
        try PersonalRecord(erasure.subject).erase(on: erasure.day, db)
        try row.insert(db)
    }

    /// Carries the journal out over a database that is older than it. Gives whether anything went.
    static func replay(_ journal: ErasureJournal, _ db: Database) throws -> Bool {
        let known = try String.fetchSet(db, sql: "SELECT id FROM erasure")
        var isChanged = false
        for row in try journal.lines() where !known.contains(row.id.rawValue) {
            // Of another folder under the same master key, or a record that this copy is too old to have.
            guard try PersonalRecord(row.erasure.subject).mark(db) == row.mark else { continue }
            try carryOut(row, db)
            isChanged = true
        }
        return isChanged
    }

    /// Writes the files anew without what was deleted: the index of words keeps those of a row that went until its parts are
    /// merged, a page keeps what was in it, and the log keeps what a page was.
    func forget() async throws {
        try await translatingErrors {
            try await database.writeWithoutTransaction { db in
                try db.execute(sql: "INSERT INTO inputWords (inputWords) VALUES ('optimize')")
                try db.execute(sql: "VACUUM")
            }
            // Waits for who reads at this moment; whoever reads for longer than that is passed by, and the next
            // checkpoint makes up for it.
            try await database.writeWithoutTransaction { db in
                guard try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal" else { return }
                do {
                    try db.checkpoint(.truncate)
                } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                    return
                }
            }
        }
    }
}
