import Foundation
import Workflow

/// Entries for a diary as a file that mail can bring (iCalendar, RFC 5545), published and not asking for an answer.
///
/// Hours are written on the clock of Europe/Amsterdam with the rule of its summer time beside them, because a diary
/// needs it to repeat what it shows (3.6.5); days are bare dates, which mean the same wherever they are read.
public struct CalendarFile: Sendable {
    private let entries: [CalendarEntry]
    private let time: OfficeTime

    public init(_ entries: [CalendarEntry], time: OfficeTime = OfficeTime()) {
        self.entries = entries
        self.time = time
    }

    /// The whole file, as made at a moment.
    public func text(at moment: Date) -> String {
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Paraaf//Paraaf//NL", "CALSCALE:GREGORIAN"]
        lines.append("METHOD:PUBLISH")
        if entries.contains(where: { $0.time.hasHours }) { lines += Self.zone }
        for entry in entries { lines += self.lines(of: entry, at: moment) }
        lines.append("END:VCALENDAR")
        return CalendarLines.text(lines)
    }

    private func lines(of entry: CalendarEntry, at moment: Date) -> [String] {
        var lines = ["BEGIN:VEVENT", "UID:\(CalendarLines.escaped(entry.id))", "DTSTAMP:\(utc(moment))"]
        lines.append("SEQUENCE:\(max(0, entry.revision))")
        switch entry.time {
        case .day(let day):
            lines.append("DTSTART;VALUE=DATE:\(compact(day))")
            // The end is the first day that no longer belongs to it (3.6.1).
            lines.append("DTEND;VALUE=DATE:\(compact(day.adding(days: 1)))")
            lines.append("TRANSP:TRANSPARENT")
        case .hours(let from, let until):
            lines.append("DTSTART\(hour(from))")
            lines.append("DTEND\(hour(max(from, until)))")
        }
        lines.append("SUMMARY:\(CalendarLines.escaped(entry.title))")
        if let text = entry.text { lines.append("DESCRIPTION:\(CalendarLines.escaped(text))") }
        if let place = entry.place { lines.append("LOCATION:\(CalendarLines.escaped(place))") }
        if let link = entry.link { lines.append("URL:\(CalendarLines.address(link))") }
        lines.append(entry.isCancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED")
        if !entry.isCancelled { lines += entry.alarms.flatMap { alarm($0, entry.title) } }
        return lines + ["END:VEVENT"]
    }

    private func alarm(_ minutes: Int, _ title: String) -> [String] {
        [
            "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:\(CalendarLines.escaped(title))",
            "TRIGGER:-PT\(max(0, minutes))M", "END:VALARM",
        ]
    }

    private func compact(_ day: CalendarDate) -> String { day.iso8601.filter { $0 != "-" } }

    private func utc(_ moment: Date) -> String { clock(moment, secondsFromUTC: 0) + "Z" }

    /// Of an hour that the clock shows twice a reader takes the first (3.3.5), so the second is written in UTC.
    private func hour(_ moment: Date) -> String {
        let offset = time.secondsFromUTC(at: moment)
        return time.secondsFromUTC(at: moment - 3_600) > offset
            ? ":" + utc(moment) : ";TZID=Europe/Amsterdam:" + clock(moment, secondsFromUTC: offset)
    }

    private func clock(_ moment: Date, secondsFromUTC: Int) -> String {
        let day = CalendarDate(moment, secondsFromUTC: secondsFromUTC)
        let seconds = Int(moment.timeIntervalSince1970.rounded(.down)) + secondsFromUTC - day.dayNumber * 86_400
        let parts = [seconds / 3_600, seconds / 60 % 60, seconds % 60]
        return compact(day) + "T" + parts.map { ($0 < 10 ? "0" : "") + String($0) }.joined()
    }

    /// Central European time by the rule of directive 2000/84/EC: summer time from the last Sunday of March to the last
    /// Sunday of October.
    private static let zone = [
        "BEGIN:VTIMEZONE", "TZID:Europe/Amsterdam",
        "BEGIN:DAYLIGHT", "TZNAME:CEST", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "DTSTART:19960331T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
        "BEGIN:STANDARD", "TZNAME:CET", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "DTSTART:19961027T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
        "END:VTIMEZONE",
    ]
}

extension CalendarEntry.Time {
    fileprivate var hasHours: Bool {
        if case .hours = self { true } else { false }
    }
}

extension CalendarFile {
    /// One file with the entries of several, for a mail that brings them together; a time zone that more of them
    /// describe comes once. Nil for none, and for texts that are no calendar.
    public static func joining(_ files: [String]) -> String? {
        guard files.count > 1 else { return files.first }
        var parts: [String] = []
        var head: [String] = []
        for file in files {
            let content = CalendarLines.content(of: file)
            if head.isEmpty { head = content.properties }
            for part in content.components.map({ $0.joined(separator: "\r\n") }) {
                if !(part.hasPrefix("BEGIN:VTIMEZONE") && parts.contains(part)) { parts.append(part) }
            }
        }
        guard !head.isEmpty, !parts.isEmpty else { return nil }
        return (["BEGIN:VCALENDAR"] + head + parts + ["END:VCALENDAR"]).joined(separator: "\r\n") + "\r\n"
    }
}
