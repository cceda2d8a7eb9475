import Foundation
import GRDB
import PlanDomain
import Workflow

/// Who handles which input.
extension SQLiteStore {
    public func assignments(of plan: PlanID) async throws -> [InputAssignment] {
        try await read { db in
            try db.list("SELECT * FROM inputAssignment WHERE plan = ? ORDER BY input", [plan]) { row in
                InputAssignment(
                    plan: try row.decode(forColumn: "plan"), input: try row.decode(forColumn: "input"),
                    handler: try row.decode(forColumn: "handler"),
                    assignedAt: try row.decode(Moment.self, forColumn: "assignedAt").date)
            }
        }
    }

    public func assign(_ assignment: InputAssignment) async throws {
        try await write { db in
            guard try InputRecord.exists(assignment.input, in: assignment.plan, db) else {
                throw Self.unknown(assignment.input)
            }
            guard try Self.isPerson(assignment.handler, db) else {
                throw PlanError(.notFound, Reason("people.unknown"))
            }
            let values: RowValues = [
                "plan": assignment.plan, "input": assignment.input, "handler": assignment.handler,
                "assignedAt": Moment(assignment.assignedAt),
            ]
            try db.insert(into: "inputAssignment", values, updatingBy: "plan, input")
        }
    }

    public func assign(
        _ numbers: [InputNumber], in plan: PlanID, to handler: PersonID?, at moment: Date
    ) async throws {
        try await write { db in
            if let handler, try !Self.isPerson(handler, db) {
                throw PlanError(.notFound, Reason("people.unknown"))
            }
            let clear = """
                DELETE FROM inputAssignment WHERE plan = ? AND input IN (SELECT value FROM json_each(?))
                """
            try db.execute(sql: clear, arguments: [plan, try JSONText(numbers)])
            guard let handler else { return }
            let hand = """
                INSERT INTO inputAssignment (plan, input, handler, assignedAt)
                SELECT plan, number, ?, ? FROM input
                WHERE plan = ? AND number IN (SELECT value FROM json_each(?))
                """
            try db.execute(sql: hand, arguments: [handler, Moment(moment), plan, try JSONText(numbers)])
        }
    }

    private static func isPerson(_ person: PersonID, _ db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM person WHERE id = ?)", arguments: [person]) == true
    }

    public func unassign(_ number: InputNumber, in plan: PlanID) async throws {
        try await write { db in
            try db.execute(
                sql: "DELETE FROM inputAssignment WHERE plan = ? AND input = ?", arguments: [plan, number])
        }
    }
}
