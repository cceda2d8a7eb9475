import Workflow

/// Holds the days of a planning against each other and against the calendar.
struct PlanningCheck {
    let definition: WorkflowDefinition
    let planning: [String: CalendarDate]
    let entries: [PlanTimeline.Entry]
    let rounds: [RoundView]
    let calendar: MunicipalCalendar
    let today: CalendarDate

    /// In the order in which a reader can mend them: the planned days first, then what follows from them.
    var warnings: [Reason] {
        planned.flatMap(daysOff) + order + entries.compactMap(lateTerm) + rounds.compactMap(lateRound)
    }

    private var planned: [(label: LocalizedText, day: CalendarDate)] {
        definition.planning.compactMap { date in planning[date.id].map { (date.label, $0) } }
    }

    private func daysOff(_ planned: (label: LocalizedText, day: CalendarDate)) -> [Reason] {
        guard planned.day >= today else { return [] }
        let facts: [String: Reason.Argument] = ["label": .label(planned.label), "day": .date(planned.day)]
        return (calendar.isWorkingDay(planned.day) ? [] : [Reason("planning.warning.day-off", facts)])
            + (calendar.isRecess(planned.day) ? [Reason("planning.warning.recess", facts)] : [])
    }

    /// A workflow names the days of its planning in the order in which they come.
    private var order: [Reason] {
        zip(planned, planned.dropFirst()).filter { $0.day > $1.day }.map { earlier, later in
            Reason("planning.warning.order", ["first": .label(earlier.label), "second": .label(later.label)])
        }
    }

    private func lateTerm(_ entry: PlanTimeline.Entry) -> Reason? {
        guard case .deadline = entry.id, entry.state == .overdue else { return nil }
        return Reason("planning.warning.overdue", ["what": .phrase(entry.name), "day": .date(entry.until)])
    }

    /// A round that is still to end cannot be answered in time where it runs on past the first term to come.
    private func lateRound(_ view: RoundView) -> Reason? {
        guard view.closedOn == nil,
            let term = entries.first(where: { entry in
                if case .deadline = entry.id { entry.state == .toCome } else { false }
            }), view.until > term.until
        else { return nil }
        return Reason(
            "planning.warning.round",
            ["title": .text(view.round.title), "until": .date(view.until), "what": .phrase(term.name)])
    }
}
