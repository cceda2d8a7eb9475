import Foundation
import GRDB
import PlanDomain
import Workflow

/// What people are told of what is done with their inputs, and what they say to it.
extension SQLiteStore: FeedbackStore {
    public func feedback(of plan: PlanID) async throws -> [Feedback] {
        try await read { db in
            let sql = """
                SELECT feedback.*, opened(reason, recordKey, 'dispute') AS openedReason FROM feedback
                JOIN input ON input.plan = feedback.plan AND number = feedback.input
                WHERE feedback.plan = ? ORDER BY feedback.input, ordinal
                """
            return try db.list(sql, [plan]) { try Feedback(row: $0) }
        }
    }

    public func send(_ dispatches: [FeedbackDispatch], in plan: PlanID, at moment: Date) async throws -> Int {
        let count = try await write { db in
            var count = 0
            for dispatch in dispatches where try FeedbackRecord.isNew(dispatch, plan, db) {
                for item in dispatch.items {
                    let columns = ["way": dispatch.way.rawValue.databaseValue, "toldAt": Moment(moment).databaseValue]
                    try FeedbackRecord.write(columns, item, plan, db)
                }
                if let code = dispatch.code { try FeedbackRecord.write(code, db) }
                if let mail = dispatch.mail { try Self.queue([mail], at: moment, db) }
                count += 1
            }
            return count
        }
        mailBell.ring()
        return count
    }

    public func noteReading(_ told: [FeedbackDispatch.Item], in plan: PlanID, at moment: Date) async throws {
        try await write { db in
            for item in told where try InputRecord.exists(item.input, in: plan, db) {
                let sql = """
                    INSERT INTO feedback (plan, input, ordinal, seenAt) VALUES (?, ?, ?, ?)
                    ON CONFLICT (plan, input, ordinal) DO UPDATE SET seenAt = coalesce(seenAt, excluded.seenAt)
                    """
                try db.cachedStatement(sql: sql).execute(
                    arguments: [plan, item.input, item.ordinal, Moment(moment)])
            }
        }
    }

    public func reply(_ reply: FeedbackReply, to item: FeedbackDispatch.Item, in plan: PlanID) async throws {
        try await write { db in
            let sql = "SELECT recordKey FROM input WHERE plan = ? AND number = ?"
            guard let key = try Data?.fetchOne(db, sql: sql, arguments: [plan, item.input]).flatMap({ $0 }) else {
                throw Self.unknown(item.input)
            }
            let reason = reply.reason.isEmpty ? nil : reply.reason
            try FeedbackRecord.write(
                [
                    "verdict": reply.verdict.databaseValue, "repliedAt": Moment(reply.at).databaseValue,
                    "reason": try db.sealed(reason, under: key, as: "dispute")?.databaseValue ?? .null,
                ], item, plan, db)
            try DeskRecord.refresh([item.input], of: plan, db)
        }
    }

    public func keep(_ code: FollowCode) async throws {
        try await write { db in try FeedbackRecord.write(code, db) }
    }

    public func followCode(_ hash: TokenHash) async throws -> FollowCode? {
        try await read { db in
            try db.list("SELECT * FROM followCode WHERE hash = ?", [hash]) { try FollowCode(row: $0) }.first
        }
    }
}

/// Rows of `feedback` and `followCode`.
struct FeedbackRecord {
    /// What was disputed last; of one input when it is given.
    static func disputes(
        of plan: PlanID, number: InputNumber?, _ db: Database
    ) throws -> [InputNumber: InputDispute] {
        let sql = """
            SELECT input, ordinal, repliedAt FROM feedback
            WHERE plan = ? \(number == nil ? "" : "AND input = ?") AND verdict = 'betwist' ORDER BY input, ordinal
            """
        let disputes = try db.list(sql, number.map { [plan, $0] } ?? [plan]) { row in
            (
                try row.decode(InputNumber.self, atIndex: 0),
                InputDispute(
                    ordinal: try row.decode(atIndex: 1), at: try row.decode(Moment.self, atIndex: 2).date)
            )
        }
        return Dictionary(disputes) { $1 }
    }

    /// Whether nothing of it was told before, and all its inputs are there.
    static func isNew(_ dispatch: FeedbackDispatch, _ plan: PlanID, _ db: Database) throws -> Bool {
        let sql = """
            SELECT EXISTS (SELECT 1 FROM input WHERE plan = ?1 AND number = ?2)
                AND NOT EXISTS (
                    SELECT 1 FROM feedback WHERE plan = ?1 AND input = ?2 AND ordinal = ?3 AND toldAt IS NOT NULL)
            """
        return try !dispatch.items.isEmpty
            && dispatch.items.allSatisfy { item in
                try Bool.fetchOne(db, sql: sql, arguments: [plan, item.input, item.ordinal]) == true
            }
    }

    /// Adds a row with these columns, or changes them.
    static func write(
        _ columns: [String: DatabaseValue], _ item: FeedbackDispatch.Item, _ plan: PlanID, _ db: Database
    ) throws {
        let names = columns.keys.sorted()
        let sql = """
            INSERT INTO feedback (plan, input, ordinal, \(names.joined(separator: ", ")))
            VALUES (?, ?, ?\(String(repeating: ", ?", count: names.count)))
            ON CONFLICT (plan, input, ordinal) DO UPDATE SET
                \(names.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
            """
        let values = [plan.databaseValue, item.input.databaseValue, item.ordinal.databaseValue]
        try db.cachedStatement(sql: sql).execute(
            arguments: StatementArguments(values + names.map { columns[$0] ?? .null }))
    }

    static func write(_ code: FollowCode, _ db: Database) throws {
        let (kind, subject) =
            switch code.subject {
            case .correspondent(let writer): ("correspondent", writer.rawValue)
            case .document(let document): ("document", document.rawValue)
            case .sheet(let sheet): ("sheet", sheet)
            }
        let sql = """
            INSERT INTO followCode (hash, plan, kind, subject, madeAt) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (hash) DO NOTHING
            """
        try db.execute(sql: sql, arguments: [code.hash, code.plan, kind, subject, Moment(code.madeAt)])
    }
}

extension Feedback {
    /// Of an input that was erased nothing is left of why it was disputed.
    fileprivate init(row: Row) throws {
        let way = try row.decode(FeedbackWay?.self, forColumn: "way")
        let toldAt = try row.decode(Moment?.self, forColumn: "toldAt")?.date
        let verdict = try row.decode(FeedbackReply.Verdict?.self, forColumn: "verdict")
        let repliedAt = try row.decode(Moment?.self, forColumn: "repliedAt")?.date
        let reason = try row.decode(String?.self, forColumn: "openedReason") ?? ""
        var told: Told?
        if let way, let toldAt { told = Told(by: way, at: toldAt) }
        var reply: FeedbackReply?
        if let verdict, let repliedAt { reply = FeedbackReply(verdict, reason: reason, at: repliedAt) }
        self.init(
            plan: try row.decode(forColumn: "plan"), input: try row.decode(forColumn: "input"),
            ordinal: try row.decode(forColumn: "ordinal"), told: told,
            seenAt: try row.decode(Moment?.self, forColumn: "seenAt")?.date, reply: reply)
    }
}

extension FollowCode {
    /// What names nothing that can be is damage.
    fileprivate init(row: Row) throws {
        let subject = try row.decode(String.self, forColumn: "subject")
        let opened: Subject? =
            switch try row.decode(String.self, forColumn: "kind") {
            case "correspondent": CorrespondentID(subject).map(Subject.correspondent)
            case "document": IntakeDocumentID(subject).map(Subject.document)
            default: .sheet(subject)
            }
        guard let opened else { throw PlanError.storeIsCorrupt }
        self.init(
            hash: try row.decode(forColumn: "hash"), plan: try row.decode(forColumn: "plan"), subject: opened,
            madeAt: try row.decode(Moment.self, forColumn: "madeAt").date)
    }
}
