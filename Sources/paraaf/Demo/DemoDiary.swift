import Foundation
import PlanDomain
import Workflow

/// Everything that happens in the demo, in the order in which it happened: the stories of the plans woven into one.
struct DemoDiary {
    struct Entry {
        let moment: Date
        /// The place of the plan in the demo.
        let plan: Int
        let step: Step
    }

    /// An event of the story of a plan, or what became of one of its inputs, by their places in the files.
    enum Step {
        case event(Int)
        case contribution(Int)
        case proposal(Int)
        case adoption(Int)
        case reply(Int)
    }

    let entries: [Entry]

    /// The hour at which a day's first event happens, and the minutes between two on one day, where the story is silent.
    private static let (firstMinute, pause) = (9 * 60 + 10, 35)
    /// Likewise for what is done with inputs: written after noon, answered later in the afternoon.
    private static let (writing, proposing, adopting) = (13 * 60 + 5, 14 * 60 + 20, 15 * 60 + 40)
    private static let replying = 16 * 60 + 30

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
                entries.append(Entry(moment: moment, plan: index, step: .event(number)))
            }
            for (number, input) in plan.inputs.enumerated() {
                for (day, minute, step) in Self.steps(of: input, number) {
                    let moment = DemoCalendar.moment(demo.calendar.date(day), minutes: minute + number * 3)
                    entries.append(Entry(moment: min(moment, now), plan: index, step: step))
                }
            }
        }
        // What happens at one moment happens in the order of the files.
        let ordered = entries.enumerated().sorted { ($0.element.moment, $0.offset) < ($1.element.moment, $1.offset) }
        self.entries = ordered.map(\.element)
    }

    private static func steps(of input: DemoInput, _ number: Int) -> [(RelativeDay, Int, Step)] {
        [(input.day, writing, Step.contribution(number))]
            + (input.proposed.map { [($0.day, proposing, .proposal(number))] } ?? [])
            + (input.adopted.map { [($0.day, adopting, .adoption(number))] } ?? [])
            + (input.reply.map { [($0.day, replying, .reply(number))] } ?? [])
    }

    /// A day before all of it, when the people were there already.
    func beginning(before now: Date) -> Date { (entries.first?.moment ?? now).addingTimeInterval(-86_400) }
}

extension DemoDiary.Step {
    /// What is done, in the words of the story.
    func words(for plan: DemoPlan) -> String {
        switch self {
        case .event(let number): plan.story[number].deed.kind.rawValue
        case .contribution(let number): plan.inputs[number].isDraft ? "schrijft inbreng" : "stuurt inbreng in"
        case .proposal: "stelt afdoening voor"
        case .adoption: "stelt afdoening vast"
        case .reply: "antwoordt op terugkoppeling"
        }
    }
}
