/// What came of handing one mail to the mail server; with the server's own words where it had any.
///
/// The reply code decides (RFC 5321, 4.2.1): 2 is done, 4 may be tried later, 5 may not. A fault of the server or of
/// the settings is not held against the mail.
public enum DeliveryOutcome: Equatable, Sendable {
    case accepted(answer: String)
    /// For good: this mail will never be taken.
    case refused(answer: String)
    /// Not now, says the server of this mail.
    case deferred(answer: String)
    /// The server could not be used at all, so neither could it for any other mail.
    case trouble(MailTrouble, answer: String)
    /// The program was told to stop before the server had the whole mail.
    case interrupted
}

/// Why a mail server could not be used, for whoever has to mend it.
public enum MailTrouble: String, CaseIterable, Codable, Sendable {
    /// No such name, or nobody listens there.
    case unreachable
    /// It did not answer in time.
    case silent
    /// Its certificate is not for this name, expired, or signed by nobody that is trusted.
    case notTrusted
    /// It offers no encryption, or none that both know.
    case notEncrypted
    /// It does not know this user and password.
    case loginRefused
    /// It lets this sender send nothing.
    case senderRefused
    /// Anything else; its words are all there is.
    case other
}

/// When to knock again: after 1, 5, 15 and 60 minutes, then every four hours, until three days have passed.
public enum RetrySchedule {
    private static let first: [Int] = [1, 5, 15, 60]
    private static let later = 240
    private static let limit = 3 * 24 * 60

    /// Seconds from the last of a number of attempts to the next one; nil when it is time to give up.
    ///
    /// It counts attempts and not days on the calendar: a server that was switched off for a week has not tried.
    public static func pause(afterAttempts attempts: Int) -> Double? {
        let waited = (1..<max(1, attempts)).reduce(0) { $0 + minutes(after: $1) }
        let next = minutes(after: max(1, attempts))
        return waited + next > limit ? nil : Double(next * 60)
    }

    private static func minutes(after attempt: Int) -> Int {
        attempt <= first.count ? first[attempt - 1] : later
    }
}
