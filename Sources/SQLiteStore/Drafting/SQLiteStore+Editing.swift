import Foundation
import GRDB
import PlanDomain

/// Who has which text open, and which requests were answered.
extension SQLiteStore {
    public func note(_ editing: Editing, in plan: PlanID) async throws {
        try await write { db in
            try db.execute(
                sql: """
                    INSERT INTO editing (plan, subject, person, seenAt) VALUES (?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET seenAt = max(seenAt, excluded.seenAt)
                    """,
                arguments: [plan, editing.subject, editing.person, Moment(editing.seenAt)])
        }
    }

    public func endEditing(of subject: DraftSubject, in plan: PlanID, by person: PersonID) async throws {
        try await write { db in
            try db.execute(
                sql: "DELETE FROM editing WHERE plan = ? AND subject = ? AND person = ?",
                arguments: [plan, subject, person])
        }
    }

    public func editing(in plan: PlanID, since moment: Date) async throws -> [Editing] {
        try await read { db in
            try db.list(
                """
                SELECT subject, person, seenAt FROM editing WHERE plan = ? AND seenAt > ?
                ORDER BY seenAt DESC, subject, person
                """, [plan, Moment(moment)]
            ) { row in
                let seenAt: Moment = try row.decode(atIndex: 2)
                return Editing(
                    subject: try row.decode(atIndex: 0), person: try row.decode(atIndex: 1), seenAt: seenAt.date)
            }
        }
    }

    public func note(_ request: TextRequest, in plan: PlanID) async throws {
        try await write { db in
            try db.execute(
                sql: """
                    INSERT INTO textRequest (plan, id, parent, change, notedAt) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET parent = excluded.parent, notedAt = excluded.notedAt
                    WHERE change IS NULL
                    """,
                arguments: [plan, request.id, request.parent, request.change, Moment(request.notedAt)])
        }
    }

    public func finish(
        _ request: String, in plan: PlanID, with change: CommitID, closing place: DraftPlace?, at moment: Date
    ) async throws {
        try await write { db in
            try db.execute(
                sql: "UPDATE textRequest SET change = ? WHERE plan = ? AND id = ?", arguments: [change, plan, request])
            try db.execute(
                sql: "DELETE FROM textRequest WHERE notedAt < ?", arguments: [Moment(moment - Self.memory)])
            guard let place else { return }
            try Self.close(place, at: moment, db)
            try db.execute(
                sql: "DELETE FROM editing WHERE plan = ? AND subject = ? AND person = ?",
                arguments: [place.plan, place.subject, place.person])
        }
    }

    public func request(_ id: String, in plan: PlanID) async throws -> TextRequest? {
        try await read { db in
            try db.list("SELECT * FROM textRequest WHERE plan = ? AND id = ?", [plan, id]) { row in
                let notedAt: Moment = try row.decode(forColumn: "notedAt")
                return TextRequest(
                    id: id, parent: try row.decode(forColumn: "parent"), change: try row.decode(forColumn: "change"),
                    notedAt: notedAt.date)
            }.first
        }
    }
}
