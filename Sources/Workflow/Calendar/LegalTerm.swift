/// The end of a term that a law sets (*Algemene termijnenwet*).
///
/// It looks at Saturdays, Sundays and the holidays of article 3 alone. A municipality's closing days and recess extend
/// no term, and a term that is counted back from a day is not extended at all (article 1, paragraph 2).
public enum LegalTerm {
    /// The last day of a term of `count` days or weeks that begins after `start`.
    public static func end(
        after start: CalendarDate, count: Int, unit: DeadlineDefinition.Unit
    ) -> CalendarDate {
        let days = unit == .weeks ? 7 * count : count
        let end = start.adding(days: days)
        return isLong(count, unit) ? end : extended(end, start: start, days: days)
    }

    /// Saturday, Sunday or one of the generally recognised holidays of article 3; Good Friday is put on a par with
    /// them, and 5 May counts every year.
    public static func isDayOfRest(_ date: CalendarDate) -> Bool {
        date.weekday >= 6 || DutchHoliday.on(date) != nil
    }

    /// Terms of more than 90 days or 12 weeks fall outside the law (article 4, under a).
    private static func isLong(_ count: Int, _ unit: DeadlineDefinition.Unit) -> Bool {
        unit == .weeks ? count > 12 : count > 90
    }

    private static func extended(_ end: CalendarDate, start: CalendarDate, days: Int) -> CalendarDate {
        var last = end
        while isDayOfRest(last) { last = last.adding(days: 1) }
        // Article 2: a term of three days or more holds at least two that are no days of rest.
        guard days >= 3 else { return last }
        while (start.dayNumber + 1...last.dayNumber).count(where: { !isDayOfRest(CalendarDate(dayNumber: $0)) }) < 2
            || isDayOfRest(last)
        {
            last = last.adding(days: 1)
        }
        return last
    }
}
