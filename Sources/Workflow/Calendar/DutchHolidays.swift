/// The Dutch public holidays of one year, by rule.
///
/// Easter follows the Gregorian computus; King's Day is 27 April, or the Saturday before when that is a Sunday (until
/// 2013 Queen's Day: 30 April, likewise moved). Whether Good Friday and 5 May are days off is for each employer to say;
/// in the law on terms both are (Algemene termijnenwet, article 3, paragraphs 1 and 2).
public enum DutchHoliday: String, CaseIterable, Sendable {
    case newYear = "new-year"
    case goodFriday = "good-friday"
    case easterSunday = "easter-sunday"
    case easterMonday = "easter-monday"
    case kingsDay = "kings-day"
    case liberationDay = "liberation-day"
    case ascension
    case whitSunday = "whit-sunday"
    case whitMonday = "whit-monday"
    case christmas
    case secondChristmasDay = "second-christmas-day"

    /// The day on which it falls in `year`; nil outside the years 1 to 9999.
    public func date(in year: Int) -> CalendarDate? {
        switch self {
        case .newYear: CalendarDate(year: year, month: 1, day: 1)
        case .goodFriday: Self.easter(year)?.adding(days: -2)
        case .easterSunday: Self.easter(year)
        case .easterMonday: Self.easter(year)?.adding(days: 1)
        case .kingsDay: Self.kingsDay(year)
        case .liberationDay: CalendarDate(year: year, month: 5, day: 5)
        case .ascension: Self.easter(year)?.adding(days: 39)
        case .whitSunday: Self.easter(year)?.adding(days: 49)
        case .whitMonday: Self.easter(year)?.adding(days: 50)
        case .christmas: CalendarDate(year: year, month: 12, day: 25)
        case .secondChristmasDay: CalendarDate(year: year, month: 12, day: 26)
        }
    }

    /// The holiday that `date` is, if it is one.
    public static func on(_ date: CalendarDate) -> DutchHoliday? {
        allCases.first { $0.date(in: date.year) == date }
    }

    private static func kingsDay(_ year: Int) -> CalendarDate? {
        guard let day = CalendarDate(year: year, month: 4, day: year < 2014 ? 30 : 27) else { return nil }
        return day.weekday == 7 ? day.adding(days: -1) : day
    }

    /// Easter Sunday by the anonymous Gregorian computus (Meeus, Jones and Butcher).
    private static func easter(_ year: Int) -> CalendarDate? {
        let golden = year % 19
        let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
        let moonCorrection = (8 * century + 13) / 25
        let epact = (19 * golden + century - century / 4 - moonCorrection + 15) % 30
        let leapDays = 2 * (century % 4) + 2 * (yearOfCentury / 4)
        let weekdayShift = (32 + leapDays - epact - yearOfCentury % 4) % 7
        let lateMoon = (golden + 11 * epact + 22 * weekdayShift) / 451
        let number = epact + weekdayShift - 7 * lateMoon + 114
        return CalendarDate(year: year, month: number / 31, day: number % 31 + 1)
    }
}
