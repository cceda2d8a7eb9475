import Foundation
import GRDB
import PlanDomain
import Workflow

/// Counting inputs for the overview.
extension SQLiteStore: CoverageStore {
    public func coverage(of plan: PlanID) async throws -> [CoverageCell] {
        try await read { db in
            let sql = """
                SELECT d.section, d.submitter, theme.id AS theme, d.round, d.channel, d.state, d.outcome, d.isOpen,
                    count(*) AS count
                FROM inputDesk AS d
                LEFT JOIN inputTheme AS t ON t.plan = d.plan AND t.input = d.input
                LEFT JOIN theme ON theme.id = t.theme AND theme.state = 'confirmed'
                WHERE d.plan = ? GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
                """
            return try db.list(sql, [plan]) { row in
                CoverageCell(
                    section: try row.decode(forColumn: "section"), submitter: try row.decode(forColumn: "submitter"),
                    theme: try row.decode(forColumn: "theme"), round: try row.decode(forColumn: "round"),
                    channel: try row.decode(forColumn: "channel"), state: try row.decode(forColumn: "state"),
                    outcome: try row.decode(forColumn: "outcome"), isOpen: try row.decode(forColumn: "isOpen"),
                    count: try row.decode(forColumn: "count"))
            }
        }
    }

    public func inputFlow(of plan: PlanID) async throws -> [InputFlow] {
        try await read { db in
            let sql = """
                SELECT hour, channel, sum(isReceived) AS received, sum(NOT isReceived) AS answered FROM (
                    SELECT receivedAt / 3600000 AS hour, channel, 1 AS isReceived FROM inputDesk WHERE plan = :plan
                    UNION ALL SELECT answeredAt / 3600000, channel, 0 FROM (\(Self.answers)) WHERE answeredAt IS NOT NULL)
                GROUP BY hour, channel ORDER BY hour, channel
                """
            return try db.list(sql, ["plan": plan]) { row in
                InputFlow(
                    hour: Date(timeIntervalSince1970: Double(try row.decode(Int.self, forColumn: "hour")) * 3_600),
                    channel: try row.decode(forColumn: "channel"), received: try row.decode(forColumn: "received"),
                    answered: try row.decode(forColumn: "answered"))
            }
        }
    }

    /// When each input that nobody waits for an answer to got one: the last that was adopted, or that it left.
    private static let answers = """
        SELECT d.channel, CASE
            WHEN d.state = 'withdrawn' THEN
                (SELECT withdrawnAt FROM input WHERE plan = d.plan AND number = d.input)
            WHEN d.state = 'inadmissible' THEN
                (SELECT judgedAt FROM moderation WHERE plan = d.plan AND input = d.input)
            ELSE adopted.recordedAt END AS answeredAt
        FROM inputDesk AS d
        LEFT JOIN (
            SELECT json_extract(payload, '$.input') AS name, max(recordedAt) AS recordedAt FROM act
            WHERE plan = :plan AND json_extract(payload, '$.input') IS NOT NULL GROUP BY name
        ) AS adopted ON adopted.name = printf('INB-%04d', d.input)
        WHERE d.plan = :plan AND d.state NOT IN ('toBeJudged', 'received', 'proposed')
        """
}
