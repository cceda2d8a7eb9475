import GRDB
import PlanDomain
import Workflow

/// A change spread over its row of `change` and the rows below it. `position` counts a plan's changes from 1, oldest
/// first.
struct ChangeRecord {
    /// Adds a change at a position that must be free. Lists keep the order that the commit gives them, doubles included.
    static func append(_ change: Change, to plan: PlanID, at position: Int, _ db: Database) throws {
        try db.insert(
            into: "change",
            [
                "plan": plan, "position": position, "id": change.id, "parent": change.parent,
                "function": change.author.function, "role": change.author.role, "pseudonym": change.author.pseudonym,
                "madeAt": Moment(change.madeAt), "summary": change.summary, "nature": change.nature,
                "touchesMetadata": change.touchesMetadata,
            ])
        try db.insert(change.sections, into: "changeSection") { touched, place in
            [
                "plan": plan, "change": position, "position": place, "section": touched.section, "kind": touched.kind,
                "wordsAdded": touched.wordsAdded, "wordsRemoved": touched.wordsRemoved,
            ]
        }
        try db.insert(change.documents, into: "changeDocument") { document, place in
            ["plan": plan, "change": position, "position": place, "document": document]
        }
        try db.insert(change.inputs, into: "changeInput") { input, place in
            ["plan": plan, "change": position, "position": place, "input": input]
        }
    }

    /// How many changes a plan has, which is the position of the newest.
    static func count(of plan: PlanID, _ db: Database) throws -> Int {
        let sql = "SELECT coalesce(max(position), 0) FROM change WHERE plan = ?"
        return try Int.fetchOne(db, sql: sql, arguments: [plan]) ?? 0
    }

    /// Newest first; those that touch `section` when it is given.
    static func newestFirst(of plan: PlanID, section: SectionID?, _ db: Database) throws -> [Change] {
        let lists = try Lists(plan, section, db)
        let sql = "SELECT * FROM change WHERE \(scope("position", section)) ORDER BY position DESC"
        return try db.list(sql, arguments(plan, section)) { try change($0, lists) }
    }

    /// Changes that carry an input out, and some others, oldest first; of what they touch, the input alone.
    static func naming(
        _ number: InputNumber, or others: [CommitID], in plan: PlanID, _ db: Database
    ) throws -> [Change] {
        let named = "SELECT change FROM changeInput WHERE plan = :plan AND input = :input"
        let arguments: StatementArguments = [
            "plan": plan, "input": number.description, "others": try JSONText(others.map(\.rawValue)),
        ]
        let positions = try Set(
            db.list(named, ["plan": plan, "input": number.description]) { try $0.decode(Int.self, atIndex: 0) })
        let sql = """
            SELECT * FROM change
            WHERE plan = :plan AND (position IN (\(named)) OR id IN (SELECT value FROM json_each(:others)))
            ORDER BY position
            """
        return try db.list(sql, arguments) { row in
            let position = try row.decode(Int.self, forColumn: "position")
            return try change(row, Lists(inputs: positions.contains(position) ? [position: [number.description]] : [:]))
        }
    }

    private static func change(_ row: Row, _ lists: Lists) throws -> Change {
        let position = try row.decode(Int.self, forColumn: "position")
        return Change(
            id: try row.decode(forColumn: "id"), parent: try row.decode(forColumn: "parent"),
            author: try Author(row: row), madeAt: try row.decode(Moment.self, forColumn: "madeAt").date,
            summary: try row.decode(forColumn: "summary"), nature: try row.decode(forColumn: "nature"),
            inputs: lists.inputs[position] ?? [], sections: lists.sections[position] ?? [],
            documents: lists.documents[position] ?? [], touchesMetadata: try row.decode(forColumn: "touchesMetadata"))
    }

    /// A condition on `column`, which holds positions of changes; see ``arguments(_:_:)``.
    private static func scope(_ column: String, _ section: SectionID?) -> String {
        section == nil
            ? "plan = :plan"
            : "plan = :plan AND \(column) IN (SELECT change FROM changeSection WHERE plan = :plan AND section = :section)"
    }

    private static func arguments(_ plan: PlanID, _ section: SectionID?) -> StatementArguments {
        section.map { ["plan": plan, "section": $0] } ?? ["plan": plan]
    }

    /// What belongs to many changes at once, by their position: three queries however many changes there are.
    private struct Lists {
        let sections: [Int: [SectionChange]]
        let documents: [Int: [String]]
        let inputs: [Int: [String]]

        /// Of changes of which nothing else is asked.
        init(inputs: [Int: [String]]) { (sections, documents, self.inputs) = ([:], [:], inputs) }

        init(_ plan: PlanID, _ section: SectionID?, _ db: Database) throws {
            func rows<Element>(of table: String, _ element: (Row) throws -> Element) throws -> [Int: [Element]] {
                let sql = "SELECT * FROM \(table) WHERE \(scope("change", section)) ORDER BY change, position"
                let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments(plan, section))
                var lists: [Int: [Element]] = [:]
                while let row = try rows.next() {
                    lists[try row.decode(forColumn: "change"), default: []].append(try element(row))
                }
                return lists
            }
            sections = try rows(of: "changeSection") { row in
                SectionChange(
                    section: try row.decode(forColumn: "section"), kind: try row.decode(forColumn: "kind"),
                    wordsAdded: try row.decode(forColumn: "wordsAdded"),
                    wordsRemoved: try row.decode(forColumn: "wordsRemoved"))
            }
            documents = try rows(of: "changeDocument") { try $0.decode(forColumn: "document") }
            inputs = try rows(of: "changeInput") { try $0.decode(forColumn: "input") }
        }
    }
}
