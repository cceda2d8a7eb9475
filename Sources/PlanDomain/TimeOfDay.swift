import Workflow

/// A time on the clock of the town hall, to the minute, such as `17:00`.
public struct TimeOfDay: RawRepresentable, Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    public let hour: Int
    public let minute: Int

    /// Nil when there is no such time.
    public init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        self.hour = hour
        self.minute = minute
    }

    /// Nil for anything but two digits, a colon and two digits that are on a clock.
    public init?(rawValue: String) {
        let parts = rawValue.utf8.split(separator: 58, omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count == 2 && $0.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(rawValue.prefix(2)), let minute = Int(rawValue.suffix(2))
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    public init?(_ text: String) { self.init(rawValue: text) }

    public var rawValue: String { (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)" }
    public var description: String { rawValue }

    /// As the reader's language writes it: "00.01" in Dutch, "00:01" in English.
    public var written: Reason {
        let parts = rawValue.split(separator: ":").map { Reason.Argument.text(String($0)) }
        return Reason("time-of-day", ["hour": parts[0], "minute": parts[1]])
    }

    /// The last minute of a day.
    public static let endOfDay = TimeOfDay(lastMinuteOfDay: ())

    private init(lastMinuteOfDay: Void) {
        hour = 23
        minute = 59
    }

    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        (left.hour, left.minute) < (right.hour, right.minute)
    }
}
