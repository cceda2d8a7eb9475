import Foundation
import PlanDomain
import Workflow

/// A mail as it goes over the network (RFC 5322 and 2045): header, text, and the calendar entry where there is one.
///
/// The same mail gives the same bytes every time that it is tried, so that what arrives twice can be recognised by its
/// Message-ID (RFC 5321, 4.5.3.2.6 tells why that can happen).
struct MailMessage {
    private let mail: Letter
    private let settings: MailSettings
    private let time: OfficeTime

    /// What a message is made of, queued or not.
    struct Letter {
        let key: String
        let to: MailAddress
        let name: String
        let language: String
        let subject: String
        let text: String
        let calendar: String?
        let writtenAt: Date
    }

    init(_ mail: Letter, from settings: MailSettings, time: OfficeTime = OfficeTime()) {
        self.mail = mail
        self.settings = settings
        self.time = time
    }

    /// ASCII throughout, each line ended by CRLF.
    var bytes: [UInt8] { Array((header + body).utf8) }

    private var header: String {
        [
            "Date: " + date(mail.writtenAt),
            "Message-ID: <\(mail.key)@\(domain(of: settings.sender))>",
            HeaderText.line("From", settings.senderName, address: settings.sender.rawValue),
            HeaderText.line("To", mail.name, address: mail.to.rawValue),
            HeaderText.line("Subject", mail.subject),
            // Asks out-of-office replies to stay away (RFC 3834, 5).
            "Auto-Submitted: auto-generated",
            "Content-Language: " + (mail.language == "en" ? "en" : "nl"),
            "MIME-Version: 1.0",
        ].map { $0 + "\r\n" }.joined()
    }

    private var body: String {
        let text =
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            + QuotedPrintable.encoded(mail.text)
        guard let calendar = mail.calendar else { return text }
        // Quoted-printable never holds "=_" and base64 no "=" but at its end: no part can contain this (RFC 2045, 6.7).
        let boundary = "=_" + mail.key
        return """
            Content-Type: multipart/mixed; boundary="\(boundary)"\r
            \r
            --\(boundary)\r
            \(text)\r
            --\(boundary)\r
            \(attachment(calendar))\r
            --\(boundary)--\r

            """
    }

    /// In base64, because a calendar's line ends count and its lines may be in any language.
    private func attachment(_ calendar: String) -> String {
        let content = Data(calendar.utf8).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        return """
            Content-Type: text/calendar; charset=utf-8; method=PUBLISH\r
            Content-Transfer-Encoding: base64\r
            Content-Disposition: attachment; filename="\(mail.language == "en" ? "calendar" : "agenda").ics"\r
            \r
            \(content)\r

            """
    }

    private func domain(of address: MailAddress) -> Substring {
        address.rawValue.drop { $0 != "@" }.dropFirst()
    }

    /// Such as `Mon, 05 Jun 2023 10:00:00 +0200` (RFC 5322, 3.3), on the clock of the town hall.
    private func date(_ moment: Date) -> String {
        let offset = time.secondsFromUTC(at: moment)
        let day = CalendarDate(moment, secondsFromUTC: offset)
        let second = Int(moment.timeIntervalSince1970.rounded(.down)) + offset - day.dayNumber * 86_400
        let clock = [second / 3_600, second / 60 % 60, second % 60].map(twoDigits).joined(separator: ":")
        let zone = (offset < 0 ? "-" : "+") + twoDigits(abs(offset) / 3_600) + twoDigits(abs(offset) / 60 % 60)
        let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.weekday - 1]
        let month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][day.month - 1]
        return "\(weekday), \(twoDigits(day.day)) \(month) \(day.year) \(clock) \(zone)"
    }

    private func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}

extension MailMessage.Letter {
    /// Nil for a mail whose words were erased.
    init?(_ mail: QueuedMail) {
        guard let text = mail.text else { return nil }
        self.init(
            key: mail.key, to: mail.to, name: mail.name, language: mail.language, subject: mail.subject, text: text,
            calendar: mail.calendar, writtenAt: mail.queuedAt)
    }
}
