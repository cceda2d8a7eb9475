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
            guard try InputRecord.all(of: assignment.plan, number: assignment.input, db).first != nil else {
                throw Self.unknown(assignment.input)
            }
            let person = "SELECT EXISTS (SELECT 1 FROM person WHERE id = ?)"
            guard try Bool.fetchOne(db, sql: person, arguments: [assignment.handler]) == true else {
                throw PlanError(.notFound, Reason("people.unknown"))
            }
            let values: RowValues = [
                "plan": assignment.plan, "input": assignment.input, "handler": assignment.handler,
                "assignedAt": Moment(assignment.assignedAt),
            ]
            try db.insert(into: "inputAssignment", values, updatingBy: "plan, input")
        }
    }

    public func unassign(_ number: InputNumber, in plan: PlanID) async throws {
        try await write { db in
            try db.execute(
                sql: "DELETE FROM inputAssignment WHERE plan = ? AND input = ?", arguments: [plan, number])
        }
    }
}
