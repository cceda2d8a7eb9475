import GRDB
import PlanDomain
import Survey
import Workflow

/// Questionnaires, and sheets that are being filled in.
extension SQLiteStore: SurveyStore {
    public func survey(of round: RoundID, in plan: PlanID) async throws -> RoundSurvey? {
        try await read { db in
            try db.list("SELECT * FROM survey WHERE plan = ? AND round = ?", [plan, round]) { row in
                RoundSurvey(
                    plan: plan, round: round,
                    questionnaire: try row.decode(JSONText<Questionnaire>.self, forColumn: "questionnaire").value,
                    version: try row.decode(forColumn: "version"),
                    weighting: try row.decode(JSONText<Weighting>?.self, forColumn: "weighting")?.value)
            }.first
        }
    }

    public func save(_ survey: RoundSurvey) async throws {
        try await write { db in
            let round = "SELECT EXISTS (SELECT 1 FROM consultationRound WHERE plan = ? AND id = ?)"
            guard try Bool.fetchOne(db, sql: round, arguments: [survey.plan, survey.round]) == true else {
                throw PlanError(.notFound, Reason("round.unknown"))
            }
            let kept = "SELECT version FROM survey WHERE plan = ? AND round = ?"
            let version = try Int.fetchOne(db, sql: kept, arguments: [survey.plan, survey.round]) ?? 0
            guard survey.version == version + 1 else { throw PlanError(.conflict, Reason("survey.changed")) }
            try db.insert(
                into: "survey",
                [
                    "plan": survey.plan, "round": survey.round,
                    "questionnaire": try JSONText(survey.questionnaire), "version": survey.version,
                ], updatingBy: "plan, round")
        }
    }

    public func save(_ weighting: Weighting?, of round: RoundID, in plan: PlanID) async throws {
        try await write { db in
            try db.execute(
                sql: "UPDATE survey SET weighting = ? WHERE plan = ? AND round = ?",
                arguments: [try weighting.map(JSONText.init), plan, round])
            guard db.changesCount == 1 else { throw PlanError(.notFound, Reason("survey.unknown")) }
        }
    }

    public func sheet(under key: SheetKey, of round: RoundID, in plan: PlanID) async throws -> AnswerSheet? {
        try await read { db in try Self.sheet(key, round, plan, db) }
    }

    public func keep(
        _ sheet: AnswerSheet, under key: SheetKey, of round: RoundID, in plan: PlanID, on day: CalendarDate
    ) async throws {
        try await write { db in
            try Self.requireSurvey(round, plan, db)
            guard try Self.response(key.receipt, round, plan, db) == nil else {
                throw PlanError(.conflict, Reason("survey.sent-already"))
            }
            let elsewhere = "SELECT EXISTS (SELECT 1 FROM surveySheet WHERE id = ? AND (plan <> ? OR round <> ?))"
            guard try Bool.fetchOne(db, sql: elsewhere, arguments: [key.id, plan, round]) == false else {
                throw PlanError(.notFound, Reason("survey.unknown"))
            }
            let (recordKey, answers) = try AnswerColumn.values(of: sheet, db)
            try db.insert(
                into: "surveySheet",
                [
                    "id": key.id, "plan": plan, "round": round, "keptOn": day, "recordKey": recordKey,
                    "answers": answers,
                ], updatingBy: "id")
        }
    }

    public func sheetCount(of round: RoundID, in plan: PlanID) async throws -> Int {
        try await read { db in
            let sql = "SELECT count(*) FROM surveySheet WHERE plan = ? AND round = ?"
            return try Int.fetchOne(db, sql: sql, arguments: [plan, round]) ?? 0
        }
    }

    public func sweepSheets(before day: CalendarDate) async throws {
        try await write { db in
            try db.execute(sql: "DELETE FROM surveySheet WHERE keptOn < ?", arguments: [day])
        }
    }
}

extension SQLiteStore {
    static func sheet(_ key: SheetKey, _ round: RoundID, _ plan: PlanID, _ db: Database) throws -> AnswerSheet? {
        let sql = """
            SELECT \(AnswerColumn.opened) FROM surveySheet
            WHERE id = ? AND plan = ? AND round = ? AND recordKey IS NOT NULL
            """
        return try db.list(sql, [key.id, plan, round], AnswerColumn.sheet).first
    }

    static func requireSurvey(_ round: RoundID, _ plan: PlanID, _ db: Database) throws {
        let sql = "SELECT EXISTS (SELECT 1 FROM survey WHERE plan = ? AND round = ?)"
        guard try Bool.fetchOne(db, sql: sql, arguments: [plan, round]) == true else {
            throw PlanError(.notFound, Reason("survey.unknown"))
        }
    }
}
