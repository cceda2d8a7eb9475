import Foundation
import GRDB
import PlanDomain
import Workflow

/// Judging inputs, and what is left out of them.
extension SQLiteStore {
    @discardableResult
    public func judge(
        _ judgements: [Moderation], telling: @escaping @Sendable (Set<InputNumber>) -> [NewMail]
    ) async throws -> Set<InputNumber> {
        let judged = try await write { db in
            var judged: Set<InputNumber> = []
            for judgement in judgements where try Self.isPresent(judgement, db) {
                try ModerationRecord.write(judgement, db)
                judged.insert(judgement.input)
            }
            if let plan = judgements.first?.plan { try DeskRecord.refreshWords(judged, of: plan, db) }
            if let moment = judgements.first?.judgedAt { try Self.queue(telling(judged), at: moment, db) }
            return judged
        }
        mailBell.ring()
        return judged
    }

    public func moderationRule(of plan: PlanID) async throws -> ModerationRule {
        try await read { db in
            let sql = "SELECT judgesForms FROM moderationRule WHERE plan = ?"
            let rules = try db.list(sql, [plan]) { ModerationRule(judgesForms: try $0.decode(atIndex: 0)) }
            return rules.first ?? ModerationRule()
        }
    }

    public func save(_ rule: ModerationRule, of plan: PlanID) async throws {
        try await write { db in
            try db.insert(
                into: "moderationRule", ["plan": plan, "judgesForms": rule.judgesForms], updatingBy: "plan")
        }
    }

    private static func isPresent(_ judgement: Moderation, _ db: Database) throws -> Bool {
        let sql = """
            SELECT EXISTS (
                SELECT 1 FROM input WHERE plan = ? AND number = ? AND version = ? AND withdrawnAt IS NULL)
            """
        return try Bool.fetchOne(db, sql: sql, arguments: [judgement.plan, judgement.input, judgement.version]) == true
    }
}

/// Rows of `moderation` and `redaction`.
struct ModerationRecord {
    static func write(_ judgement: Moderation, _ db: Database) throws {
        var whyNot: String?
        if case .inadmissible(let reason) = judgement.verdict { whyNot = reason }
        let key = try key(of: judgement.input, in: judgement.plan, db)
        try db.insert(
            into: "moderation",
            [
                "plan": judgement.plan, "input": judgement.input, "version": judgement.version,
                "verdict": whyNot == nil ? "admissible" : "inadmissible",
                "whyNot": try db.sealed(whyNot, under: key, as: "why not"), "judgedBy": judgement.judgedBy,
                "judgedAt": Moment(judgement.judgedAt),
            ], updatingBy: "plan, input")
        try db.execute(
            sql: "DELETE FROM redaction WHERE plan = ? AND input = ? AND version = ?",
            arguments: [judgement.plan, judgement.input, judgement.version])
        try write(judgement.redactions, of: judgement.input, version: judgement.version, in: judgement.plan, db)
    }

    static func write(
        _ redactions: [Redaction], of number: InputNumber, version: Int, in plan: PlanID, _ db: Database
    ) throws {
        let key = try redactions.isEmpty ? nil : key(of: number, in: plan, db)
        try db.insert(redactions, into: "redaction") { redaction, position in
            [
                "plan": plan, "input": number, "version": version, "position": position, "part": redaction.part,
                "start": redaction.start, "quote": try db.sealed(redaction.quote, under: key, as: "redaction"),
                "ground": redaction.ground,
                "isConfirmed": redaction.isConfirmed,
            ]
        }
    }

    private static func key(of number: InputNumber, in plan: PlanID, _ db: Database) throws -> Data? {
        let sql = "SELECT recordKey FROM input WHERE plan = ? AND number = ?"
        return try Data?.fetchOne(db, sql: sql, arguments: [plan, number]).flatMap { $0 }
    }

    /// What is left out of the present versions; of `numbers` alone when they are given.
    static func redactions(
        of plan: PlanID, numbers: [InputNumber]?, _ db: Database
    ) throws -> [InputNumber: [Redaction]] {
        let among = numbers == nil ? "" : "AND redaction.input IN (SELECT value FROM json_each(:numbers))"
        var arguments: StatementArguments = ["plan": plan]
        if let numbers { _ = arguments.append(contentsOf: ["numbers": try JSONText(numbers)]) }
        let sql = """
            SELECT redaction.input, part, start, opened(redaction.quote, recordKey, 'redaction') AS quote, ground,
                isConfirmed
            FROM redaction
            JOIN input ON input.plan = redaction.plan AND number = redaction.input AND input.version = redaction.version
            WHERE redaction.plan = :plan AND recordKey IS NOT NULL \(among)
            ORDER BY redaction.input, position
            """
        var redactions: [InputNumber: [Redaction]] = [:]
        for (input, redaction) in try db.list(
            sql, arguments,
            { (try $0.decode(InputNumber.self, forColumn: "input"), try Redaction(row: $0)) })
        {
            redactions[input, default: []].append(redaction)
        }
        return redactions
    }
}

extension Redaction {
    fileprivate init(row: Row) throws {
        self.init(
            part: try row.decode(forColumn: "part"), start: try row.decode(forColumn: "start"),
            quote: try row.decode(forColumn: "quote"), ground: try row.decode(forColumn: "ground"),
            isConfirmed: try row.decode(forColumn: "isConfirmed"))
    }
}

extension Admission {
    /// For a query that joins `input` and, where there is one, `moderation`.
    static let columns = "verdict, opened(whyNot, recordKey, 'why not') AS whyNot"

    /// Reads those columns; of an input that was erased nothing is left of why it did not take part.
    init(row: Row) throws {
        switch try row.decode(String?.self, forColumn: "verdict") {
        case nil: self = .toBeJudged
        case "admissible": self = .admissible
        default: self = .inadmissible(reason: try row.decode(String?.self, forColumn: "whyNot") ?? "")
        }
    }
}
