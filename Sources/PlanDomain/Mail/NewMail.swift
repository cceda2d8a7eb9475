import Foundation

/// A mail that is to be sent, in the words of its reader; the outbox keeps it until a mail server took it.
public struct NewMail: Equatable, Sendable {
    public let to: MailAddress
    public let name: String
    /// The language that it is written in, and that of the digest that it goes along in: `nl` or `en`.
    public let language: String
    public let subject: String
    /// Plain text with lines of any length.
    public let text: String
    /// A calendar entry that goes with it (RFC 5545), whole.
    public let calendar: String?
    public let urgency: Urgency

    public init(
        to: MailAddress, name: String, language: String = "nl", subject: String, text: String,
        calendar: String? = nil, urgency: Urgency
    ) {
        self.to = to
        self.name = name
        self.language = language
        self.subject = subject
        self.text = text
        self.calendar = calendar
        self.urgency = urgency
    }

    public enum Urgency: String, CaseIterable, Codable, Sendable {
        /// Somebody cannot go on without it: a link, a receipt, a request that blocks others.
        case atOnce
        /// Goes along in the digest of the day, or at once for who prefers that.
        case digest
    }
}

/// How somebody wants the mail that can wait.
public enum MailPreference: String, CaseIterable, Codable, Sendable {
    /// Together, in one mail on every working day that brings something.
    case daily
    /// Each by itself as it comes.
    case atOnce
}
