import Foundation
import GRDB
import PlanDomain
import Workflow

/// Rows of `correspondent`: the one place where who wrote to the office is written down and read.
struct CorrespondentRecord {
    /// What the column `details` holds; all of it is personal data.
    private struct Details: Codable {
        let name: String
        let mail: String?
        let address: String
    }

    /// Without those that were erased.
    static func all(of plan: PlanID, id: CorrespondentID?, _ db: Database) throws -> [Correspondent] {
        let sql = """
            SELECT id, plan, openedBytes(details, recordKey, 'details') AS details FROM correspondent
            WHERE plan = ?1 AND (?2 IS NULL OR id = ?2) AND recordKey IS NOT NULL
            """
        return try db.list(sql, [plan, id]) { row in
            let details = try JSONDecoder().decode(Details.self, from: try row.decode(Data.self, forColumn: "details"))
            return Correspondent(
                id: try row.decode(forColumn: "id"), plan: try row.decode(forColumn: "plan"), name: details.name,
                mail: details.mail.flatMap { MailAddress($0) }, address: details.address)
        }
    }

    /// One that is there already is left as it is.
    static func add(_ writer: Correspondent, _ db: Database) throws {
        let details = Details(name: writer.name, mail: writer.mail?.rawValue, address: writer.address)
        let known = "SELECT EXISTS (SELECT 1 FROM correspondent WHERE id = ?)"
        guard try Bool.fetchOne(db, sql: known, arguments: [writer.id]) != true else { return }
        let key = try db.newKey()
        try db.insert(
            into: "correspondent",
            [
                "id": writer.id, "plan": writer.plan, "recordKey": key,
                "details": try db.sealed(try JSONEncoder().encode(details), under: key, as: "details"),
            ])
    }
}
