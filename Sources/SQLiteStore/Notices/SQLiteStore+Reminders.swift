import Foundation
import GRDB
import PlanDomain
import Workflow

extension SQLiteStore: ReminderStore {
    public func reminders(of round: RoundID, in plan: PlanID) async throws -> [RoundReminder] {
        try await read { db in
            let sql = "SELECT * FROM roundReminder WHERE plan = ? AND round = ? ORDER BY day, contact, kind"
            return try db.list(sql, [plan, round]) { row in
                RoundReminder(
                    plan: plan, round: round, contact: try row.decode(forColumn: "contact"),
                    kind: try row.decode(forColumn: "kind"), on: try row.decode(forColumn: "day"))
            }
        }
    }

    public func note(_ reminder: RoundReminder, telling mail: NewMail, at moment: Date) async throws {
        try await write { db in
            try db.execute(
                sql: """
                    INSERT INTO roundReminder (plan, round, contact, kind, day) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT DO NOTHING
                    """,
                arguments: [reminder.plan, reminder.round, reminder.contact, reminder.kind, reminder.on])
            if db.changesCount == 1 { try Self.queue([mail], at: moment, db) }
        }
        mailBell.ring()
    }

    public func heardOrganisations(in round: RoundID, of plan: PlanID) async throws -> Set<Organisation> {
        try await read { db in
            let sql = """
                SELECT DISTINCT organisation FROM submission
                JOIN input ON input.plan = submission.plan AND input.submission = submission.requestID
                WHERE submission.plan = ? AND round = ? AND organisation IS NOT NULL AND withdrawnAt IS NULL
                """
            return Set(try db.list(sql, [plan, round]) { Organisation(name: try $0.decode(atIndex: 0)) })
        }
    }
}

extension RoundReminder.Kind: DatabaseValueConvertible {}
