import GRDB
import PlanDomain
import Workflow

/// What inputs are about.
extension SQLiteStore: ThemeStore {
    public func themes(of plan: PlanID) async throws -> [Theme] {
        try await read { db in
            let sql = "SELECT id, plan, name, words, state, decidedBy FROM theme WHERE plan = ? ORDER BY name"
            return try db.list(sql, [plan]) { row in
                Theme(
                    id: try row.decode(forColumn: "id"), plan: try row.decode(forColumn: "plan"),
                    name: try row.decode(forColumn: "name"), words: try row.decode(forColumn: "words"),
                    state: try row.decode(forColumn: "state"), decidedBy: try row.decode(forColumn: "decidedBy"))
            }
        }
    }

    public func inputThemes(of plan: PlanID) async throws -> [InputNumber: InputTheme] {
        try await read { db in
            let sql = "SELECT input, theme, confirmedBy FROM inputTheme WHERE plan = ?"
            let rows = try db.list(sql, [plan]) { row in
                (
                    try row.decode(InputNumber.self, forColumn: "input"),
                    InputTheme(
                        theme: try row.decode(forColumn: "theme"), confirmedBy: try row.decode(forColumn: "confirmedBy")
                    )
                )
            }
            return Dictionary(rows) { first, _ in first }
        }
    }

    public func themeCounts(of plan: PlanID) async throws -> [ThemeID: ThemeCount] {
        try await read { db in
            let sql = """
                SELECT t.theme, sum(t.confirmedBy IS NOT NULL) AS confirmed, sum(t.confirmedBy IS NULL) AS proposed
                FROM inputTheme AS t JOIN inputDesk AS d ON d.plan = t.plan AND d.input = t.input
                WHERE t.plan = ? AND d.isAdmitted AND d.state <> 'withdrawn' GROUP BY t.theme
                """
            let rows = try db.list(sql, [plan]) { row in
                (
                    try row.decode(ThemeID.self, forColumn: "theme"),
                    ThemeCount(
                        confirmed: try row.decode(forColumn: "confirmed"),
                        proposed: try row.decode(forColumn: "proposed"))
                )
            }
            return Dictionary(rows) { first, _ in first }
        }
    }

    public func save(_ theme: Theme) async throws {
        try await write { db in try Self.write(theme, db) }
    }

    public func merge(_ theme: ThemeID, into other: ThemeID, in plan: PlanID) async throws {
        try await write { db in
            try db.execute(
                sql: "UPDATE inputTheme SET theme = ? WHERE plan = ? AND theme = ?", arguments: [other, plan, theme])
            try db.execute(sql: "DELETE FROM theme WHERE plan = ? AND id = ?", arguments: [plan, theme])
        }
    }

    public func propose(
        _ themes: [Theme], _ assigned: [InputNumber: ThemeID], in plan: PlanID
    ) async throws {
        try await write { db in
            try db.execute(
                sql: """
                    DELETE FROM inputTheme WHERE plan = :plan AND (
                        confirmedBy IS NULL OR theme IN (SELECT id FROM theme WHERE plan = :plan AND state = 'proposed'))
                    """, arguments: ["plan": plan])
            try db.execute(sql: "DELETE FROM theme WHERE plan = ? AND state = 'proposed'", arguments: [plan])
            for theme in themes { try Self.write(theme, db) }
            let sql = """
                INSERT INTO inputTheme (plan, input, theme)
                SELECT plan, number, :theme FROM input WHERE plan = :plan AND number = :number
                ON CONFLICT (plan, input) DO NOTHING
                """
            for (number, theme) in assigned.sorted(by: { $0.key < $1.key }) {
                try db.cachedStatement(sql: sql)
                    .execute(arguments: ["plan": plan, "number": number, "theme": theme])
            }
        }
    }

    public func assign(
        _ numbers: [InputNumber], to theme: ThemeID?, in plan: PlanID, by person: PersonID
    ) async throws -> Int {
        try await write { db in
            let numbers = try JSONText(numbers)
            guard let theme else {
                let sql = "DELETE FROM inputTheme WHERE plan = ? AND input IN (SELECT value FROM json_each(?))"
                try db.execute(sql: sql, arguments: [plan, numbers])
                return db.changesCount
            }
            let sql = """
                INSERT INTO inputTheme (plan, input, theme, confirmedBy)
                SELECT plan, number, :theme, :person FROM input
                WHERE plan = :plan AND number IN (SELECT value FROM json_each(:numbers))
                ON CONFLICT (plan, input) DO UPDATE SET theme = excluded.theme, confirmedBy = excluded.confirmedBy
                WHERE theme <> excluded.theme OR confirmedBy IS NULL
                """
            try db.execute(
                sql: sql, arguments: ["theme": theme, "person": person, "plan": plan, "numbers": numbers])
            return db.changesCount
        }
    }

    public func confirmInputs(of theme: ThemeID, in plan: PlanID, by person: PersonID) async throws -> Int {
        try await write { db in
            try db.execute(
                sql: "UPDATE inputTheme SET confirmedBy = ? WHERE plan = ? AND theme = ? AND confirmedBy IS NULL",
                arguments: [person, plan, theme])
            return db.changesCount
        }
    }

    public func clear(_ theme: ThemeID, in plan: PlanID) async throws {
        try await write { db in
            try db.execute(sql: "DELETE FROM inputTheme WHERE plan = ? AND theme = ?", arguments: [plan, theme])
        }
    }

    public func themeSamples(of plan: PlanID, each limit: Int) async throws -> [ThemeID: [InputNumber]] {
        try await read { db in
            let sql = """
                SELECT theme, input FROM (
                    SELECT t.theme, t.input,
                        row_number() OVER (PARTITION BY t.theme ORDER BY t.confirmedBy IS NULL, t.input) AS place
                    FROM inputTheme AS t JOIN inputDesk AS d ON d.plan = t.plan AND d.input = t.input
                    WHERE t.plan = ? AND d.isAdmitted AND d.state <> 'withdrawn')
                WHERE place <= ? ORDER BY theme, place
                """
            var samples: [ThemeID: [InputNumber]] = [:]
            for (theme, number) in try db.list(
                sql, [plan, limit],
                { (try $0.decode(ThemeID.self, atIndex: 0), try $0.decode(InputNumber.self, atIndex: 1)) })
            {
                samples[theme, default: []].append(number)
            }
            return samples
        }
    }

    private static func write(_ theme: Theme, _ db: Database) throws {
        let taken = "SELECT EXISTS (SELECT 1 FROM theme WHERE plan = ? AND name = ? AND id <> ?)"
        if try Bool.fetchOne(db, sql: taken, arguments: [theme.plan, theme.name, theme.id]) == true {
            throw PlanError(.conflict, Reason("theme.name-taken", ["name": .text(theme.name)]))
        }
        try db.insert(
            into: "theme",
            [
                "id": theme.id, "plan": theme.plan, "name": theme.name, "words": theme.words, "state": theme.state,
                "decidedBy": theme.decidedBy,
            ], updatingBy: "id")
    }
}
