import Foundation
import GRDB
import PlanDomain
import Survey
import Workflow

/// Files with answers from elsewhere.
extension SQLiteStore: SheetFileStore {
    public func keep(_ file: SheetFile) async throws -> SheetFile {
        try await write { db in
            try Self.requireSurvey(file.round, file.plan, db)
            let sql = "\(SheetFile.rows) WHERE plan = ? AND round = ? AND digest = ?"
            if let known = try db.list(sql, [file.plan, file.round, file.digest], SheetFile.init).first {
                return known
            }
            let key = try db.newKey()
            try db.insert(
                into: "sheetFile",
                [
                    "id": file.id, "plan": file.plan, "round": file.round, "name": file.name, "digest": file.digest,
                    "columns": try JSONText(file.columns), "recordKey": file.bytes == nil ? nil : key,
                    "bytes": try file.bytes.flatMap { try db.sealed($0, under: key, as: "bytes") },
                ])
            return file
        }
    }

    public func sheetFiles(of round: RoundID, in plan: PlanID) async throws -> [SheetFile] {
        try await read { db in
            let sql = """
                SELECT id, plan, round, name, digest, columns, takenOn, count, NULL AS openBytes FROM sheetFile
                WHERE plan = ? AND round = ? ORDER BY name, id
                """
            return try db.list(sql, [plan, round], SheetFile.init)
        }
    }

    public func sheetFile(_ id: SheetFileID, of round: RoundID, in plan: PlanID) async throws -> SheetFile? {
        try await read { db in
            try db.list("\(SheetFile.rows) WHERE id = ? AND plan = ? AND round = ?", [id, plan, round], SheetFile.init)
                .first
        }
    }

    public func settle(_ columns: SheetImport, of file: SheetFileID) async throws {
        try await write { db in
            try db.execute(
                sql: "UPDATE sheetFile SET columns = ? WHERE id = ? AND takenOn IS NULL",
                arguments: [try JSONText(columns), file])
            guard db.changesCount == 1 else { throw PlanError(.conflict, Reason("survey.file.taken")) }
        }
    }

    public func take(_ responses: [SurveyResponse], from file: SheetFile, on day: CalendarDate) async throws {
        try await write { db in
            try db.execute(
                sql: """
                    UPDATE sheetFile SET takenOn = ?, count = ?, bytes = NULL, recordKey = NULL
                    WHERE id = ? AND takenOn IS NULL AND columns = ?
                    """,
                arguments: [day, responses.count, file.id, try JSONText(file.columns)])
            guard db.changesCount == 1 else { throw PlanError(.conflict, Reason("survey.file.taken")) }
            for response in responses { try Self.insert(response, from: file.id, db) }
            try Self.countChange(file.round, file.plan, db)
        }
    }

    public func remove(_ file: SheetFileID, of round: RoundID, in plan: PlanID) async throws {
        try await write { db in
            let known = "SELECT EXISTS (SELECT 1 FROM sheetFile WHERE id = ? AND plan = ? AND round = ?)"
            guard try Bool.fetchOne(db, sql: known, arguments: [file, plan, round]) == true else { return }
            let input = """
                SELECT EXISTS (SELECT 1 FROM submission WHERE plan = ? AND round = ?
                    AND json_extract(source, '$.answer.sheet') IN (SELECT id FROM surveyResponse WHERE file = ?))
                """
            guard try Bool.fetchOne(db, sql: input, arguments: [plan, round, file]) != true else {
                throw PlanError(.conflict, Reason("survey.file.in-use"))
            }
            try db.execute(sql: "DELETE FROM surveyResponse WHERE file = ?", arguments: [file])
            if db.changesCount > 0 { try Self.countChange(round, plan, db) }
            try db.execute(sql: "DELETE FROM sheetFile WHERE id = ?", arguments: [file])
        }
    }
}

extension SheetFile {
    fileprivate static let rows = """
        SELECT id, plan, round, name, digest, columns, takenOn, count,
            openedBytes(bytes, recordKey, 'bytes') AS openBytes
        FROM sheetFile
        """

    fileprivate init(_ row: Row) throws {
        let day = try row.decode(CalendarDate?.self, forColumn: "takenOn")
        let count = try row.decode(Int?.self, forColumn: "count")
        self.init(
            id: try row.decode(forColumn: "id"), plan: try row.decode(forColumn: "plan"),
            round: try row.decode(forColumn: "round"), name: try row.decode(forColumn: "name"),
            digest: try row.decode(forColumn: "digest"),
            columns: try row.decode(JSONText<SheetImport>.self, forColumn: "columns").value,
            bytes: try row.decode(Data?.self, forColumn: "openBytes"),
            taken: day.flatMap { day in count.map { Taken(on: day, count: $0) } })
    }
}
