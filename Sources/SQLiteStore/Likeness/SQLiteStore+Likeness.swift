import GRDB
import PlanDomain
import Workflow

/// Families of inputs, as a person confirms and rejects them.
extension SQLiteStore: LikenessStore {
    public func family(of number: InputNumber, in plan: PlanID) async throws -> InputFamily? {
        try await read { db in
            let sql = """
                SELECT input, likeness, confirmedBy FROM inputLikeness
                WHERE plan = :plan AND family = (SELECT family FROM inputLikeness WHERE plan = :plan AND input = :number)
                """
            let members = try db.list(sql, ["plan": plan, "number": number]) { row in
                InputFamily.Member(
                    number: try row.decode(forColumn: "input"), likeness: try row.decode(forColumn: "likeness"),
                    confirmedBy: try row.decode(forColumn: "confirmedBy"))
            }
            return members.count > 1 ? InputFamily(plan: plan, members: members) : nil
        }
    }

    public func families(
        of plan: PlanID, offset: Int, limit: Int
    ) async throws -> (lines: [InputFamilyLine], total: Int) {
        try await read { db in
            let families = """
                SELECT min(l.input) AS first, count(*) AS size, sum(confirmedBy IS NULL) AS unjudged,
                    sum(d.isOpen) AS open, max(l.input) FILTER (WHERE confirmedBy IS NULL) AS newest
                FROM inputLikeness AS l JOIN inputDesk AS d ON d.plan = l.plan AND d.input = l.input
                WHERE l.plan = ? GROUP BY family HAVING count(*) > 1
                """
            // The first of a family speaks for it and is not judged itself.
            let sql = """
                SELECT first, size, unjudged - EXISTS (
                    SELECT 1 FROM inputLikeness WHERE plan = ? AND input = first AND confirmedBy IS NULL
                ) AS proposed, open FROM (\(families))
                ORDER BY proposed > 0 DESC, size DESC, first LIMIT \(limit) OFFSET \(offset)
                """
            let lines = try db.list(sql, [plan, plan]) { row in
                InputFamilyLine(
                    first: try row.decode(forColumn: "first"), count: try row.decode(forColumn: "size"),
                    proposed: try row.decode(forColumn: "proposed"), open: try row.decode(forColumn: "open"))
            }
            let total = try Int.fetchOne(db, sql: "SELECT count(*) FROM (\(families))", arguments: [plan]) ?? 0
            return (lines, total)
        }
    }

    public func confirm(
        _ numbers: [InputNumber], alike first: InputNumber, in plan: PlanID, by person: PersonID
    ) async throws -> Int {
        try await write { db in
            let sql = """
                UPDATE inputLikeness SET confirmedBy = :person
                WHERE plan = :plan AND input <> :first AND confirmedBy IS NULL
                    AND input IN (SELECT value FROM json_each(:numbers)) AND \(Self.ofFamily)
                """
            try db.execute(
                sql: sql,
                arguments: ["person": person, "plan": plan, "first": first, "numbers": try JSONText(numbers)])
            return db.changesCount
        }
    }

    public func reject(
        _ numbers: [InputNumber], alike first: InputNumber, in plan: PlanID, by person: PersonID
    ) async throws -> Int {
        try await write { db in
            let among = "input <> :first AND input IN (SELECT value FROM json_each(:numbers)) AND \(Self.ofFamily)"
            let arguments: StatementArguments = [
                "plan": plan, "first": first, "numbers": try JSONText(numbers),
            ]
            let unlike = """
                INSERT INTO inputUnlike (plan, input, other, rejectedBy)
                SELECT plan, input, :first, :person FROM inputLikeness WHERE plan = :plan AND \(among)
                ON CONFLICT (plan, input, other) DO NOTHING
                """
            try db.execute(sql: unlike, arguments: arguments + ["person": person])
            try db.execute(
                sql: "DELETE FROM inputLikeness WHERE plan = :plan AND \(among)", arguments: arguments)
            return db.changesCount
        }
    }

    private static let ofFamily = """
        family = (SELECT family FROM inputLikeness WHERE plan = :plan AND input = :first)
        """

    public func opposed(in plan: PlanID) async throws -> [InputNumber] {
        try await read { db in
            try db.list(Opposition.inputs + " ORDER BY kin.input", ["plan": plan]) { try $0.decode(atIndex: 0) }
        }
    }

    public func opponents(
        of number: InputNumber, in plan: PlanID, limit: Int
    ) async throws -> [OpposedInput] {
        try await read { db in
            try db.list(Opposition.opponents + " LIMIT \(limit)", ["plan": plan, "number": number]) { row in
                OpposedInput(
                    number: try row.decode(forColumn: "input"), outcome: try row.decode(forColumn: "outcome"),
                    ground: try row.decode(Bool.self, forColumn: "byWords") ? .words : .change)
            }
        }
    }
}

/// Equals that get opposite answers, in SQL: for a plan, by what `inputDesk` knows of each.
enum Opposition {
    /// The numbers of all of them; without an order.
    static let inputs = """
        WITH \(kin), \(leaning)
        SELECT DISTINCT kin.input FROM kin JOIN leaning ON leaning.input = kin.input
        WHERE kin.kin IN (
            SELECT kin FROM kin JOIN leaning ON leaning.input = kin.input
            GROUP BY kin HAVING min(isFavourable) <> max(isFavourable))
        """

    /// Those of one input, by number.
    static let opponents = """
        WITH \(kin), \(leaning)
        SELECT other.input, outcome, max(other.kin LIKE 'family %') AS byWords FROM kin AS own
        JOIN kin AS other ON other.kin = own.kin AND other.input <> own.input
        JOIN leaning ON leaning.input = other.input
        WHERE own.input = :number
            AND isFavourable <> (SELECT isFavourable FROM leaning WHERE input = :number)
        GROUP BY other.input, outcome ORDER BY other.input
        """

    /// What inputs have in common: a family, or the change that they ask for.
    private static let kin = """
        kin (input, kin) AS (
            SELECT input, 'family ' || family FROM inputLikeness WHERE plan = :plan
            UNION ALL SELECT input, 'change ' || change FROM inputSignature WHERE plan = :plan AND change IS NOT NULL)
        """

    /// Which way the answer to an input goes, adopted or else proposed.
    private static let leaning = """
        leaning (input, outcome, isFavourable) AS (
            SELECT input, outcome, outcome IN (\(list(.favourable))) FROM inputDesk
            WHERE plan = :plan AND state NOT IN ('withdrawn', 'inadmissible')
                AND outcome IN (\(list(.favourable)), \(list(.unfavourable))))
        """

    private static func list(_ leaning: Outcome.Leaning) -> String {
        Outcome.allCases.filter { $0.leaning == leaning }.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    }
}
