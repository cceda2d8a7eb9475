import Foundation
import Workflow

/// Where mail is sorted before it leaves and where is noted what became of it (*postkamer*).
///
/// It decides when what goes and what is tried again; the `Postman` of the mailing module walks.
public struct PostRoom: Sendable {
    /// Puts mail of one reader together into one.
    public typealias DigestWriter = @Sendable (_ mail: [QueuedMail]) -> (subject: String, text: String)

    private let store: any OutboxStore & MailSettingsStore
    private let time: OfficeTime
    private let digestHour: DigestHour
    private let writeDigest: DigestWriter

    public init(
        _ store: any OutboxStore & MailSettingsStore, time: OfficeTime = OfficeTime(),
        calendar: MunicipalCalendar = MunicipalCalendar(), writeDigest: @escaping DigestWriter
    ) {
        self.store = store
        self.time = time
        digestHour = DigestHour(calendar: calendar, time: time)
        self.writeDigest = writeDigest
    }

    /// Nil while there are none: then nothing is tried.
    public func settings() async throws -> MailSettings? { try await store.mailSettings() }

    /// Says whenever there may be something new to do.
    public func arrivals() -> AsyncStream<Void> { store.mailArrivals() }

    /// The next mail that may go, the one that waits longest first; nil when there is none.
    public func next() async throws -> QueuedMail? { try await store.dueMail(at: time.now(), limit: 1).first }
}

extension PostRoom {
    /// Lets go of the mail that waited for the digest, where its hour has come or its reader wants it at once.
    public func sort() async throws {
        let now = time.now()
        let cutOff = digestHour.cutOff(at: now)
        let waiting = Dictionary(grouping: try await store.digestMail(), by: \.to)
        for (reader, mail) in waiting.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            if try await store.mailPreference(of: reader) == .atOnce {
                try await store.release(mail.map(\.id), at: now)
            } else if let cutOff {
                try await send(mail.filter { $0.queuedAt < cutOff }, at: now)
            }
        }
    }

    /// One mail goes as it is, more go as one.
    private func send(_ mail: [QueuedMail], at now: Date) async throws {
        guard mail.count > 1, let last = mail.last else { return try await store.release(mail.map(\.id), at: now) }
        let words = writeDigest(mail)
        let digest = NewMail(
            to: last.to, name: last.name, language: last.language, subject: words.subject, text: words.text,
            calendar: CalendarFile.joining(mail.compactMap(\.calendar)), urgency: .atOnce)
        do {
            try await store.gather(mail.map(\.id), as: digest, at: now)
        } catch let error as PlanError where error.code == .conflict {
            // One of them was withdrawn meanwhile; the next round sorts what is left.
        }
    }
}

extension PostRoom {
    /// Notes what became of a mail, and plans its next attempt where there is to be one.
    ///
    /// Where the server could not be used, all that was to go now waits as long: it would have fared no better.
    public func note(_ outcome: DeliveryOutcome, of mail: QueuedMail) async throws {
        let now = time.now()
        switch outcome {
        case .accepted(let answer):
            try await store.note([DeliveryNote(mail.id, .sent, answer: answer, at: now)])
        case .refused(let answer):
            try await store.note([DeliveryNote(mail.id, .failed, answer: answer, at: now)])
        case .deferred(let answer):
            try await store.note([later(mail, answer, now)])
        case .trouble(_, let answer):
            var knocking = try await store.dueMail(at: now, limit: .max)
            if !knocking.contains(where: { $0.id == mail.id }) { knocking.append(mail) }
            try await store.note(knocking.map { later($0, answer, now) })
        case .interrupted: break
        }
    }

    private func later(_ mail: QueuedMail, _ answer: String, _ now: Date) -> DeliveryNote {
        let pause = RetrySchedule.pause(afterAttempts: mail.attempts + 1)
        return DeliveryNote(
            mail.id, pause.map { .waiting(until: now + $0) } ?? .failed, answer: answer, at: now)
    }
}

/// What the outbox writes down after an attempt.
public struct DeliveryNote: Equatable, Sendable {
    public let mail: MailNumber
    public let result: Result
    public let answer: String
    public let at: Date

    public init(_ mail: MailNumber, _ result: Result, answer: String, at: Date) {
        self.mail = mail
        self.result = result
        self.answer = answer
        self.at = at
    }

    public enum Result: Equatable, Sendable {
        case sent
        case waiting(until: Date)
        case failed
    }
}

/// Hands a mail to the server of some settings, past the outbox: to try those settings out.
public protocol MailTrying: Sendable {
    func send(_ mail: NewMail, by settings: MailSettings) async -> DeliveryOutcome
}
