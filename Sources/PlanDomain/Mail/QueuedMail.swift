import Foundation

/// A mail in the outbox, with what became of it until now.
///
/// Once nobody needs its words any more (sent, withdrawn, gone along in a digest) they are erased, since they may hold
/// a link that lets its reader in. Who got it, its subject and the moment stay.
public struct QueuedMail: Identifiable, Equatable, Sendable {
    public let id: MailNumber
    /// Made by chance when it was queued and the same ever after: the Message-ID is made of it, so that a mail that
    /// went out twice can be recognised.
    public let key: String
    public let to: MailAddress
    public let name: String
    public let language: String
    public let subject: String
    /// Nil once erased.
    public let text: String?
    public let calendar: String?
    public let urgency: NewMail.Urgency
    public let queuedAt: Date
    public let state: State
    /// How often a mail server was asked to take it, since it was queued or retried by hand.
    public let attempts: Int
    /// From when it may be tried; nil for a mail that waits for the digest, and for one that waits no more.
    public let nextAttempt: Date?
    /// When it was sent, given up, withdrawn or gathered.
    public let settledAt: Date?
    /// What the mail server said last, in its own words.
    public let answer: String?
    /// The digest that it went along in.
    public let digest: MailNumber?

    public init(
        id: MailNumber, key: String, to: MailAddress, name: String, language: String, subject: String, text: String?,
        calendar: String?, urgency: NewMail.Urgency, queuedAt: Date, state: State, attempts: Int, nextAttempt: Date?,
        settledAt: Date?, answer: String?, digest: MailNumber?
    ) {
        self.id = id
        self.key = key
        self.to = to
        self.name = name
        self.language = language
        self.subject = subject
        self.text = text
        self.calendar = calendar
        self.urgency = urgency
        self.queuedAt = queuedAt
        self.state = state
        self.attempts = attempts
        self.nextAttempt = nextAttempt
        self.settledAt = settledAt
        self.answer = answer
        self.digest = digest
    }

    public enum State: String, CaseIterable, Codable, Sendable {
        case waiting
        /// Its words stand in a digest, which has a place in the outbox of its own.
        case gathered
        /// A mail server took it.
        case sent
        /// A mail server refused it for good, or it was tried for three days.
        case failed
        case withdrawn
    }
}

/// The place of a mail in the outbox; later ones are higher.
public struct MailNumber: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    public init(_ number: Int) { self.init(rawValue: number) }

    public var description: String { String(rawValue) }

    public static func < (left: MailNumber, right: MailNumber) -> Bool { left.rawValue < right.rawValue }
}
