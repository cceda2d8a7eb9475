import Foundation

/// A message as a mail program saved it (`.eml`; RFC 5322 and MIME, RFC 2045 to 2047 and 2231): who wrote it, when, the text
/// that a person would read, and what was sent along.
///
/// Mail from outside is not trusted: parts, depth and headers are bounded, nothing of it is run or fetched, and what can't be
/// read is left as it is rather than refused, as long as there is a text.
public struct MailFile: Equatable, Sendable {
    /// As it says itself; nothing proves it.
    public let sender: Mailbox?
    /// Where answers should go; nil where it does not say (RFC 5322, 3.6.2).
    public let replyTo: Mailbox?
    /// Whom the last server would have returned it to (RFC 5321, 4.4); nil for one that no server delivered.
    public let returnPath: Mailbox?
    public let subject: String
    public let sentAt: Date?
    /// Plain, with single line ends; made from HTML where there is nothing else.
    public let text: String
    public let attachments: [Attachment]

    public struct Mailbox: Equatable, Sendable {
        public let name: String
        public let address: String

        public init(name: String, address: String) {
            self.name = name
            self.address = address
        }
    }

    public struct Attachment: Equatable, Sendable {
        public let name: String
        public let type: String
        public let bytes: Data
    }

    /// Nil for what is no message: no headers, or no text and nothing sent along.
    public init?(_ bytes: Data) {
        guard bytes.count <= Self.sizeLimit, let message = MailPart(Array(bytes), depth: 0),
            message.headers["from"] != nil || message.headers["subject"] != nil
        else { return nil }
        var reading = MailReading()
        reading.read(message)
        sender = message.headers["from"].flatMap(Mailbox.init)
        replyTo = message.headers["reply-to"].flatMap(Mailbox.init)
        returnPath = message.headers["return-path"].flatMap(Mailbox.init)
        subject = EncodedWords.decoded(message.headers["subject"] ?? "")
        sentAt = message.headers["date"].flatMap(MailDate.date)
        text = reading.text
        attachments = reading.attachments
        if text.isEmpty, attachments.isEmpty { return nil }
    }

    /// Fifty megabytes, attachments included.
    public static let sizeLimit = 50 << 20
}

extension MailFile.Mailbox {
    /// Of `Name <address>`, `"Name" <address>` or an address alone; the first where there are several.
    init?(_ header: String) {
        if let found = header.firstMatch(of: /^\s*("(?:[^"\\]|\\.)*"|[^<,]*?)\s*<([^<>\s]+@[^<>\s]+)>/) {
            let quoted = found.1.trimmingCharacters(in: .whitespaces)
            let plain =
                quoted.hasPrefix("\"") ? String(quoted.dropFirst().dropLast()).replacing("\\", with: "") : quoted
            (name, address) = (EncodedWords.decoded(plain), String(found.2))
        } else if let found = header.firstMatch(of: /[^\s<>,;]+@[^\s<>,;]+/) {
            (name, address) = ("", String(found.0))
        } else {
            return nil
        }
    }
}

/// Gathers the text and the attachments of a message, part by part.
private struct MailReading {
    private(set) var text = ""
    private(set) var attachments: [MailFile.Attachment] = []

    mutating func read(_ part: MailPart) {
        let type = part.contentType
        switch type.name {
        case "multipart/alternative":
            // The same in several forms, the richest last; the plain one reads best.
            let parts = part.parts
            if let best = parts.first(where: { $0.contentType.name == "text/plain" }) ?? parts.last { read(best) }
        case let name where name.hasPrefix("multipart/"):
            for inner in part.parts { read(inner) }
        case "text/plain" where !part.isAttachment: add(part.decodedText)
        case "text/html" where !part.isAttachment: add(HTMLText.plain(part.decodedText))
        default:
            let name =
                part.fileName ?? (type.name == "message/rfc822" ? "bericht.eml" : "bijlage-\(attachments.count + 1)")
            attachments.append(MailFile.Attachment(name: name, type: type.name, bytes: Data(part.decodedBytes)))
        }
    }

    private mutating func add(_ more: String) {
        let more = more.trimmingCharacters(in: .whitespacesAndNewlines)
        text = [text, more].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}
