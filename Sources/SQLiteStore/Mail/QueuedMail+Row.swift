import Foundation
import GRDB
import PlanDomain

extension QueuedMail {
    /// Columns of `mail`, with what is sealed opened: the one place where it is.
    static let columns = """
        number, key, opened(recipient, recordKey, 'recipient') AS recipient, opened(name, recordKey, 'name') AS name,
        language, opened(subject, recordKey, 'subject') AS subject, opened(text, recordKey, 'text') AS text,
        opened(calendar, recordKey, 'calendar') AS calendar, urgency, queuedAt, state, attempts, nextAttempt,
        settledAt, opened(answer, recordKey, 'answer') AS answer, digest
        """

    init(row: Row) throws {
        func moment(_ column: String) throws -> Date? {
            try (row.decode(forColumn: column) as Moment?)?.date
        }
        let queuedAt: Moment = try row.decode(forColumn: "queuedAt")
        self.init(
            id: try row.decode(forColumn: "number"), key: try row.decode(forColumn: "key"),
            to: try row.decode(forColumn: "recipient"), name: try row.decode(forColumn: "name"),
            language: try row.decode(forColumn: "language"), subject: try row.decode(forColumn: "subject"),
            text: try row.decode(forColumn: "text"), calendar: try row.decode(forColumn: "calendar"),
            urgency: try row.decode(forColumn: "urgency"), queuedAt: queuedAt.date,
            state: try row.decode(forColumn: "state"), attempts: try row.decode(forColumn: "attempts"),
            nextAttempt: try moment("nextAttempt"), settledAt: try moment("settledAt"),
            answer: try row.decode(forColumn: "answer"), digest: try row.decode(forColumn: "digest"))
    }
}

extension NewMail {
    /// - Parameter nextAttempt: nil to let it wait for the digest.
    func insert(queuedAt: Date, nextAttempt: Date?, _ db: Database) throws {
        let record = try db.newKey()
        func sealed(_ text: String?, _ field: String) throws -> Data? { try db.sealed(text, under: record, as: field) }
        try db.insert(
            into: "mail",
            [
                "recordKey": record, "recipient": try sealed(to.rawValue, "recipient"),
                "recipientIndex": try db.blindIndex(to.rawValue), "name": try sealed(name, "name"),
                "language": language, "subject": try sealed(subject, "subject"), "text": try sealed(text, "text"),
                "calendar": try sealed(calendar, "calendar"), "urgency": urgency, "queuedAt": Moment(queuedAt),
                "nextAttempt": nextAttempt.map(Moment.init),
            ])
    }
}

extension MailSettings {
    init(row: Row) throws {
        let user: String? = try row.decode(forColumn: "user")
        let password: String? = try row.decode(forColumn: "password")
        try self.init(
            host: try row.decode(forColumn: "host"), port: try row.decode(forColumn: "port"),
            security: try row.decode(forColumn: "security"),
            login: user.flatMap { user in password.map { Login(user: user, password: $0) } },
            authorityFile: try row.decode(forColumn: "authorityFile"),
            sender: try row.decode(forColumn: "sender"), senderName: try row.decode(forColumn: "senderName"),
            siteAddress: try row.decode(forColumn: "siteAddress"))
    }

    var rowValues: RowValues {
        [
            "id": 1, "host": host, "port": port, "security": security, "user": login?.user,
            "password": login?.password, "authorityFile": authorityFile, "sender": sender, "senderName": senderName,
            "siteAddress": siteAddress,
        ]
    }
}

extension MailNumber: DatabaseValueConvertible {}
extension NewMail.Urgency: DatabaseValueConvertible {}
extension QueuedMail.State: DatabaseValueConvertible {}
extension MailPreference: DatabaseValueConvertible {}
extension MailSettings.Security: DatabaseValueConvertible {}
