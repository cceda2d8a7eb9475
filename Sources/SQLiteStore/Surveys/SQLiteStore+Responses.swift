import GRDB
import PlanDomain
import Survey
import Workflow

/// What was sent in, and what the office took in.
extension SQLiteStore {
    @discardableResult
    public func receive(_ response: SurveyResponse, from key: SheetKey) async throws -> SurveyResponse {
        try await write { db in
            if let known = try Self.response(key.receipt, response.round, response.plan, db) { return known }
            guard let sheet = try Self.sheet(key, response.round, response.plan, db) else {
                throw PlanError(.notFound, Reason("survey.sheet-gone"))
            }
            guard sheet == response.sheet, response.receipt == key.receipt else {
                throw PlanError(.conflict, Reason("survey.sheet-moved"))
            }
            try Self.insert(response, db)
            try db.execute(sql: "DELETE FROM surveySheet WHERE id = ?", arguments: [key.id])
            try Self.countChange(response.round, response.plan, db)
            return response
        }
    }

    public func add(_ responses: [SurveyResponse]) async throws {
        guard let first = responses.first else { return }
        try await write { db in
            for response in responses {
                guard response.plan == first.plan, response.round == first.round else { throw PlanError.storeIsCorrupt }
                let known = "SELECT EXISTS (SELECT 1 FROM surveyResponse WHERE id = ?)"
                if try Bool.fetchOne(db, sql: known, arguments: [response.id]) == true { continue }
                try Self.requireSurvey(response.round, response.plan, db)
                try Self.insert(response, db)
            }
            try Self.countChange(first.round, first.plan, db)
        }
    }

    public func response(
        withReceipt receipt: TokenHash, of round: RoundID, in plan: PlanID
    ) async throws -> SurveyResponse? {
        try await read { db in try Self.response(receipt, round, plan, db) }
    }

    public func responses(of round: RoundID, in plan: PlanID) async throws -> [SurveyResponse] {
        try await read { db in
            try db.list(
                "\(SurveyResponse.rows) WHERE plan = ? AND round = ? AND recordKey IS NOT NULL ORDER BY id",
                [plan, round], SurveyResponse.init)
        }
    }

    public func responseCounts(of round: RoundID, in plan: PlanID) async throws -> [ResponseCount] {
        try await read { db in
            let sql = """
                SELECT day, way, count(*) FROM surveyResponse WHERE plan = ? AND round = ?
                GROUP BY day, way ORDER BY day, way
                """
            return try db.list(sql, [plan, round]) { row in
                ResponseCount(
                    day: try row.decode(atIndex: 0), way: try row.decode(atIndex: 1), count: try row.decode(atIndex: 2))
            }
        }
    }

    public func responseRevision(of round: RoundID, in plan: PlanID) async throws -> Int {
        try await read { db in
            let sql = "SELECT revision FROM surveyRevision WHERE plan = ? AND round = ?"
            return try Int.fetchOne(db, sql: sql, arguments: [plan, round]) ?? 0
        }
    }

    static func response(
        _ receipt: TokenHash, _ round: RoundID, _ plan: PlanID, _ db: Database
    ) throws -> SurveyResponse? {
        let sql = "\(SurveyResponse.rows) WHERE receipt = ? AND plan = ? AND round = ? AND recordKey IS NOT NULL"
        return try db.list(sql, [receipt, plan, round], SurveyResponse.init).first
    }

    static func insert(_ response: SurveyResponse, from file: SheetFileID? = nil, _ db: Database) throws {
        let (key, answers) = try AnswerColumn.values(of: response.sheet, db)
        try db.insert(
            into: "surveyResponse",
            [
                "id": response.id, "plan": response.plan, "round": response.round, "way": response.way,
                "day": response.day, "receipt": response.receipt, "recordKey": key, "answers": answers,
                "file": file,
            ])
    }

    static func countChange(_ round: RoundID, _ plan: PlanID, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO surveyRevision (plan, round, revision) VALUES (?, ?, 1)
                ON CONFLICT (plan, round) DO UPDATE SET revision = revision + 1
                """,
            arguments: [plan, round])
    }
}

extension SurveyResponse {
    fileprivate static let rows =
        "SELECT id, plan, round, way, day, receipt, \(AnswerColumn.opened) FROM surveyResponse"

    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.decode(forColumn: "id"), plan: try row.decode(forColumn: "plan"),
            round: try row.decode(forColumn: "round"), way: try row.decode(forColumn: "way"),
            day: try row.decode(forColumn: "day"),
            sheet: try AnswerColumn.sheet(of: row),
            receipt: try row.decode(forColumn: "receipt"))
    }
}
