import Foundation
import GRDB
import PlanDomain
import Workflow

/// What is not sent in yet, with the files that go with it.
extension SQLiteStore {
    public func draft(of submitter: Submitter, in round: RoundID, of plan: PlanID) async throws -> InputDraft? {
        try await read { db in try DraftRecord.find(submitter, round, plan, db)?.draft }
    }

    public func save(_ draft: InputDraft, adding files: [AttachedFile]) async throws {
        try await write { db in
            let kept = try DraftRecord.find(draft.submitter, draft.round, draft.plan, db)
            guard draft.version == (kept?.draft.version ?? 0) + 1 else {
                throw PlanError(.conflict, Reason("input.draft-moved"))
            }
            let round = "SELECT EXISTS (SELECT 1 FROM consultationRound WHERE plan = ? AND id = ?)"
            guard try Bool.fetchOne(db, sql: round, arguments: [draft.plan, draft.round]) == true else {
                throw PlanError(.notFound, Reason("round.unknown"))
            }
            let id = try DraftRecord.write(draft, over: kept?.id, db)
            try AttachmentRecord.keepOnly(draft.attachments.map(\.id), ofDraft: id, db)
            try AttachmentRecord.add(files, toDraft: id, of: draft.plan, db)
            let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM attachment WHERE draft = ?", arguments: [id])
            guard count == draft.attachments.count else {
                throw PlanError(.invalid, Reason("attachment.unknown"))
            }
        }
    }

    public func file(_ attachment: AttachmentID, in plan: PlanID) async throws -> AttachedFile? {
        try await read { db in
            let sql = """
                SELECT \(AttachmentRecord.columns), openedBytes(bytes, recordKey, 'bytes') AS bytes FROM attachment
                WHERE id = ? AND plan = ?
                """
            return try db.list(sql, [attachment, plan]) { row in
                AttachedFile(
                    attachment: try Attachment(row: row),
                    bytes: try row.decode(Data?.self, forColumn: "bytes") ?? Data())
            }.first
        }
    }
}

/// A row of `inputDraft`; its items are one JSON text, sealed, as they are read and written whole.
struct DraftRecord {
    let id: Int64
    let draft: InputDraft

    static func find(_ submitter: Submitter, _ round: RoundID, _ plan: PlanID, _ db: Database) throws -> DraftRecord? {
        let sql = """
            SELECT *, opened(sealedItems, recordKey, 'items') AS items FROM inputDraft
            WHERE plan = ? AND round = ? AND contact IS ? AND person IS ?
            """
        return try db.list(sql, [plan, round, submitter.contact, submitter.person]) { row in
            DraftRecord(
                id: try row.decode(forColumn: "id"),
                draft: InputDraft(
                    plan: plan, round: round, submitter: try Submitter(row: row),
                    items: try row.decode(JSONText<[InputDraft.Item]>.self, forColumn: "items").value,
                    version: try row.decode(forColumn: "version"),
                    savedAt: try row.decode(Moment.self, forColumn: "savedAt").date,
                    nextItem: try row.decode(forColumn: "nextItem")))
        }.first
    }

    /// Gives the id of the row.
    static func write(_ draft: InputDraft, over known: Int64?, _ db: Database) throws -> Int64 {
        let key = try db.key(of: "inputDraft", where: "id IS ?", [known])
        let items = String.fromDatabaseValue(try JSONText(draft.items).databaseValue)
        let values: RowValues = [
            "id": known, "plan": draft.plan, "round": draft.round,
            "organisation": draft.submitter.organisation?.name, "function": draft.submitter.function,
            "contact": draft.submitter.contact, "person": draft.submitter.person,
            "recordKey": key, "sealedItems": try db.sealed(items, under: key, as: "items"), "version": draft.version,
            "savedAt": Moment(draft.savedAt ?? Date(timeIntervalSince1970: 0)), "nextItem": draft.nextItem,
        ]
        try db.insert(into: "inputDraft", values, updatingBy: "id")
        return known ?? db.lastInsertedRowID
    }
}

/// Rows of `attachment`.
struct AttachmentRecord {
    static let columns = "id, opened(name, recordKey, 'name') AS name, type, size, digest"

    static func add(_ files: [AttachedFile], toDraft draft: Int64, of plan: PlanID, _ db: Database) throws {
        let last = "SELECT coalesce(max(position), 0) FROM attachment WHERE draft = ?"
        let start = try Int.fetchOne(db, sql: last, arguments: [draft]) ?? 0
        for (index, file) in files.enumerated() {
            try insert(file, of: plan, draft: draft, position: start + index + 1, db)
        }
    }

    /// Files that came in with an input that the office took in.
    static func add(_ files: [AttachedFile], to number: InputNumber, of plan: PlanID, _ db: Database) throws {
        for (index, file) in files.enumerated() {
            try insert(file, of: plan, input: number, position: index + 1, db)
        }
    }

    private static func insert(
        _ file: AttachedFile, of plan: PlanID, draft: Int64? = nil, input: InputNumber? = nil, position: Int,
        _ db: Database
    ) throws {
        let key = try db.newKey()
        let attachment = file.attachment
        try db.insert(
            into: "attachment",
            [
                "id": attachment.id, "plan": plan, "draft": draft, "input": input, "position": position,
                "recordKey": key, "name": try db.sealed(attachment.name, under: key, as: "name"),
                "type": attachment.type, "size": attachment.size, "digest": attachment.digest,
                "bytes": try db.sealed(file.bytes, under: key, as: "bytes"),
            ])
    }

    static func keepOnly(_ ids: [AttachmentID], ofDraft draft: Int64, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM attachment WHERE draft = ? AND id NOT IN (SELECT value FROM json_each(?))",
            arguments: [draft, try JSONText(ids)])
    }

    /// Hands files over from a draft to the input that they were sent in with.
    static func move(_ attachments: [Attachment], to number: InputNumber, _ db: Database) throws {
        for (index, attachment) in attachments.enumerated() {
            try db.execute(
                sql: "UPDATE attachment SET draft = NULL, input = ?, position = ? WHERE id = ? AND draft IS NOT NULL",
                arguments: [number, index + 1, attachment.id])
        }
    }
}

extension Attachment {
    init(row: Row) throws {
        self.init(
            id: try row.decode(forColumn: "id"), name: try row.decode(String?.self, forColumn: "name") ?? "",
            type: try row.decode(forColumn: "type"), size: try row.decode(forColumn: "size"),
            digest: try row.decode(forColumn: "digest"))
    }
}
