/// Which days a municipality works: weekends, public holidays, its own closing days and the recess.
///
/// A recess does not close the town hall: its days are working days, unless a deadline says that they do not count.
public struct MunicipalCalendar: Equatable, Sendable {
    /// Whether Good Friday is a day off here.
    public var closesOnGoodFriday: Bool
    public var liberationDay: LiberationDay
    /// Days off beside the public holidays, such as the Friday after Ascension Day.
    public var closingDays: Set<CalendarDate>
    public var recesses: [Recess]

    public enum LiberationDay: String, CaseIterable, Sendable {
        case yearly
        /// Only in years that end in 0 or 5, as most collective agreements have it.
        case lustrum
        case never
    }

    /// Weeks without meetings of the council and its committees, both days included.
    public struct Recess: Equatable, Sendable {
        public let label: LocalizedText
        public let from: CalendarDate
        public let until: CalendarDate

        public init(label: LocalizedText, from: CalendarDate, until: CalendarDate) {
            self.label = label
            self.from = from
            self.until = until
        }
    }

    public init(
        closesOnGoodFriday: Bool = false, liberationDay: LiberationDay = .lustrum,
        closingDays: Set<CalendarDate> = [], recesses: [Recess] = []
    ) {
        self.closesOnGoodFriday = closesOnGoodFriday
        self.liberationDay = liberationDay
        self.closingDays = closingDays
        self.recesses = recesses
    }

    public func isWorkingDay(_ date: CalendarDate) -> Bool {
        date.weekday < 6 && !closingDays.contains(date) && !isHoliday(date)
    }

    public func isHoliday(_ date: CalendarDate) -> Bool {
        switch DutchHoliday.on(date) {
        case nil: false
        case .goodFriday: closesOnGoodFriday
        case .liberationDay:
            liberationDay == .yearly || (liberationDay == .lustrum && date.year.isMultiple(of: 5))
        default: true
        }
    }

    public func isRecess(_ date: CalendarDate) -> Bool {
        recesses.contains { ($0.from...max($0.from, $0.until)).contains(date) }
    }

    /// The day that lies `count` working days after `date`, or before it when `count` is negative.
    ///
    /// The day itself does not count. Zero gives the day itself, also when it is no working day.
    public func addingWorkingDays(_ count: Int, to date: CalendarDate, skippingRecess: Bool = false) -> CalendarDate {
        let direction = count < 0 ? -1 : 1
        var day = date
        var left = abs(count)
        while left > 0 {
            day = day.adding(days: direction)
            if counts(day, skippingRecess: skippingRecess) { left -= 1 }
        }
        return day
    }

    /// How many working days lie after `start` up to and including `end`; 0 when `end` is not later.
    public func workingDays(after start: CalendarDate, through end: CalendarDate) -> Int {
        guard start < end else { return 0 }
        return (start.dayNumber + 1...end.dayNumber).count { isWorkingDay(CalendarDate(dayNumber: $0)) }
    }

    /// `date` or the first working day on from it, forward or back.
    public func nearestWorkingDay(
        _ date: CalendarDate, forward: Bool, skippingRecess: Bool = false
    ) -> CalendarDate {
        var day = date
        while !counts(day, skippingRecess: skippingRecess) { day = day.adding(days: forward ? 1 : -1) }
        return day
    }

    private func counts(_ day: CalendarDate, skippingRecess: Bool) -> Bool {
        isWorkingDay(day) && !(skippingRecess && isRecess(day))
    }
}
