import Foundation
import GRDB
import PlanDomain
import Survey
import Workflow

/// An input whose words go; its number, day, section and disposition stay.
struct ErasedInput {
    private let number: InputNumber
    private let plan: PlanID

    init(_ number: InputNumber, _ plan: PlanID) {
        self.number = number
        self.plan = plan
    }

    /// Whether nobody decided yet what is done with it: without its words nobody can.
    func isUnanswered(_ db: Database) throws -> Bool {
        let sql = """
            SELECT EXISTS (
                SELECT 1 FROM inputDesk WHERE input = ? AND plan = ?
                    AND state IN ('toBeJudged', 'received', 'proposed'))
            """
        return try Bool.fetchOne(db, sql: sql, arguments: [number, plan]) == true
    }

    func erase(on day: CalendarDate, _ db: Database) throws {
        guard let input = try InputRecord.all(of: plan, numbers: [number], db).first else { return }
        let words = [input.content.text, input.content.proposal ?? ""].filter { !$0.isEmpty }
        try eraseElsewhere(words, input.source, db)
        for sql in [
            "UPDATE inputVersion SET text = NULL, proposal = NULL WHERE input = ? AND plan = ?",
            "UPDATE moderation SET whyNot = NULL WHERE input = ? AND plan = ?",
            "DELETE FROM redaction WHERE input = ? AND plan = ?",
            "DELETE FROM attachment WHERE input = ? AND plan = ?",
        ] {
            try db.execute(sql: sql, arguments: [number, plan])
        }
        let withdrawnAt =
            try isUnanswered(db) ? Moment(Date(timeIntervalSince1970: Double(day.dayNumber) * 86_400)) : nil
        try db.execute(
            sql: """
                UPDATE input SET recordKey = NULL, withdrawnAt = coalesce(withdrawnAt, ?) WHERE number = ? AND plan = ?
                """,
            arguments: [withdrawnAt, number, plan])
        try DeskRecord.refreshWords([number], of: plan, db)
    }

    /// Where the very same words stand because the input was made of them, or was told of.
    private func eraseElsewhere(_ words: [String], _ source: InputSource?, _ db: Database) throws {
        switch source {
        case .session(let id): try cut(words, fromReportsOf: id, db)
        case .answer(let sheet, let question): try eraseAnswer(question, of: sheet, db)
        case .document, nil: break
        }
        let mails = try db.list(
            "SELECT number, opened(text, recordKey, 'text') FROM mail WHERE text IS NOT NULL"
        ) { (try $0.decode(MailNumber.self, atIndex: 0), try $0.decode(String.self, atIndex: 1)) }
        for (mail, text) in mails where words.contains(where: { text.contains($0) }) {
            try db.execute(
                sql: """
                    UPDATE mail SET text = sealed(?, recordKey, 'text'), calendar = NULL WHERE number = ?
                    """,
                arguments: [words.reduce(text) { $0.replacingOccurrences(of: $1, with: Self.gap) }, mail])
        }
    }

    /// A report holds what others said as well, so the words alone go, in every version.
    private func cut(_ words: [String], fromReportsOf session: String, _ db: Database) throws {
        let sql = """
            SELECT r.version, opened(r.text, recordKey, 'text') FROM sessionReport AS r
            JOIN session ON session.id = r.session WHERE r.session = ? AND plan = ?
            """
        let reports = try db.list(sql, [session, plan]) {
            (try $0.decode(Int.self, atIndex: 0), try $0.decode(String?.self, atIndex: 1) ?? "")
        }
        for (version, text) in reports {
            let left = words.reduce(text) { $0.replacingOccurrences(of: $1, with: Self.gap) }
            guard left != text else { continue }
            try db.execute(
                sql: """
                    UPDATE sessionReport SET text = sealed(?, (SELECT recordKey FROM session WHERE id = ?), 'text')
                    WHERE session = ? AND version = ?
                    """,
                arguments: [left, session, session, version])
        }
    }

    private func eraseAnswer(_ question: Question.ID, of sheet: String, _ db: Database) throws {
        try AnswerColumn.erase(question, of: sheet, in: plan, db)
    }

    /// What stands where words were cut out; it is part of the text, so always Dutch.
    private static let gap = "[gewist]"
}
