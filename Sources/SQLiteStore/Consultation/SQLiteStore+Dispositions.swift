import GRDB
import PlanDomain
import Workflow

/// What is proposed to be done with inputs; what is adopted of it stands in the register.
extension SQLiteStore {
    public func propose(_ disposition: Disposition) async throws {
        try await write { db in
            let number = disposition.input
            guard try InputRecord.all(of: disposition.plan, number: number, db).first != nil else {
                throw Self.unknown(number)
            }
            let sql = "SELECT coalesce(max(ordinal), 0) FROM disposition WHERE plan = ? AND input = ?"
            let last = try Int.fetchOne(db, sql: sql, arguments: [disposition.plan, number]) ?? 0
            guard disposition.ordinal == last + 1 else {
                throw PlanError(.conflict, Reason("disposition.moved-on", ["input": .text(number.description)]))
            }
            try db.insert(
                into: "disposition",
                [
                    "plan": disposition.plan, "input": number, "ordinal": disposition.ordinal,
                    "inputVersion": disposition.inputVersion, "outcome": disposition.outcome,
                    "reason": disposition.reason, "duplicateOf": disposition.duplicateOf,
                    "function": disposition.proposedBy.function, "role": disposition.proposedBy.role,
                    "pseudonym": disposition.proposedBy.pseudonym, "proposedAt": Moment(disposition.proposedAt),
                    "seal": disposition.seal,
                ])
        }
    }

    public func inputLines(of plan: PlanID) async throws -> [InputLine] {
        try await read { db in
            var dispositions: [InputNumber: [Disposition]] = [:]
            let proposed = "SELECT * FROM disposition WHERE plan = ? ORDER BY input, ordinal"
            for disposition in try db.list(proposed, [plan], Disposition.init) {
                dispositions[disposition.input, default: []].append(disposition)
            }
            let inputs = """
                SELECT number, input.version, withdrawnAt IS NOT NULL, \(Admission.columns) FROM input
                LEFT JOIN moderation ON moderation.plan = input.plan AND moderation.input = number
                WHERE input.plan = ? ORDER BY number
                """
            return try db.list(inputs, [plan]) { row in
                let number = try row.decode(InputNumber.self, atIndex: 0)
                return InputLine(
                    number: number, version: try row.decode(atIndex: 1), isWithdrawn: try row.decode(atIndex: 2),
                    admission: try Admission(row: row), dispositions: dispositions[number] ?? [])
            }
        }
    }
}

extension Disposition {
    fileprivate init(_ row: Row) throws {
        self.init(
            plan: try row.decode(forColumn: "plan"), input: try row.decode(forColumn: "input"),
            ordinal: try row.decode(forColumn: "ordinal"), inputVersion: try row.decode(forColumn: "inputVersion"),
            outcome: try row.decode(forColumn: "outcome"), reason: try row.decode(forColumn: "reason"),
            duplicateOf: try row.decode(forColumn: "duplicateOf"), proposedBy: try Author(row: row),
            proposedAt: try row.decode(Moment.self, forColumn: "proposedAt").date,
            seal: try row.decode(forColumn: "seal"))
    }
}
