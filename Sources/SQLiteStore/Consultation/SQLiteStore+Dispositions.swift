import GRDB
import PlanDomain
import Workflow

/// What is proposed to be done with inputs; what is adopted of it stands in the register.
extension SQLiteStore {
    public func propose(_ disposition: Disposition) async throws {
        try await write { db in
            let number = disposition.input
            guard try InputRecord.exists(number, in: disposition.plan, db) else { throw Self.unknown(number) }
            guard try Self.isNext(disposition, db) else {
                throw PlanError(.conflict, Reason("disposition.moved-on", ["input": .text(number.description)]))
            }
            try Self.write(disposition, db)
            try DeskRecord.refresh([number], of: disposition.plan, db)
        }
    }

    public func propose(_ dispositions: [Disposition], in plan: PlanID) async throws -> Set<InputNumber> {
        try await write { db in
            var proposed: Set<InputNumber> = []
            for disposition in dispositions where disposition.plan == plan {
                let version = "SELECT version FROM input WHERE plan = ? AND number = ? AND withdrawnAt IS NULL"
                let present = try Int.fetchOne(db, sql: version, arguments: [plan, disposition.input])
                guard present == disposition.inputVersion, try Self.isNext(disposition, db) else { continue }
                try Self.write(disposition, db)
                proposed.insert(disposition.input)
            }
            try DeskRecord.refresh(proposed, of: plan, db)
            return proposed
        }
    }

    private static func isNext(_ disposition: Disposition, _ db: Database) throws -> Bool {
        let sql = "SELECT coalesce(max(ordinal), 0) FROM disposition WHERE plan = ? AND input = ?"
        return try Int.fetchOne(db, sql: sql, arguments: [disposition.plan, disposition.input])
            == disposition.ordinal - 1
    }

    private static func write(_ disposition: Disposition, _ db: Database) throws {
        try db.insert(
            into: "disposition",
            [
                "plan": disposition.plan, "input": disposition.input, "ordinal": disposition.ordinal,
                "inputVersion": disposition.inputVersion, "outcome": disposition.outcome,
                "reason": disposition.reason, "duplicateOf": disposition.duplicateOf,
                "function": disposition.proposedBy.function, "role": disposition.proposedBy.role,
                "pseudonym": disposition.proposedBy.pseudonym, "proposedAt": Moment(disposition.proposedAt),
                "seal": disposition.seal,
            ])
    }

    public func inputLines(of plan: PlanID) async throws -> [InputLine] {
        try await read { db in try InputLine.all(of: plan, number: nil, db) }
    }

    public func inputLines(_ numbers: [InputNumber], of plan: PlanID) async throws -> [InputLine] {
        try await read { db in try numbers.flatMap { try InputLine.all(of: plan, number: $0, db) } }
    }
}

extension InputLine {
    /// By number; one when it is given.
    static func all(of plan: PlanID, number: InputNumber?, _ db: Database) throws -> [InputLine] {
        var arguments: StatementArguments = ["plan": plan]
        if let number { _ = arguments.append(contentsOf: ["number": number]) }
        var dispositions: [InputNumber: [Disposition]] = [:]
        let proposed = """
            SELECT * FROM disposition WHERE plan = :plan \(number == nil ? "" : "AND input = :number")
            ORDER BY input, ordinal
            """
        for disposition in try db.list(proposed, arguments, Disposition.init) {
            dispositions[disposition.input, default: []].append(disposition)
        }
        let disputes = try FeedbackRecord.disputes(of: plan, number: number, db)
        let inputs = """
            SELECT number, input.version, withdrawnAt IS NOT NULL, isClosed, \(Admission.columns) FROM input
            LEFT JOIN moderation ON moderation.plan = input.plan AND moderation.input = number
            WHERE input.plan = :plan \(number == nil ? "" : "AND number = :number") ORDER BY number
            """
        return try db.list(inputs, arguments) { row in
            let number = try row.decode(InputNumber.self, atIndex: 0)
            return InputLine(
                number: number, version: try row.decode(atIndex: 1), isWithdrawn: try row.decode(atIndex: 2),
                isClosed: try row.decode(atIndex: 3), admission: try Admission(row: row),
                dispositions: dispositions[number] ?? [], dispute: disputes[number])
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
