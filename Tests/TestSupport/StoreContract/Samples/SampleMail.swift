import Foundation
import PlanDomain
import Testing

/// Mail to put in an outbox, and moments to do it at.
enum SampleMail {
    /// The first minute; the others are counted from it.
    static func minute(_ count: Int) -> Date { Date(timeIntervalSince1970: 1_685_952_000 + Double(count) * 60) }

    static func reader(_ name: String = "bos") throws -> MailAddress {
        try #require(MailAddress("\(name)@gemeente.example"))
    }

    static func mail(
        to reader: String = "bos", subject: String = "Dag", text: String = "Hallo", calendar: String? = nil,
        urgency: NewMail.Urgency = .atOnce
    ) throws -> NewMail {
        NewMail(
            to: try self.reader(reader), name: "Bos", language: "en", subject: subject, text: text,
            calendar: calendar, urgency: urgency)
    }

    static func settings(host: String = "mail.example.org", password: String? = nil) throws -> MailSettings {
        try MailSettings(
            host: host, port: 587, security: .startTLS,
            login: password.map { MailSettings.Login(user: "plannen", password: $0) },
            authorityFile: password == nil ? nil : "/etc/ssl/eigen.pem", sender: reader("plannen"),
            senderName: "Gemeente Café", siteAddress: "https://plannen.example.org")
    }
}
