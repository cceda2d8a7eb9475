import Foundation
import GRDB
import PlanDomain
import Workflow

/// A record with a key of its own, and where all of it lies: the one place that knows what goes when it is erased.
struct PersonalRecord {
    let subject: Erasure.Subject

    init(_ subject: Erasure.Subject) { self.subject = subject }

    /// Made of its key; nil for what is not there, or was erased.
    func mark(_ db: Database) throws -> String? {
        let (table, condition, arguments) = place
        let sql = "SELECT blindIndex(unwrapped(recordKey)) FROM \(table) WHERE \(condition)"
        return try String?.fetchOne(db, sql: sql, arguments: arguments).flatMap { $0 }
    }

    private var place: (table: String, condition: String, StatementArguments) {
        switch subject {
        case .person(let id): ("person", "id = ?", [id])
        case .contact(let id): ("contact", "id = ?", [id])
        case .correspondent(let id, let plan): ("correspondent", "id = ? AND plan = ?", [id, plan])
        case .document(let id, let plan): ("intakeDocument", "id = ? AND plan = ?", [id, plan])
        case .input(let number, let plan): ("input", "number = ? AND plan = ?", [number, plan])
        case .response(let id, let plan): ("surveyResponse", "id = ? AND plan = ?", [id, plan])
        }
    }

    /// The record itself first, then what goes along with it; nothing twice.
    ///
    /// With an input goes what it was taken from: its words stand there too.
    static func all(with subject: Erasure.Subject, _ db: Database) throws -> [Erasure.Subject] {
        var all: [Erasure.Subject] = []
        var waiting = [subject]
        while !waiting.isEmpty {
            let next = waiting.removeFirst()
            guard !all.contains(next) else { continue }
            all.append(next)
            waiting += try PersonalRecord(next).companions(db)
        }
        return all
    }

    private func companions(_ db: Database) throws -> [Erasure.Subject] {
        switch subject {
        case .person, .contact, .response: return []
        case .correspondent(let id, let plan):
            let documents = try documents(db, "correspondent = ? AND plan = ?", [id, plan])
            let sql = """
                SELECT number FROM input JOIN submission ON submission.plan = input.plan AND requestID = submission
                WHERE correspondent = ? AND input.plan = ? AND recordKey IS NOT NULL ORDER BY number
                """
            return documents + (try db.list(sql, [id, plan]) { .input(try $0.decode(atIndex: 0), plan) })
        case .document(let id, let plan): return try documents(db, "partOf = ? AND plan = ?", [id, plan])
        case .input(let number, let plan):
            let sql = "SELECT document FROM intakeCut WHERE input = ? AND plan = ?"
            let cut = try db.list(sql, [number, plan]) { try $0.decode(IntakeDocumentID.self, atIndex: 0) }
            return cut.map { .document($0, plan) }
        }
    }

    private func documents(
        _ db: Database, _ condition: String, _ arguments: StatementArguments
    ) throws -> [Erasure.Subject] {
        let sql = "SELECT id, plan FROM intakeDocument WHERE \(condition) AND recordKey IS NOT NULL ORDER BY id"
        return try db.list(sql, arguments) { .document(try $0.decode(atIndex: 0), try $0.decode(atIndex: 1)) }
    }

    /// Adds what this record is to what an erasure takes along.
    func count(in scope: inout ErasureScope, _ db: Database) throws {
        func number(_ sql: String, _ arguments: StatementArguments) throws -> Int {
            try Int.fetchOne(db, sql: sql, arguments: arguments) ?? 0
        }
        switch subject {
        case .input(let input, let plan):
            scope.inputs.append(input)
            if try ErasedInput(input, plan).isUnanswered(db) { scope.unanswered.append(input) }
            scope.files += try number("SELECT count(*) FROM attachment WHERE input = ? AND plan = ?", [input, plan])
        case .document(let id, _):
            scope.documents += 1
            scope.files += try number("SELECT count(*) FROM intakeFile WHERE document = ?", [id])
        case .person(let id):
            scope.drafts += try number("SELECT count(*) FROM inputDraft WHERE person = ?", [id])
            scope.drafts += try number("SELECT count(*) FROM draft WHERE person = ? AND NOT isClosed", [id])
        case .contact(let id): scope.drafts += try number("SELECT count(*) FROM inputDraft WHERE contact = ?", [id])
        case .correspondent, .response: break
        }
        if let mail = try ErasedReader(subject).mail(db) {
            scope.mails += try number("SELECT count(*) FROM mail WHERE recipientIndex = blindIndex(?)", [mail])
        }
    }

    /// Throws away the key and what is sealed under it, and what stands elsewhere because of it.
    func erase(on day: CalendarDate, _ db: Database) throws {
        switch subject {
        case .person, .contact, .correspondent: try ErasedReader(subject).erase(db)
        case .input(let number, let plan): try ErasedInput(number, plan).erase(on: day, db)
        case .document(let id, let plan):
            try db.execute(sql: "DELETE FROM intakeFile WHERE document = ?", arguments: [id])
            // By its digest a list that was taken in once is known, should somebody bring it again.
            let left = ["fileType", "fileSize", "digest"].map { "\($0) = CASE kind WHEN 'sheet' THEN \($0) END" }
            try db.execute(
                sql: """
                    UPDATE intakeDocument SET recordKey = NULL, details = NULL, \(left.joined(separator: ", ")),
                        version = version + 1
                    WHERE id = ? AND plan = ?
                    """,
                arguments: [id, plan])
        case .response(let id, let plan): try Self.eraseResponse(id, plan, db)
        }
    }

    private static func eraseResponse(_ id: ResponseID, _ plan: PlanID, _ db: Database) throws {
        try db.execute(
            sql: """
                UPDATE surveyRevision SET revision = revision + 1
                WHERE (plan, round) IN (SELECT plan, round FROM surveyResponse WHERE id = ?)
                """,
            arguments: [id])
        try db.execute(
            sql: "UPDATE surveyResponse SET recordKey = NULL, answers = NULL, receipt = NULL WHERE id = ? AND plan = ?",
            arguments: [id, plan])
    }
}
