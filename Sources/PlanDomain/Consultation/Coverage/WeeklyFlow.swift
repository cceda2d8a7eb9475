import Foundation
import Workflow

/// What came in and what was answered, week by week, and how many were waiting at the end of each.
public struct WeeklyFlow: Equatable, Sendable {
    /// From the week in which the first came in to the week of today, none left out.
    public let weeks: [Week]

    public struct Week: Equatable, Sendable {
        /// A Monday.
        public let monday: CalendarDate
        public fileprivate(set) var received: [Input.Channel: Int] = [:]
        public fileprivate(set) var answered = 0
        /// How many waited for an answer when it ended.
        public fileprivate(set) var waiting = 0

        public var receivedInAll: Int { received.values.reduce(0, +) }
    }

    public init(_ flow: [InputFlow], until today: CalendarDate, time: OfficeTime) {
        guard let first = flow.map(\.hour).min() else {
            weeks = []
            return
        }
        let (start, end) = (time.day(of: first).monday, today.monday)
        var weeks = (0...max(0, (end.dayNumber - start.dayNumber) / 7)).map {
            Week(monday: start.adding(days: $0 * 7))
        }
        for entry in flow {
            let place = (time.day(of: entry.hour).monday.dayNumber - start.dayNumber) / 7
            guard weeks.indices.contains(place) else { continue }
            weeks[place].received[entry.channel, default: 0] += entry.received
            weeks[place].answered += entry.answered
        }
        var waiting = 0
        for place in weeks.indices {
            waiting += weeks[place].receivedInAll - weeks[place].answered
            weeks[place].waiting = waiting
        }
        self.weeks = weeks
    }
}

extension CalendarDate {
    fileprivate var monday: CalendarDate { adding(days: 1 - weekday) }
}
