import Foundation
import GRDB
import PlanDomain
import Workflow

/// Making inputs out of drafts, each with the next number, and queueing the mail that says so: one transaction.
extension SQLiteStore {
    public func receive(
        _ submission: Submission, telling: @escaping @Sendable (Receipt) -> [NewMail]
    ) async throws -> Receipt {
        let receipt = try await write { db in
            if let known = try Self.known(submission, db) { return known }
            let receipt = try Self.take(submission, db)
            try Self.queue(telling(receipt), at: submission.receivedAt, db)
            return receipt
        }
        mailBell.ring()
        return receipt
    }

    public func receive(_ submissions: [Submission]) async throws -> [Receipt] {
        try await write { db in
            try submissions.map { try Self.known($0, db) ?? Self.take($0, db) }
        }
    }

    public func answerInputs(of round: RoundID, in plan: PlanID) async throws -> [InputSource: InputNumber] {
        try await read { db in
            let sql = """
                SELECT source, number FROM submission JOIN input
                ON input.plan = submission.plan AND input.submission = submission.requestID
                WHERE submission.plan = ? AND round = ? AND json_extract(source, '$.answer') IS NOT NULL
                """
            let pairs = try db.list(sql, [plan, round]) { row in
                (
                    try row.decode(JSONText<InputSource>.self, forColumn: "source").value,
                    try row.decode(InputNumber.self, forColumn: "number")
                )
            }
            return Dictionary(pairs) { first, _ in first }
        }
    }

    /// Makes inputs of a submission, whole; within a transaction.
    static func take(_ submission: Submission, _ db: Database) throws -> Receipt {
        switch submission.origin {
        case .draft(let draft): try receive(submission, outOf: draft, db)
        case .intake(let source, let person, let files): try take(submission, from: source, person, files, db)
        }
        guard let receipt = try receipt(submission.requestID, submission.plan, db) else {
            throw PlanError.storeIsCorrupt
        }
        try DeskRecord.refreshWords(receipt.numbers, of: submission.plan, db)
        return receipt
    }

    /// What the same request received before; nil where it received nothing.
    private static func known(_ submission: Submission, _ db: Database) throws -> Receipt? {
        guard let known = try receipt(submission.requestID, submission.plan, db) else { return nil }
        guard known.submitter == submission.submitter else {
            throw PlanError(.conflict, Reason("consultation.request-taken"))
        }
        return known
    }

    public func receipt(for requestID: String, in plan: PlanID) async throws -> Receipt? {
        try await read { db in try Self.receipt(requestID, plan, db) }
    }

    private static func receive(_ submission: Submission, outOf draft: InputDraft, _ db: Database) throws {
        guard let kept = try DraftRecord.find(draft.submitter, draft.round, draft.plan, db),
            kept.draft.version == draft.version, kept.draft.items == draft.items
        else { throw PlanError(.conflict, Reason("input.draft-moved")) }
        try write(submission, source: nil, takenInBy: nil, db)
        for (item, number) in zip(submission.items, try numberedItems(of: submission, db)) {
            try AttachmentRecord.move(item.attachments, to: number, db)
        }
        // The row stays with its counts, so that a page from before is told that the draft has moved on.
        try db.execute(
            sql: """
                UPDATE inputDraft SET sealedItems = sealed('[]', recordKey, 'items'), version = version + 1, savedAt = ?
                WHERE id = ?
                """,
            arguments: [Moment(submission.receivedAt), kept.id])
    }

    private static func take(
        _ submission: Submission, from source: InputSource, _ person: PersonID, _ files: [AttachedFile], _ db: Database
    ) throws {
        let round = "SELECT EXISTS (SELECT 1 FROM consultationRound WHERE plan = ? AND id = ?)"
        guard try Bool.fetchOne(db, sql: round, arguments: [submission.plan, submission.round]) == true else {
            throw PlanError(.notFound, Reason("round.unknown"))
        }
        try write(submission, source: source, takenInBy: person, db)
        for (item, number) in zip(submission.items, try numberedItems(of: submission, db)) {
            let own = try item.attachments.map { attachment in
                guard let file = files.first(where: { $0.attachment == attachment }) else {
                    throw PlanError(.invalid, Reason("attachment.unknown"))
                }
                return file
            }
            try AttachmentRecord.add(own, to: number, of: submission.plan, db)
        }
    }

    private static func write(
        _ submission: Submission, source: InputSource?, takenInBy person: PersonID?, _ db: Database
    ) throws {
        let submitter = submission.submitter
        try db.insert(
            into: "submission",
            [
                "plan": submission.plan, "requestID": submission.requestID, "round": submission.round,
                "organisation": submitter.organisation?.name, "function": submitter.function,
                "contact": submitter.contact, "person": submitter.person, "correspondent": submitter.correspondent,
                "source": try source.map(JSONText.init), "takenInBy": person,
                "receivedAt": Moment(submission.receivedAt),
            ])
    }

    /// Writes the inputs, and gives their numbers in the order of the items.
    private static func numberedItems(of submission: Submission, _ db: Database) throws -> [InputNumber] {
        try submission.items.map { item in
            let number = try nextNumber(in: submission.plan, db)
            let key = try Data.fetchOne(db, sql: "SELECT wrapped(?)", arguments: [item.key])
            try db.insert(
                into: "input",
                [
                    "plan": submission.plan, "number": number, "submission": submission.requestID,
                    "channel": submission.channel, "version": 1, "recordKey": key,
                    "isClosed": submission.isClosed,
                ])
            let version = InputVersion(number: 1, content: item.content, writtenAt: submission.receivedAt)
            try InputRecord.write(version, of: number, in: submission.plan, db)
            try ModerationRecord.write(item.redactions, of: number, version: 1, in: submission.plan, db)
            if submission.isAdmittedAtOnce { try admit(number, submission, db) }
            return number
        }
    }

    private static func admit(_ number: InputNumber, _ submission: Submission, _ db: Database) throws {
        try db.insert(
            into: "moderation",
            [
                "plan": submission.plan, "input": number, "version": 1, "verdict": "admissible",
                "judgedAt": Moment(submission.receivedAt),
            ])
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

    static func receipt(_ requestID: String, _ plan: PlanID, _ db: Database) throws -> Receipt? {
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
