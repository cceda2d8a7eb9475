import Foundation
import GRDB
import PlanDomain
import Workflow

/// Rows of `intakeDocument`: the one place where what somebody wrote to the office is written down and read.
struct IntakeDocumentRecord {
    /// What the column `details` holds; all of it may name people.
    private struct Details: Codable {
        let title: String
        let text: String
        let fileName: String?
        let mail: MailOrigin?
        let enclosures: [String]
        let lateReason: String?

        /// Of a document that was erased.
        init() {
            (title, text, fileName, mail, enclosures, lateReason) = ("", "", nil, nil, [], nil)
        }

        init(_ document: IntakeDocument) {
            title = document.title
            text = document.text
            fileName = document.file?.name
            mail = document.mail
            enclosures = document.enclosures
            lateReason = document.lateReason
        }
    }

    /// The latest first.
    static func all(of plan: PlanID, id: IntakeDocumentID?, _ db: Database) throws -> [IntakeDocument] {
        let sql = """
            SELECT *, openedBytes(details, recordKey, 'details') AS openDetails FROM intakeDocument
            WHERE plan = ?1 AND (?2 IS NULL OR id = ?2)
            ORDER BY takenInAt DESC, id
            """
        return try db.list(sql, [plan, id], document)
    }

    static func add(_ document: IntakeDocument, bytes: Data?, _ db: Database) throws {
        let key = try db.newKey()
        try db.insert(
            into: "intakeDocument",
            [
                "id": document.id, "plan": document.plan, "round": document.round, "kind": document.kind,
                "arrivedOn": document.arrivedOn, "organisation": document.organisation?.name,
                "correspondent": document.correspondent, "partOf": document.partOf, "recordKey": key,
                "details": try db.sealed(try details(document), under: key, as: "details"),
                "fileType": document.file?.type, "fileSize": document.file?.size, "digest": document.file?.digest,
                "takenInBy": document.takenInBy, "takenInAt": Moment(document.takenInAt),
                "standing": document.standing, "finishedAt": document.finishedAt.map(Moment.init),
                "version": document.version,
            ])
        guard let bytes else { return }
        let sealed = try db.sealed(bytes, under: key, as: "bytes")
        try db.insert(into: "intakeFile", ["document": document.id, "bytes": sealed])
    }

    /// The file that it came in as.
    static func bytes(of id: IntakeDocumentID, in plan: PlanID, _ db: Database) throws -> Data? {
        let sql = """
            SELECT openedBytes(bytes, recordKey, 'bytes') FROM intakeFile
            JOIN intakeDocument ON intakeDocument.id = document WHERE document = ? AND plan = ?
            """
        return try db.list(sql, [id, plan]) { try $0.decode(Data?.self, atIndex: 0) }.first ?? nil
    }

    /// Gives whether there was one to change, one version before it.
    static func change(_ document: IntakeDocument, _ db: Database) throws -> Bool {
        try db.execute(
            sql: """
                UPDATE intakeDocument SET standing = ?, details = sealed(?, recordKey, 'details'), finishedAt = ?, version = ?
                WHERE id = ? AND plan = ? AND version = ?
                """,
            arguments: [
                document.standing, try details(document), document.finishedAt.map(Moment.init), document.version,
                document.id, document.plan, document.version - 1,
            ])
        return db.changesCount == 1
    }

    private static func details(_ document: IntakeDocument) throws -> Data {
        try JSONEncoder().encode(Details(document))
    }

    private static func document(_ row: Row) throws -> IntakeDocument {
        let sealed: Data? = try row.decode(forColumn: "openDetails")
        let details = try sealed.map { try JSONDecoder().decode(Details.self, from: $0) } ?? Details()
        let type: SourceType? = try row.decode(forColumn: "fileType")
        return IntakeDocument(
            id: try row.decode(forColumn: "id"), plan: try row.decode(forColumn: "plan"),
            round: try row.decode(forColumn: "round"), kind: try row.decode(forColumn: "kind"),
            arrivedOn: try row.decode(forColumn: "arrivedOn"),
            organisation: try row.decode(String?.self, forColumn: "organisation").map(Organisation.init(name:)),
            correspondent: try row.decode(forColumn: "correspondent"), title: details.title, text: details.text,
            file: try type.map { type in
                KeptFile(
                    name: details.fileName ?? "", type: type, size: try row.decode(forColumn: "fileSize"),
                    digest: try row.decode(forColumn: "digest"))
            }, mail: details.mail, enclosures: details.enclosures, partOf: try row.decode(forColumn: "partOf"),
            takenInBy: try row.decode(forColumn: "takenInBy"),
            takenInAt: try row.decode(Moment.self, forColumn: "takenInAt").date,
            standing: try row.decode(forColumn: "standing"), lateReason: details.lateReason,
            finishedAt: try row.decode(Moment?.self, forColumn: "finishedAt")?.date,
            version: try row.decode(forColumn: "version"))
    }
}

extension IntakeDocument.Kind: DatabaseValueConvertible {}
extension IntakeDocument.Standing: DatabaseValueConvertible {}
extension SourceType: DatabaseValueConvertible {}
