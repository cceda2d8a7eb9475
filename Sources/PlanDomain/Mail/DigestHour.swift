import Foundation
import Workflow

/// The hour at which the mail that can wait goes out: every working day at half past seven.
public struct DigestHour: Sendable {
    private let hour: Int
    private let minute: Int
    private let calendar: MunicipalCalendar
    private let time: OfficeTime

    public init(hour: Int = 7, minute: Int = 30, calendar: MunicipalCalendar, time: OfficeTime) {
        self.hour = hour
        self.minute = minute
        self.calendar = calendar
        self.time = time
    }

    /// Mail that was queued before this moment goes along today; nil before the hour, and on days off.
    ///
    /// A server that was down at the hour still sends that day's digest, and since later mail does not go along,
    /// nobody gets two on one day.
    public func cutOff(at moment: Date) -> Date? {
        let today = time.day(of: moment)
        let hour = time.moment(on: today, hour: hour, minute: minute)
        return calendar.isWorkingDay(today) && hour <= moment ? hour : nil
    }
}
