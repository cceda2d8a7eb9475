import Foundation
import Phrases
import PlanDomain
import Workflow

/// A day of the demo's story, counted from the day on which the demo is built: `-45`, or `+8 dinsdag`.
struct RelativeDay: Equatable {
    let count: Int
    /// 1 is Monday; nil for any working day.
    let weekday: Int?

    private static let weekdays = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]

    /// Nil for a text that is not one.
    init?(_ text: String) {
        let words = text.split(separator: " ")
        guard (1...2).contains(words.count), let count = Int(words[0]) else { return nil }
        self.count = count
        guard words.count == 2 else {
            weekday = nil
            return
        }
        guard let index = Self.weekdays.firstIndex(of: String(words[1])) else { return nil }
        weekday = index + 1
    }
}

/// The calendar of the demo: turns its relative days into the days of the year in which it is built.
///
/// What lies behind stays behind and what lies ahead stays ahead: a day that the town hall is closed becomes the last
/// working day before it, or the next one where the day is still to come.
struct DemoCalendar {
    /// The day of building.
    let today: CalendarDate
    private let calendar = MunicipalCalendar()

    func date(_ day: RelativeDay) -> CalendarDate {
        let step = day.count > 0 ? 1 : -1
        var date = today.adding(days: day.count)
        while day.weekday.map({ date.weekday != $0 }) ?? !calendar.isWorkingDay(date) { date = date.adding(days: step) }
        return date
    }

    /// The moment of that day when the clocks of the Netherlands show so many minutes after midnight.
    static func moment(_ date: CalendarDate, minutes: Int) -> Date {
        let local = Date(timeIntervalSince1970: Double(date.dayNumber * 86_400 + minutes * 60))
        return local.addingTimeInterval(-Double(DutchMoment(local).secondsFromUTC))
    }
}

/// Days in the demo's texts.
///
/// A mark such as `«dag -45»` stands for the day itself: `«dag …»` is "9 oktober 2026", `«dagmaand …»` is "9 oktober",
/// `«kort …»` is "09-10-2026", `«maand …»` is "oktober 2026" and `«jaar +1»` a year, counted from the one of building.
extension DemoCalendar {
    /// `text` with all its marks filled in. Throws `invalid` with file and line for one that is none.
    func filled(_ text: String, file: String, in phrases: Phrases) throws(PlanError) -> String {
        var lines: [String] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            lines.append(try filled(line, at: Place(file: file, line: index + 1), in: phrases))
        }
        return lines.joined(separator: "\n")
    }

    private func filled(_ line: Substring, at place: Place, in phrases: Phrases) throws(PlanError) -> String {
        var filled = ""
        var rest = line
        while let start = rest.firstIndex(of: "«") {
            filled += rest[..<start]
            let mark = rest[start...].prefix { $0 != "»" }.dropFirst()
            guard mark.endIndex < rest.endIndex, let words = words(for: String(mark), in: phrases) else {
                throw place.fault("demo.unknown-mark", ["mark": .text(String(mark))])
            }
            filled += words
            rest = rest[rest.index(after: mark.endIndex)...]
        }
        return filled + rest
    }

    private func words(for mark: String, in phrases: Phrases) -> String? {
        let parts = mark.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, let day = RelativeDay(parts[1]) else { return nil }
        if parts[0] == "jaar" { return String(today.year + day.count) }
        let date = date(day)
        let written = phrases.writtenDate(year: date.year, month: date.month, day: date.day)
        let words = written.split(separator: " ")
        return switch parts[0] {
        case "dag": written
        case "dagmaand": words.dropLast().joined(separator: " ")
        case "maand": words.dropFirst().joined(separator: " ")
        case "kort": phrases.numericDate(year: date.year, month: date.month, day: date.day)
        default: nil
        }
    }
}
