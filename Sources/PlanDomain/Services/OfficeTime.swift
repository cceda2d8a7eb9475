import Foundation
import Workflow

/// The clock of the town hall: the moment, and the day that it is there.
public struct OfficeTime: Sendable {
    public let now: @Sendable () -> Date
    private let zone: TimeZone

    /// `now` is passed in so that tests and replays decide what time it is.
    public init(now: @escaping @Sendable () -> Date = { Date() }) {
        self.now = now
        zone = TimeZone(identifier: "Europe/Amsterdam") ?? TimeZone(secondsFromGMT: 3600) ?? .gmt
    }

    public var today: CalendarDate { day(of: now()) }

    public func day(of moment: Date) -> CalendarDate {
        CalendarDate(moment, secondsFromUTC: zone.secondsFromGMT(for: moment))
    }
}
