import Foundation
import PlanDomain
import Testing
import Workflow

/// The day at the town hall, around midnight and where summer time begins and ends.
@Suite struct OfficeTimeTests {
    @Test(arguments: [
        ("2023-06-05T21:59:59Z", "2023-06-05"), ("2023-06-05T22:00:00Z", "2023-06-06"),
        ("2023-01-10T22:59:59Z", "2023-01-10"), ("2023-01-10T23:00:00Z", "2023-01-11"),
        // Summer time began on 26 March 2023 at 01:00 UTC and ended on 29 October at 01:00 UTC.
        ("2023-03-25T22:59:59Z", "2023-03-25"), ("2023-03-25T23:00:00Z", "2023-03-26"),
        ("2023-03-26T00:59:59Z", "2023-03-26"), ("2023-03-26T21:59:59Z", "2023-03-26"),
        ("2023-03-26T22:00:00Z", "2023-03-27"), ("2023-10-28T22:00:00Z", "2023-10-29"),
        ("2023-10-29T22:59:59Z", "2023-10-29"), ("2023-10-29T23:00:00Z", "2023-10-30"),
        ("2023-12-31T23:00:00Z", "2024-01-01"), ("2024-02-28T23:00:00Z", "2024-02-29"),
        ("1969-12-31T23:30:00Z", "1970-01-01"),
    ])
    func dayIsThatOfTheTownHall(_ moment: String, _ day: String) throws {
        let date = try Date(moment, strategy: .iso8601)
        #expect(OfficeTime().day(of: date) == CalendarDate(iso8601: day))
        #expect(OfficeTime { date }.today == CalendarDate(iso8601: day))
    }

    @Test(arguments: [
        ("2023-06-05", 7, 30, "2023-06-05T05:30:00Z"), ("2023-01-10", 7, 30, "2023-01-10T06:30:00Z"),
        ("2023-03-26", 0, 0, "2023-03-25T23:00:00Z"), ("2023-03-26", 3, 0, "2023-03-26T01:00:00Z"),
        // Half past two does not exist on this day.
        ("2023-03-26", 2, 30, "2023-03-26T01:30:00Z"), ("2023-10-29", 0, 30, "2023-10-28T22:30:00Z"),
        ("2023-10-29", 3, 0, "2023-10-29T02:00:00Z"), ("2023-10-29", 23, 59, "2023-10-29T22:59:00Z"),
    ])
    func theClockOfTheTownHallNamesAMoment(_ day: String, _ hour: Int, _ minute: Int, _ moment: String) throws {
        let day = try #require(CalendarDate(iso8601: day))
        #expect(try OfficeTime().moment(on: day, hour: hour, minute: minute) == Date(moment, strategy: .iso8601))
    }
}
