import Foundation
import GRDB
import PlanDomain
import Workflow

/// Somebody with a name: a person of the office, a contact, a correspondent. What hangs on them goes; that there was such a
/// person, under an id that tells nothing, stays, so that what they did in a function stays told.
struct ErasedReader {
    private let subject: Erasure.Subject

    init(_ subject: Erasure.Subject) { self.subject = subject }

    /// Nil where nobody can be written to.
    func mail(_ db: Database) throws -> String? { try known(db)?.mail }

    private func known(_ db: Database) throws -> (name: String, mail: String?)? {
        switch subject {
        case .person(let id): return try Self.known("person", id.rawValue, db)
        case .contact(let id): return try Self.known("contact", id.rawValue, db)
        case .correspondent(let id, let plan):
            let writer = try CorrespondentRecord.all(of: plan, id: id, db).first
            return writer.map { ($0.name, $0.mail?.rawValue) }
        case .document, .input, .response: return nil
        }
    }

    private static func known(_ table: String, _ id: String, _ db: Database) throws -> (name: String, mail: String?)? {
        let sql = """
            SELECT opened(name, recordKey, 'name'), opened(mail, recordKey, 'mail') FROM \(table)
            WHERE id = ? AND recordKey IS NOT NULL
            """
        return try db.list(sql, [id]) { row in
            (try row.decode(String.self, atIndex: 0), try row.decode(String?.self, atIndex: 1))
        }.first
    }

    func erase(_ db: Database) throws {
        if let (name, mail) = try known(db) {
            if let mail { try Self.eraseMail(to: mail, db) }
            try Self.eraseFilters(naming: name, db)
        }
        switch subject {
        case .person(let id): try Self.erase(id, db)
        case .contact(let id): try Self.erase(id, db)
        case .correspondent(let id, let plan):
            try db.execute(
                sql: "UPDATE correspondent SET recordKey = NULL, details = x'' WHERE id = ? AND plan = ?",
                arguments: [id, plan])
        case .document, .input, .response: break
        }
    }

    /// What went along in a digest has the same reader as the digest, so no row is left that names another.
    private static func eraseMail(to address: String, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM mail WHERE recipientIndex = blindIndex(?)", arguments: [address])
        try db.execute(sql: "DELETE FROM mailPreference WHERE addressIndex = blindIndex(?)", arguments: [address])
    }

    /// A filter that somebody saved may hold the name that they looked for.
    private static func eraseFilters(naming name: String, _ db: Database) throws {
        guard !name.isEmpty else { return }
        let filters = try db.list("SELECT plan, person, name, query FROM savedFilter") { row in
            try (0..<4).map { try row.decode(String.self, atIndex: $0) }
        }
        for filter in filters where filter[2...].contains(where: { $0.localizedStandardContains(name) }) {
            try db.execute(
                sql: "DELETE FROM savedFilter WHERE plan = ? AND person = ? AND name = ?",
                arguments: StatementArguments(filter.prefix(3)))
        }
    }

    private static func erase(_ person: PersonID, _ db: Database) throws {
        let owned = [
            "credentials", "recoveryCode", "signInSession", "accessLink", "draft", "editing", "pendingImport",
            "savedFilter", "inputRead", "toldTask", "inputDraft",
        ]
        for table in owned { try db.execute(sql: "DELETE FROM \(table) WHERE person = ?", arguments: [person]) }
        try db.execute(
            sql: """
                UPDATE person SET recordKey = NULL, name = NULL, mail = NULL, mailIndex = NULL, isDisabled = 1
                WHERE id = ?
                """,
            arguments: [person])
    }

    private static func erase(_ contact: ContactID, _ db: Database) throws {
        for table in ["signInSession", "accessLink", "inputDraft"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE contact = ?", arguments: [contact])
        }
        try db.execute(
            sql: """
                UPDATE contact SET recordKey = NULL, name = NULL, mail = NULL, mailIndex = NULL, function = NULL,
                    isDisabled = 1
                WHERE id = ?
                """,
            arguments: [contact])
    }
}
