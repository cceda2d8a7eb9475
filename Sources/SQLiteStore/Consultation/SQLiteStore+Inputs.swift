import Foundation
import GRDB
import PlanDomain
import Workflow

/// Reading inputs, and what becomes of them.
extension SQLiteStore: ConsultationStore {
    public func inputs(of plan: PlanID) async throws -> [Input] {
        try await read { db in try InputRecord.all(of: plan, db) }
    }

    public func input(_ number: InputNumber, of plan: PlanID) async throws -> Input? {
        try await read { db in try InputRecord.all(of: plan, numbers: [number], db).first }
    }

    public func versions(of number: InputNumber, in plan: PlanID) async throws -> [InputVersion] {
        try await read { db in
            let sql = """
                SELECT \(InputRecord.contentColumns), inputVersion.version, writtenAt FROM inputVersion
                JOIN input ON input.plan = inputVersion.plan AND number = input
                WHERE inputVersion.plan = ? AND input = ? ORDER BY inputVersion.version
                """
            return try db.list(sql, [plan, number]) { row in
                InputVersion(
                    number: try row.decode(forColumn: "version"), content: try InputContent(row: row),
                    writtenAt: try row.decode(Moment.self, forColumn: "writtenAt").date)
            }
        }
    }

    public func correct(
        _ number: InputNumber, in plan: PlanID, with correction: Correction, after version: Int, at moment: Date
    ) async throws {
        try await write { db in
            guard let input = try InputRecord.all(of: plan, numbers: [number], db).first else {
                throw Self.unknown(number)
            }
            guard !input.isWithdrawn else {
                throw PlanError(.conflict, Reason("input.withdrawn", ["input": .text(number.description)]))
            }
            guard input.version == version else {
                throw PlanError(.conflict, Reason("input.corrected", ["input": .text(number.description)]))
            }
            let next = InputVersion(number: version + 1, content: correction.content, writtenAt: moment)
            try InputRecord.write(next, of: number, in: plan, db)
            try ModerationRecord.write(correction.redactions, of: number, version: next.number, in: plan, db)
            if correction.isJudgedAnew {
                try db.execute(
                    sql: "DELETE FROM moderation WHERE plan = ? AND input = ?", arguments: [plan, number])
            }
            try db.execute(
                sql: "UPDATE input SET version = ? WHERE plan = ? AND number = ?",
                arguments: [next.number, plan, number])
            try DeskRecord.refreshWords([number], of: plan, db)
        }
    }

    public func withdraw(_ number: InputNumber, in plan: PlanID, at moment: Date) async throws {
        try await write { db in
            guard try InputRecord.exists(number, in: plan, db) else { throw Self.unknown(number) }
            try db.execute(
                sql: "UPDATE input SET withdrawnAt = coalesce(withdrawnAt, ?) WHERE plan = ? AND number = ?",
                arguments: [Moment(moment), plan, number])
            try DeskRecord.refreshWords([number], of: plan, db)
        }
    }

    public func key(of number: InputNumber, in plan: PlanID) async throws -> InputKey? {
        try await read { db in
            let sql = "SELECT unwrapped(recordKey) FROM input WHERE plan = ? AND number = ?"
            return try db.list(sql, [plan, number]) { try $0.decode(InputKey?.self, atIndex: 0) }.first ?? nil
        }
    }

    public func keys(of numbers: [InputNumber], in plan: PlanID) async throws -> [InputNumber: InputKey] {
        try await read { db in
            let sql = """
                SELECT number, unwrapped(recordKey) FROM input
                WHERE plan = ? AND recordKey IS NOT NULL AND number IN (SELECT value FROM json_each(?))
                """
            let keys = try db.list(sql, [plan, try JSONText(numbers)]) { row in
                (try row.decode(InputNumber.self, atIndex: 0), try row.decode(InputKey.self, atIndex: 1))
            }
            return Dictionary(keys) { first, _ in first }
        }
    }

    static func unknown(_ number: InputNumber) -> PlanError {
        PlanError(.notFound, Reason("input.unknown", ["input": .text(number.description)]))
    }
}

/// An input spread over its rows.
struct InputRecord {
    /// What was written, opened, for a query that joins `input` and `inputVersion`.
    static let contentColumns = """
        kind, section, anchorCommit, quote, prefix, suffix, opened(text, recordKey, 'text') AS text,
        opened(proposal, recordKey, 'proposal') AS proposal
        """

    /// By number; those of `numbers` alone when they are given.
    static func all(of plan: PlanID, numbers: [InputNumber]? = nil, _ db: Database) throws -> [Input] {
        var arguments: StatementArguments = ["plan": plan]
        if let numbers { _ = arguments.append(contentsOf: ["numbers": try JSONText(numbers)]) }
        let among = numbers == nil ? "" : "IN (SELECT value FROM json_each(:numbers))"
        var attachments: [InputNumber: [Attachment]] = [:]
        let files = """
            SELECT input, \(AttachmentRecord.columns) FROM attachment
            WHERE plan = :plan AND input IS NOT NULL \(numbers == nil ? "" : "AND input \(among)") ORDER BY input, position
            """
        for (input, attachment) in try db.list(
            files, arguments, { (try $0.decode(InputNumber.self, forColumn: "input"), try Attachment(row: $0)) })
        {
            attachments[input, default: []].append(attachment)
        }
        let redactions = try ModerationRecord.redactions(of: plan, numbers: numbers, db)
        let sql = """
            SELECT input.plan, number, channel, input.version, withdrawnAt, isClosed, submission.*,
                recordKey IS NULL AS isErased, \(contentColumns), \(Admission.columns)
            FROM input
            JOIN submission ON submission.plan = input.plan AND requestID = submission
            JOIN inputVersion ON inputVersion.plan = input.plan AND inputVersion.input = input.number
                AND inputVersion.version = input.version
            LEFT JOIN moderation ON moderation.plan = input.plan AND moderation.input = input.number
            WHERE input.plan = :plan \(numbers == nil ? "" : "AND input.number \(among)") ORDER BY input.number
            """
        return try db.list(sql, arguments) { row in
            let number = try row.decode(InputNumber.self, forColumn: "number")
            return Input(
                plan: plan, number: number, receivedAt: try row.decode(Moment.self, forColumn: "receivedAt").date,
                channel: try row.decode(forColumn: "channel"), round: try row.decode(forColumn: "round"),
                submitter: try Submitter(row: row), content: try InputContent(row: row),
                version: try row.decode(forColumn: "version"), attachments: attachments[number] ?? [],
                withdrawnAt: try row.decode(Moment?.self, forColumn: "withdrawnAt")?.date,
                isClosed: try row.decode(forColumn: "isClosed"),
                isErased: try row.decode(forColumn: "isErased"),
                source: try row.decode(JSONText<InputSource>?.self, forColumn: "source")?.value,
                admission: try Admission(row: row), redactions: redactions[number] ?? [])
        }
    }

    static func exists(_ number: InputNumber, in plan: PlanID, _ db: Database) throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM input WHERE plan = ? AND number = ?)"
        return try Bool.fetchOne(db, sql: sql, arguments: [plan, number]) == true
    }

    static func write(_ version: InputVersion, of number: InputNumber, in plan: PlanID, _ db: Database) throws {
        let content = version.content
        let key = try Data?.fetchOne(
            db, sql: "SELECT recordKey FROM input WHERE plan = ? AND number = ?", arguments: [plan, number]
        ).flatMap { $0 }
        try db.insert(
            into: "inputVersion",
            [
                "plan": plan, "input": number, "version": version.number, "kind": content.kind,
                "section": content.section, "anchorCommit": content.anchor?.commit, "quote": content.anchor?.quote,
                "prefix": content.anchor?.prefix, "suffix": content.anchor?.suffix,
                "text": try db.sealed(content.text, under: key, as: "text"),
                "proposal": try db.sealed(content.proposal, under: key, as: "proposal"),
                "writtenAt": Moment(version.writtenAt),
            ])
    }
}

extension InputContent {
    /// Reads the columns of `inputVersion`.
    init(row: Row) throws {
        self.init(
            kind: try row.decode(forColumn: "kind"), section: try row.decode(forColumn: "section"),
            anchor: try row.decode(CommitID?.self, forColumn: "anchorCommit").map { commit in
                Anchor(
                    commit: commit, quote: try row.decode(forColumn: "quote"),
                    prefix: try row.decode(forColumn: "prefix"), suffix: try row.decode(forColumn: "suffix"))
            }, text: try row.decode(String?.self, forColumn: "text") ?? "",
            proposal: try row.decode(forColumn: "proposal"))
    }
}
