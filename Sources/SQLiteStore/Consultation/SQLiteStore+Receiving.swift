import GRDB
import PlanDomain
import Workflow

/// Making inputs out of drafts, each with the next number, and queueing the mail that says so: one transaction.
extension SQLiteStore {
    public func receive(
        _ submission: Submission, telling: @escaping @Sendable (Receipt) -> [NewMail]
    ) async throws -> Receipt {
        let receipt = try await write { db in
            let draft = submission.draft
            if let known = try Self.receipt(submission.requestID, draft.plan, db) {
                guard known.submitter == draft.submitter else {
                    throw PlanError(.conflict, Reason("consultation.request-taken"))
                }
                return known
            }
            guard let kept = try DraftRecord.find(draft.submitter, draft.round, draft.plan, db),
                kept.draft.version == draft.version, kept.draft.items == draft.items
            else { throw PlanError(.conflict, Reason("input.draft-moved")) }
            try Self.write(submission, db)
            // The row stays with its counts, so that a page from before is told that the draft has moved on.
            try db.execute(
                sql: "UPDATE inputDraft SET items = '[]', version = version + 1, savedAt = ? WHERE id = ?",
                arguments: [Moment(submission.receivedAt), kept.id])
            guard let receipt = try Self.receipt(submission.requestID, draft.plan, db) else {
                throw PlanError.storeIsCorrupt
            }
            try Self.queue(telling(receipt), at: submission.receivedAt, db)
            return receipt
        }
        mailBell.ring()
        return receipt
    }

    public func receipt(for requestID: String, in plan: PlanID) async throws -> Receipt? {
        try await read { db in try Self.receipt(requestID, plan, db) }
    }

    private static func write(_ submission: Submission, _ db: Database) throws {
        let draft = submission.draft
        try db.insert(
            into: "submission",
            [
                "plan": draft.plan, "requestID": submission.requestID, "round": draft.round,
                "organisation": draft.submitter.organisation?.name, "function": draft.submitter.function,
                "contact": draft.submitter.contact, "person": draft.submitter.person,
                "receivedAt": Moment(submission.receivedAt),
            ])
        for (item, key) in zip(draft.items, submission.keys) {
            let number = try nextNumber(in: draft.plan, db)
            try db.insert(
                into: "input",
                [
                    "plan": draft.plan, "number": number, "submission": submission.requestID,
                    "channel": submission.channel, "version": 1, "sealKey": key,
                ])
            let version = InputVersion(number: 1, content: item.content, writtenAt: submission.receivedAt)
            try InputRecord.write(version, of: number, in: draft.plan, db)
            try AttachmentRecord.move(item.attachments, to: number, db)
        }
    }

    /// Raises the counter and reads it in one transaction, and only one writes at a time: no gap and no double.
    private static func nextNumber(in plan: PlanID, _ db: Database) throws -> InputNumber {
        let sql = """
            INSERT INTO inputCounter (plan, last) VALUES (?, 1)
            ON CONFLICT (plan) DO UPDATE SET last = last + 1 RETURNING last
            """
        guard let number = try InputNumber.fetchOne(db, sql: sql, arguments: [plan]) else {
            throw PlanError.storeIsCorrupt
        }
        return number
    }

    private static func receipt(_ requestID: String, _ plan: PlanID, _ db: Database) throws -> Receipt? {
        let sql = "SELECT * FROM submission WHERE plan = ? AND requestID = ?"
        return try db.list(sql, [plan, requestID]) { row in
            let numbers = "SELECT number FROM input WHERE plan = ? AND submission = ? ORDER BY number"
            return Receipt(
                plan: plan, round: try row.decode(forColumn: "round"), submitter: try Submitter(row: row),
                numbers: try db.list(numbers, [plan, requestID]) { try $0.decode(atIndex: 0) },
                receivedAt: try row.decode(Moment.self, forColumn: "receivedAt").date)
        }.first
    }
}
