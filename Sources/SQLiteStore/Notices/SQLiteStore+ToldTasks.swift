import Foundation
import GRDB
import PlanDomain
import Workflow

extension SQLiteStore: ToldTaskStore {
    public func toldTasks(of person: PersonID) async throws -> [ToldTask] {
        try await read { db in
            try db.list("SELECT key, urgency FROM toldTask WHERE person = ? ORDER BY key", [person]) { row in
                ToldTask(
                    TaskKey(rawValue: try row.decode(forColumn: "key")), try row.decode(forColumn: "urgency"))
            }
        }
    }

    public func note(
        _ told: [ToldTask], of person: PersonID, telling mail: [NewMail], at moment: Date
    ) async throws {
        try await write { db in
            try db.execute(sql: "DELETE FROM toldTask WHERE person = ?", arguments: [person])
            for task in told {
                try db.insert(
                    into: "toldTask", ["person": person, "key": task.key.rawValue, "urgency": task.urgency])
            }
            try Self.queue(mail, at: moment, db)
        }
        if !mail.isEmpty { mailBell.ring() }
    }

    public func lastRoundOfNotices() async throws -> CalendarDate? {
        try await read { db in
            try db.list("SELECT day FROM noticeRound") { row -> CalendarDate in try row.decode(forColumn: "day") }.first
        }
    }

    public func noteRoundOfNotices(on day: CalendarDate) async throws {
        try await write { db in try db.insert(into: "noticeRound", ["id": 1, "day": day], updatingBy: "id") }
    }
}

extension TaskUrgency: DatabaseValueConvertible {}
