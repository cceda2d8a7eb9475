import Foundation
import PlanDomain
import Workflow

/// Everything that happens in the demo, in the order in which it happened: the stories of the plans woven into one.
struct DemoDiary {
    struct Entry {
        let moment: Date
        /// The place of the plan in the demo, and of the event in the story of that plan.
        let plan: Int
        let event: Int
    }

    let entries: [Entry]

    /// The hour at which a day's first event happens, and the minutes between two on one day, where the story is silent.
    private static let (firstMinute, pause) = (9 * 60 + 10, 35)

    /// Nothing happens after `now`. Throws `invalid` with the place for an event that stands before an earlier one.
    init(of demo: Demo, until now: Date) throws(PlanError) {
        var entries: [Entry] = []
        for (index, plan) in demo.plans.enumerated() {
            var previous = Date.distantPast
            var day: (date: CalendarDate, count: Int)?
            for (number, event) in plan.story.enumerated() {
                let date = demo.calendar.date(event.day)
                let count = day?.date == date ? (day?.count ?? 0) + 1 : 0
                day = (date, count)
                let minutes = event.time ?? Self.firstMinute + count * Self.pause + index * 4
                let moment = min(DemoCalendar.moment(date, minutes: minutes), now)
                guard moment >= previous else { throw event.place.fault("demo.out-of-order") }
                previous = moment
                entries.append(Entry(moment: moment, plan: index, event: number))
            }
        }
        self.entries = entries.sorted { ($0.moment, $0.plan, $0.event) < ($1.moment, $1.plan, $1.event) }
    }

    /// A day before all of it, when the people were there already.
    func beginning(before now: Date) -> Date { (entries.first?.moment ?? now).addingTimeInterval(-86_400) }
}
