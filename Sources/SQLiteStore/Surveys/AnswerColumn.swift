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

    static func sheet(of row: Row) throws -> AnswerSheet {
        try JSONDecoder().decode(AnswerSheet.self, from: try row.decode(Data.self, forColumn: "openAnswers"))
    }
}

extension SurveyResponse.Way: DatabaseValueConvertible {}
