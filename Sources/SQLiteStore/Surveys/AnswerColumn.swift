import Foundation
import GRDB
import PlanDomain
import Survey

/// What somebody answered, as a row holds it: one JSON value, sealed under the key of the row. The one place where it is
/// written and read.
enum AnswerColumn {
    private static let field = "answers"
    /// For a query of rows that were not erased.
    static let opened = "openedBytes(answers, recordKey, '\(field)') AS openAnswers"

    /// What a row gets, under a key that is made for it.
    static func values(of sheet: AnswerSheet, _ db: Database) throws -> (key: Data, answers: Data?) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let key = try db.newKey()
        return (key, try db.sealed(try encoder.encode(sheet), under: key, as: field))
    }

    /// Takes one answer out of what somebody sent in.
    static func erase(_ question: Question.ID, of response: String, in plan: PlanID, _ db: Database) throws {
        let rows = "SELECT \(opened) FROM surveyResponse WHERE id = ? AND plan = ? AND recordKey IS NOT NULL"
        guard var sheet = try db.list(rows, [response, plan], sheet).first, sheet[question] != nil else { return }
        sheet[question] = nil
        let (key, answers) = try values(of: sheet, db)
        try db.execute(
            sql: "UPDATE surveyResponse SET recordKey = ?, answers = ? WHERE id = ?",
            arguments: [key, answers, response])
    }

    static func sheet(of row: Row) throws -> AnswerSheet {
        try JSONDecoder().decode(AnswerSheet.self, from: try row.decode(Data.self, forColumn: "openAnswers"))
    }
}

extension SurveyResponse.Way: DatabaseValueConvertible {}
