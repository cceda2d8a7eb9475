/// When a deadline of a workflow falls.
extension MunicipalCalendar {
    /// The last day on which it is still in time.
    ///
    /// - Parameters:
    ///   - entry: the day on which the stage was entered.
    ///   - planning: dates of the plan by name.
    /// - Returns: nil while the date that it counts from is not known.
    public func dueDate(
        of deadline: DeadlineDefinition, entry: CalendarDate?, planning: [String: CalendarDate]
    ) -> CalendarDate? {
        switch deadline.anchor {
        case .afterEntry: entry.map { end(of: deadline, from: $0, forward: true) }
        case .after(let name): planning[name].map { end(of: deadline, from: $0, forward: true) }
        case .before(let name): planning[name].map { end(of: deadline, from: $0, forward: false) }
        }
    }

    private func end(of deadline: DeadlineDefinition, from start: CalendarDate, forward: Bool) -> CalendarDate {
        if deadline.isLegal {
            return LegalTerm.end(after: start, count: deadline.count, unit: deadline.unit)
        }
        guard deadline.unit != .workingDays else {
            let count = forward ? deadline.count : -deadline.count
            return addingWorkingDays(count, to: start, skippingRecess: deadline.skipsRecess)
        }
        var left = deadline.unit == .weeks ? 7 * deadline.count : deadline.count
        var day = start
        while left > 0 {
            day = day.adding(days: forward ? 1 : -1)
            if !(deadline.skipsRecess && isRecess(day)) { left -= 1 }
        }
        return nearestWorkingDay(day, forward: forward, skippingRecess: deadline.skipsRecess)
    }
}
