import GRDB
import PlanDomain
import Workflow

/// An act spread over its row of `act` and those of `actSection`. Its payload is kept in the JSON form that the
/// register signs.
struct ActRecord {
    /// Adds an act at the number that it bears; the table refuses a number or a commit that is taken.
    static func append(_ act: Act, to plan: PlanID, _ db: Database) throws {
        try db.insert(
            into: "act",
            [
                "plan": plan, "sequence": act.sequence, "id": act.id, "payload": try JSONText(act.payload),
                "text": act.text, "textTree": act.textTree, "function": act.author.function, "role": act.author.role,
                "pseudonym": act.author.pseudonym, "onBehalfOf": act.onBehalfOf?.function,
                "ground": act.onBehalfOf?.ground, "date": act.date, "recordedAt": Moment(act.recordedAt),
                "reasonHash": act.reasonHash, "workflowDigest": act.workflowDigest, "requestID": act.requestID,
            ])
        try db.insert(act.sections, into: "actSection") { section, place in
            ["plan": plan, "act": act.sequence, "position": place, "section": section]
        }
    }

    /// In the order of the register.
    static func all(of plan: PlanID, _ db: Database) throws -> [Act] {
        let sections = try sections(of: plan, db)
        let sql = "SELECT * FROM act WHERE plan = ? ORDER BY sequence"
        return try db.list(sql, [plan]) { try act($0, sections) }
    }

    /// Acts that adopt what is done with an input, or with any; without the sections that they are about.
    static func adoptions(of number: InputNumber?, in plan: PlanID, _ db: Database) throws -> [Act] {
        let input = "json_extract(payload, '$.input')"
        let sql = """
            SELECT * FROM act WHERE plan = :plan AND \(input) \(number == nil ? "IS NOT NULL" : "= :number")
            ORDER BY sequence
            """
        var arguments: StatementArguments = ["plan": plan]
        if let number { _ = arguments.append(contentsOf: ["number": number.description]) }
        return try db.list(sql, arguments) { try act($0, [:]) }
    }

    private static func act(_ row: Row, _ sections: [Int: [SectionID]]) throws -> Act {
        let sequence = try row.decode(Int.self, forColumn: "sequence")
        return Act(
            id: try row.decode(forColumn: "id"), sequence: sequence,
            payload: try row.decode(JSONText<ActPayload>.self, forColumn: "payload").value,
            sections: sections[sequence] ?? [], text: try row.decode(forColumn: "text"),
            textTree: try row.decode(forColumn: "textTree"), author: try Author(row: row),
            onBehalfOf: try substitution(row), date: try row.decode(forColumn: "date"),
            recordedAt: try row.decode(Moment.self, forColumn: "recordedAt").date,
            reasonHash: try row.decode(forColumn: "reasonHash"),
            workflowDigest: try row.decode(forColumn: "workflowDigest"),
            requestID: try row.decode(forColumn: "requestID"))
    }

    private static func substitution(_ row: Row) throws -> Act.Substitution? {
        guard let function = try row.decode(String?.self, forColumn: "onBehalfOf") else { return nil }
        return Act.Substitution(function: function, ground: try row.decode(forColumn: "ground"))
    }

    /// The sections of all acts at once, by the number of the act: two queries however many acts there are.
    private static func sections(of plan: PlanID, _ db: Database) throws -> [Int: [SectionID]] {
        let sql = "SELECT act, section FROM actSection WHERE plan = ? ORDER BY act, position"
        let rows = try Row.fetchCursor(db, sql: sql, arguments: [plan])
        var sections: [Int: [SectionID]] = [:]
        while let row = try rows.next() {
            sections[try row.decode(forColumn: "act"), default: []].append(try row.decode(forColumn: "section"))
        }
        return sections
    }
}
