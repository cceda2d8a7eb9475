import GRDB
import PlanDomain
import Workflow

/// Reading what git says; ``apply(_:)`` writes it.
///
/// Each method reads one moment of its own: of two calls in a row the second may see a later update. Lists are decoded
/// by hand, since decoding through `Codable` takes three times as long.
extension SQLiteStore: ProjectionStore {
    public func projectedHeads(of plan: PlanID) async throws -> PlanHeads? {
        try await read { db in try Self.heads(of: plan, db) }
    }

    public func projectedPlans() async throws -> [PlanID] {
        try await read { db in try db.list("SELECT id FROM plan ORDER BY id") { try $0.decode(atIndex: 0) } }
    }

    /// By id. A plan counts as changed when its text was, at the moment that the last change in its history bears.
    public func summaries() async throws -> [PlanSummary] {
        try await read { db in
            let sql = """
                SELECT *,
                    (SELECT count(*) FROM section WHERE plan = plan.id) AS sectionCount,
                    (SELECT madeAt FROM change WHERE plan = plan.id ORDER BY position DESC LIMIT 1) AS changedAt
                FROM plan ORDER BY id
                """
            return try db.list(sql) { try PlanSummary(row: $0) }
        }
    }

    public func projectedPlan(_ plan: PlanID) async throws -> ProjectedPlan? {
        try await read { db -> ProjectedPlan? in
            guard let row = try Row.fetchOne(db, sql: "SELECT * FROM plan WHERE id = ?", arguments: [plan]) else {
                return nil
            }
            let record = try PlanRecord(row: row)
            return ProjectedPlan(
                id: record.id, heads: record.heads, metadata: record.metadata, stage: record.stage,
                stageLabel: record.stageLabel, typeLabel: record.typeLabel,
                sections: try db.list(Self.listed("section"), [plan]) { try ProjectedSection(row: $0) },
                texts: try db.list(Self.listed("documentText"), [plan]) { try TextFact(row: $0) },
                versions: try db.list(Self.listed("versionTag"), [plan]) { try VersionTag(row: $0) })
        }
    }

    /// Newest first by place in the history: the dates of commits come from elsewhere and need not rise.
    public func changes(of plan: PlanID, section: SectionID?) async throws -> [Change] {
        try await read { db in try ChangeRecord.newestFirst(of: plan, section: section, db) }
    }

    public func acts(of plan: PlanID) async throws -> [Act] {
        try await read { db in try ActRecord.all(of: plan, db) }
    }

    static func heads(of plan: PlanID, _ db: Database) throws -> PlanHeads? {
        let sql = "SELECT textHead, registerHead, registerSequence FROM plan WHERE id = ?"
        return try Row.fetchOne(db, sql: sql, arguments: [plan]).map(PlanRecord.heads)
    }

    private static func listed(_ table: String) -> String { "SELECT * FROM \(table) WHERE plan = ? ORDER BY position" }
}
