import Foundation
import GRDB
import PlanDomain
import Workflow

/// What the administrator sees of the outbox and does with it, and how readers want their mail.
extension SQLiteStore {
    public func outbox(
        _ state: QueuedMail.State?, before: MailNumber?, limit: Int
    ) async throws -> [QueuedMail] {
        let sql = """
            SELECT \(QueuedMail.columns) FROM mail WHERE (?1 IS NULL OR state = ?1) AND (?2 IS NULL OR number < ?2)
            ORDER BY number DESC LIMIT ?3
            """
        return try await read { db in try db.list(sql, [state, before, limit]) { try QueuedMail(row: $0) } }
    }

    public func outboxCounts() async throws -> [QueuedMail.State: Int] {
        try await read { db in
            let counts = try db.list("SELECT state, count(*) AS mails FROM mail GROUP BY state") { row in
                (
                    try row.decode(QueuedMail.State.self, forColumn: "state"),
                    try row.decode(Int.self, forColumn: "mails")
                )
            }
            return Dictionary(uniqueKeysWithValues: counts)
        }
    }

    public func mail(_ number: MailNumber) async throws -> QueuedMail? {
        try await read { db in
            let sql = "SELECT \(QueuedMail.columns) FROM mail WHERE number = ?"
            return try db.list(sql, [number]) { try QueuedMail(row: $0) }.first
        }
    }

    public func retry(_ mail: MailNumber, at moment: Date) async throws {
        try await write { db in
            try Self.requireOpen(mail, db)
            let sql = """
                UPDATE mail SET state = 'waiting', attempts = 0, nextAttempt = ?, settledAt = NULL WHERE number = ?
                """
            try db.execute(sql: sql, arguments: [Moment(moment), mail])
        }
        mailBell.ring()
    }

    public func retryWaitingMail(at moment: Date) async throws {
        try await write { db in
            let sql = "UPDATE mail SET nextAttempt = ?1 WHERE state = 'waiting' AND nextAttempt > ?1"
            try db.execute(sql: sql, arguments: [Moment(moment)])
        }
        mailBell.ring()
    }

    public func withdraw(_ mail: MailNumber, at moment: Date) async throws {
        try await write { db in
            try Self.requireOpen(mail, db)
            let sql = """
                UPDATE mail SET state = 'withdrawn', nextAttempt = NULL, settledAt = ?, text = NULL, calendar = NULL
                WHERE number = ?
                """
            try db.execute(sql: sql, arguments: [Moment(moment), mail])
        }
    }

    /// That something can still be done about it.
    private static func requireOpen(_ mail: MailNumber, _ db: Database) throws {
        let sql = "SELECT state FROM mail WHERE number = ?"
        let found: [QueuedMail.State] = try db.list(sql, [mail]) { try $0.decode(atIndex: 0) }
        guard let state = found.first else {
            throw PlanError(.notFound, Reason("mail.unknown"))
        }
        guard state == .waiting || state == .failed else { throw PlanError(.conflict, Reason("mail.waits-no-more")) }
    }
}

extension SQLiteStore {
    public func mailPreference(of address: MailAddress) async throws -> MailPreference {
        try await read { db in
            let sql = "SELECT preference FROM mailPreference WHERE addressIndex = blindIndex(?)"
            let found: [MailPreference] = try db.list(sql, [address]) { try $0.decode(atIndex: 0) }
            return found.first ?? .daily
        }
    }

    public func save(_ preference: MailPreference, of address: MailAddress) async throws {
        try await write { db in
            let index = try db.blindIndex(address.rawValue)
            try db.insert(
                into: "mailPreference", ["addressIndex": index, "preference": preference], updatingBy: "addressIndex")
        }
        mailBell.ring()
    }
}

extension SQLiteStore: MailSettingsStore {
    public func mailSettings() async throws -> MailSettings? {
        try await read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM mailSettings").map { try MailSettings(row: $0) }
        }
    }

    public func save(_ settings: MailSettings?) async throws {
        try await write { db in
            guard let settings else { return try db.execute(sql: "DELETE FROM mailSettings") }
            try db.insert(into: "mailSettings", settings.rowValues, updatingBy: "id")
        }
        mailBell.ring()
    }
}
