import Foundation
import GRDB
import PlanDomain

extension QueuedMail {
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
    func rowValues(queuedAt: Date, nextAttempt: Date?) -> RowValues {
        [
            "recipient": to, "name": name, "language": language, "subject": subject, "text": text,
            "calendar": calendar, "urgency": urgency, "queuedAt": Moment(queuedAt),
            "nextAttempt": nextAttempt.map(Moment.init),
        ]
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
