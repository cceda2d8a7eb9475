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
        CalendarDate(moment, secondsFromUTC: secondsFromUTC(at: moment))
    }

    /// Seconds east of Greenwich: 3,600 in winter, 7,200 in summer.
    public func secondsFromUTC(at moment: Date) -> Int { zone.secondsFromGMT(for: moment) }

    /// The moment at which the clock in the hall says this; in the hour that summer time skips, an hour later.
    public func moment(on day: CalendarDate, hour: Int, minute: Int) -> Date {
        let asIfUTC = Date(timeIntervalSince1970: Double(day.dayNumber * 86_400 + hour * 3_600 + minute * 60))
        // Right but for the hours around a change of the clock, where the second look mends it.
        let near = asIfUTC - Double(secondsFromUTC(at: asIfUTC))
        return asIfUTC - Double(secondsFromUTC(at: near))
    }
}
