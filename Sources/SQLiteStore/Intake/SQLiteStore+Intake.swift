import Foundation
import GRDB
import PlanDomain
import Workflow

/// What came in beside the form, and making inputs of it.
extension SQLiteStore: IntakeStore {
    public func correspondents(of plan: PlanID) async throws -> [Correspondent] {
        try await read { db in try CorrespondentRecord.all(of: plan, id: nil, db) }
    }

    public func correspondent(_ id: CorrespondentID, of plan: PlanID) async throws -> Correspondent? {
        try await read { db in try CorrespondentRecord.all(of: plan, id: id, db).first }
    }

    public func keep(_ document: IntakeDocument, from correspondent: Correspondent?, bytes: Data?) async throws {
        try await write { db in
            guard try IntakeDocumentRecord.all(of: document.plan, id: document.id, db).isEmpty else { return }
            let round = "SELECT EXISTS (SELECT 1 FROM consultationRound WHERE plan = ? AND id = ?)"
            guard try Bool.fetchOne(db, sql: round, arguments: [document.plan, document.round]) == true else {
                throw PlanError(.notFound, Reason("round.unknown"))
            }
            let twin = """
                SELECT EXISTS (SELECT 1 FROM intakeDocument WHERE plan = ? AND digest = ? AND kind = 'sheet')
                """
            if document.kind == .sheet, let digest = document.file?.digest,
                try Bool.fetchOne(db, sql: twin, arguments: [document.plan, digest]) == true
            {
                throw PlanError(.conflict, Reason("intake.sheet.known"))
            }
            if let correspondent { try CorrespondentRecord.add(correspondent, db) }
            try IntakeDocumentRecord.add(document, bytes: bytes, db)
        }
    }

    public func intakeDocuments(of plan: PlanID) async throws -> [IntakeDocument] {
        try await read { db in try IntakeDocumentRecord.all(of: plan, id: nil, db) }
    }

    public func intakeDocument(_ id: IntakeDocumentID, of plan: PlanID) async throws -> IntakeDocument? {
        try await read { db in try IntakeDocumentRecord.all(of: plan, id: id, db).first }
    }

    public func bytes(of document: IntakeDocumentID, in plan: PlanID) async throws -> Data? {
        try await read { db in try IntakeDocumentRecord.bytes(of: document, in: plan, db) }
    }

    public func change(_ document: IntakeDocument) async throws {
        try await write { db in
            guard try IntakeDocumentRecord.change(document, db) else {
                throw PlanError(.conflict, Reason("intake.moved-on"))
            }
        }
    }

    public func cuts(of plan: PlanID) async throws -> [IntakeDocumentID: [IntakeCut]] {
        try await read { db in
            var cuts: [IntakeDocumentID: [IntakeCut]] = [:]
            let sql = "SELECT * FROM intakeCut WHERE plan = ? ORDER BY input"
            for (document, cut) in try db.list(sql, [plan], Self.cut) { cuts[document, default: []].append(cut) }
            return cuts
        }
    }

    public func receive(
        _ parts: [IntakePart], of document: IntakeDocument, finishing moment: Date?
    ) async throws -> [Receipt] {
        let receipts = try await write { db in
            let known = try parts.compactMap { part in
                try Self.receipt(part.submission.requestID, part.submission.plan, db)
            }
            if known.count == parts.count { return known }
            guard let present = try IntakeDocumentRecord.all(of: document.plan, id: document.id, db).first,
                present.version == document.version, known.isEmpty
            else { throw PlanError(.conflict, Reason("intake.moved-on")) }
            var receipts: [Receipt] = []
            for part in parts {
                if let correspondent = part.correspondent { try CorrespondentRecord.add(correspondent, db) }
                let receipt = try Self.take(part.submission, db)
                for number in receipt.numbers {
                    try db.insert(
                        into: "intakeCut",
                        [
                            "plan": document.plan, "input": number, "document": document.id,
                            "start": part.place?.lowerBound, "length": part.place?.count,
                        ])
                }
                receipts.append(receipt)
            }
            if let moment {
                var finished = present
                finished.finishedAt = moment
                finished.version += 1
                guard try IntakeDocumentRecord.change(finished, db) else { throw PlanError.storeIsCorrupt }
            }
            return receipts
        }
        mailBell.ring()
        return receipts
    }

    private static func cut(_ row: Row) throws -> (IntakeDocumentID, IntakeCut) {
        let start: Int? = try row.decode(forColumn: "start")
        let length: Int? = try row.decode(forColumn: "length")
        return (
            try row.decode(forColumn: "document"),
            IntakeCut(
                input: try row.decode(forColumn: "input"),
                place: start.flatMap { start in length.map { start..<(start + $0) } })
        )
    }
}
