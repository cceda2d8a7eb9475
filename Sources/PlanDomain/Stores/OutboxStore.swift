import Foundation

/// The mail that is to be sent: queued in the same store as what it tells of, so that a restart loses none.
public protocol OutboxStore: Sendable {
    /// Queues all of them, or none.
    func queue(_ mail: [NewMail], at moment: Date) async throws
    /// Says whenever there may be mail to send that was not there before: something was queued, released, retried or
    /// preferred at once. Every caller has a stream of its own.
    func mailArrivals() -> AsyncStream<Void>

    /// Mail that may be tried at a moment, the one that may longest first.
    func dueMail(at moment: Date, limit: Int) async throws -> [QueuedMail]
    /// Mail that waits for the digest, in the order in which it was queued.
    func digestMail() async throws -> [QueuedMail]
    /// Lets mail that waited for the digest go by itself; what waits no more is left alone.
    func release(_ mail: [MailNumber], at moment: Date) async throws
    /// Queues a digest and erases the words of what stands in it. `conflict` when one of them waits no more, then
    /// nothing has changed.
    func gather(_ mail: [MailNumber], as digest: NewMail, at moment: Date) async throws
    /// Writes down what became of attempts, and erases the words of what was sent.
    ///
    /// That a mail was sent is written down whatever happened to it meanwhile; the rest only of mail that still waits.
    func note(_ notes: [DeliveryNote]) async throws

    /// Newest first, of one state when it is given; before a number, for the next part of a long list.
    func outbox(_ state: QueuedMail.State?, before: MailNumber?, limit: Int) async throws -> [QueuedMail]
    /// How many there are of each state; states without mail are absent.
    func outboxCounts() async throws -> [QueuedMail.State: Int]
    /// Nil when there is no such mail.
    func mail(_ number: MailNumber) async throws -> QueuedMail?
    /// Lets mail that failed or waits be tried from a moment on, with all attempts before it. `notFound` when it is not
    /// there, `conflict` when it was sent, gathered or withdrawn.
    func retry(_ mail: MailNumber, at moment: Date) async throws
    /// Lets all mail that waits after an attempt be tried from a moment on: the settings have changed.
    func retryWaitingMail(at moment: Date) async throws
    /// Takes mail that failed or waits out of the outbox, words and all. `notFound` and `conflict` as above.
    func withdraw(_ mail: MailNumber, at moment: Date) async throws

    /// `daily` for an address that never said otherwise.
    func mailPreference(of address: MailAddress) async throws -> MailPreference
    func save(_ preference: MailPreference, of address: MailAddress) async throws
}

/// By which server mail leaves.
public protocol MailSettingsStore: Sendable {
    /// Nil while none were saved.
    func mailSettings() async throws -> MailSettings?
    /// Saves settings as a whole; nil forgets them, and mail waits.
    func save(_ settings: MailSettings?) async throws
}
