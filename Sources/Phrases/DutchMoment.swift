import Foundation

/// A moment on the clocks of the Netherlands, by rule and not by the machine's time zone files.
///
/// Summer time runs from the last Sunday of March to the last Sunday of October, changing at 01:00 UTC (directive
/// 2000/84/EC, in force since 2002; the Netherlands kept the same rule from 1996).
public struct DutchMoment: Equatable, Sendable {
    public let year: Int
    public let month: Int
    public let day: Int
    public let hour: Int
    public let minute: Int
    /// Seconds east of Greenwich: 3,600 in winter, 7,200 in summer.
    public let secondsFromUTC: Int

    public init(_ date: Date) {
        let seconds = Int(date.timeIntervalSince1970.rounded(.down))
        secondsFromUTC = Self.isSummer(seconds) ? 7_200 : 3_600
        let local = seconds + secondsFromUTC
        let dayNumber = Self.floor(local, by: 86_400)
        (year, month, day) = Self.civilDate(dayNumber)
        let second = local - dayNumber * 86_400
        hour = second / 3_600
        minute = second % 3_600 / 60
    }

    private static func isSummer(_ seconds: Int) -> Bool {
        let year = civilDate(floor(seconds, by: 86_400)).year
        let start = lastSunday(ofMonthEndingBefore: dayNumber(year, 4, 1)) * 86_400 + 3_600
        let end = lastSunday(ofMonthEndingBefore: dayNumber(year, 11, 1)) * 86_400 + 3_600
        return (start..<end).contains(seconds)
    }

    /// 1 January 1970, day 0, was a Thursday.
    private static func lastSunday(ofMonthEndingBefore firstOfNext: Int) -> Int {
        let last = firstOfNext - 1
        let daysSinceSunday = (last + 4) - floor(last + 4, by: 7) * 7
        return last - daysSinceSunday
    }

    private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = floor(shifted, by: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Counts in eras of 400 years that begin in March, so that the leap day comes last.
    private static func civilDate(_ dayNumber: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = floor(shifted, by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private static func floor(_ number: Int, by divisor: Int) -> Int {
        number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
    }
}
