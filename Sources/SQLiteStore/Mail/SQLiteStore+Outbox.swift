import Foundation
import GRDB
import PlanDomain
import Workflow

/// The mail on its way out: in at one end, tried by one postman, out at the other.
extension SQLiteStore: OutboxStore {
    public func queue(_ mail: [NewMail], at moment: Date) async throws {
        try await write { db in try Self.queue(mail, at: moment, db) }
        mailBell.ring()
    }

    static func queue(_ mail: [NewMail], at moment: Date, _ db: Database) throws {
        for mail in mail {
            let nextAttempt = mail.urgency == .atOnce ? moment : nil
            try mail.insert(queuedAt: moment, nextAttempt: nextAttempt, db)
        }
    }

    public func mailArrivals() -> AsyncStream<Void> { mailBell.rings() }

    public func dueMail(at moment: Date, limit: Int) async throws -> [QueuedMail] {
        let sql = """
            SELECT \(QueuedMail.columns) FROM mail WHERE state = 'waiting' AND nextAttempt <= ?
            ORDER BY nextAttempt, number LIMIT ?
            """
        return try await read { db in try db.list(sql, [Moment(moment), limit]) { try QueuedMail(row: $0) } }
    }

    public func digestMail() async throws -> [QueuedMail] {
        let sql = """
            SELECT \(QueuedMail.columns) FROM mail WHERE state = 'waiting' AND nextAttempt IS NULL ORDER BY number
            """
        return try await read { db in try db.list(sql) { try QueuedMail(row: $0) } }
    }

    public func release(_ mail: [MailNumber], at moment: Date) async throws {
        try await write { db in
            let sql = "UPDATE mail SET nextAttempt = ? WHERE number = ? AND state = 'waiting' AND nextAttempt IS NULL"
            for number in mail { try db.execute(sql: sql, arguments: [Moment(moment), number]) }
        }
        mailBell.ring()
    }

    public func gather(_ mail: [MailNumber], as digest: NewMail, at moment: Date) async throws {
        try await write { db in
            try digest.insert(queuedAt: moment, nextAttempt: moment, db)
            let place = db.lastInsertedRowID
            let sql = """
                UPDATE mail SET state = 'gathered', digest = ?, settledAt = ?, text = NULL, calendar = NULL
                WHERE number = ? AND state = 'waiting' AND nextAttempt IS NULL
                """
            for number in mail {
                try db.execute(sql: sql, arguments: [place, Moment(moment), number])
                guard db.changesCount == 1 else { throw PlanError(.conflict, Reason("mail.waits-no-more")) }
            }
        }
        mailBell.ring()
    }

    public func note(_ notes: [DeliveryNote]) async throws {
        try await write { db in
            for note in notes { try Self.note(note, db) }
        }
    }

    private static func note(_ note: DeliveryNote, _ db: Database) throws {
        let answer = String(note.answer.prefix(1_000))
        switch note.result {
        case .sent:
            // Where it was withdrawn meanwhile it went out all the same.
            let sql = """
                UPDATE mail SET state = 'sent', attempts = attempts + 1, nextAttempt = NULL, settledAt = ?, answer = sealed(?, recordKey, 'answer'),
                    text = NULL, calendar = NULL
                WHERE number = ? AND state IN ('waiting', 'withdrawn')
                """
            try db.execute(sql: sql, arguments: [Moment(note.at), answer, note.mail])
        case .waiting(let until):
            let sql = """
                UPDATE mail SET attempts = attempts + 1, nextAttempt = ?, answer = sealed(?, recordKey, 'answer')
                WHERE number = ? AND state = 'waiting'
                """
            try db.execute(sql: sql, arguments: [Moment(until), answer, note.mail])
        case .failed:
            let sql = """
                UPDATE mail SET state = 'failed', attempts = attempts + 1, nextAttempt = NULL, settledAt = ?, answer = sealed(?, recordKey, 'answer')
                WHERE number = ? AND state = 'waiting'
                """
            try db.execute(sql: sql, arguments: [Moment(note.at), answer, note.mail])
        }
    }
}
