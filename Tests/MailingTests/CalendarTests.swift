import Foundation
import PlanDomain
import Testing
import Workflow

/// Calendar files as a reader that others wrote understands them: the package `icalendar`.
@Suite struct CalendarTests {
    static let made = Date(timeIntervalSince1970: 1_685_952_000)

    @Test func aDeadlineIsADayWithAnAlarm() throws {
        let entry = CalendarEntry(
            id: "ronde-3.veiligheid@plannen.example", revision: 2, title: "Reageren kan tot en met vandaag",
            text: "Ga naar uw pagina; het kost 10 minuten, meer niet.\nTot dan.", place: "Stadhuis, kamer 4; links",
            link: "https://plannen.example/rondes/3?x=1,2;3", time: .day(try day("2023-06-30")), alarms: [900, 2_340])
        let calendar = try read([entry])
        #expect(
            calendar.events == [
                .init(
                    id: entry.id, title: entry.title, text: entry.text, place: entry.place, link: entry.link,
                    status: "CONFIRMED", revision: 2, start: "2023-06-30", end: "2023-07-01",
                    made: "2023-06-05T08:00:00+00:00", zone: nil, alarms: [900, 2_340])
            ])
        #expect(calendar.methods == ["PUBLISH"] && calendar.zones.isEmpty)
    }

    /// Winter, summer, and both sides of the night in which the clock goes back.
    @Test(arguments: [
        (1_705_478_400, "2024-01-17T08:00:00+00:00"), (1_718_611_200, "2024-06-17T08:00:00+00:00"),
        (1_729_987_200, "2024-10-27T00:00:00+00:00"), (1_729_998_000, "2024-10-27T03:00:00+00:00"),
    ])
    func hoursAreOnTheClockOfAmsterdam(seconds: Int, utc: String) throws {
        let start = Date(timeIntervalSince1970: Double(seconds))
        let entry = CalendarEntry(id: "a@b", title: "Zitting", time: .hours(from: start, until: start + 5_400))
        let calendar = try read([entry, entry])
        #expect(calendar.zones == ["Europe/Amsterdam"])
        #expect(calendar.events.count == 2)
        for event in calendar.events {
            #expect(event.zone == "Europe/Amsterdam" && event.start == utc)
            #expect(event.end == iso(start + 5_400))
        }
    }

    @Test func oddTextsComeThroughAndLinesStayShort() throws {
        for text in MessageTests.texts + [
            "a\\nb", "a,b;c\\", "een\ntwee\r\ndrie", "\u{7}bel", "BEGIN:VEVENT\nEND:VEVENT",
        ] {
            let entry = CalendarEntry(id: "a@b", title: text, text: text, time: .day(try day("2023-06-30")))
            let calendar = try read([entry])
            let clean = text.replacing("\r\n", with: "\n").replacing("\u{7}", with: "")
            #expect(calendar.events.map(\.title) == [clean])
            #expect(calendar.events.map(\.text) == [clean])
        }
    }

    @Test func aCancelledEntryIsTakenOutAndWarnsNobody() throws {
        let entry = CalendarEntry(
            id: "a@b", revision: 3, title: "Zitting", time: .day(try day("2023-06-30")), alarms: [60], isCancelled: true
        )
        let event = try #require(try read([entry]).events.first)
        #expect(event.status == "CANCELLED" && event.alarms.isEmpty && event.revision == 3)
    }

    @Test func filesThatAreJoinedHoldTheEntriesOfAll() throws {
        let start = Date(timeIntervalSince1970: 1_705_478_400)
        let files = try ["a", "b", "c"].map { id in
            let time: CalendarEntry.Time =
                id == "a" ? .day(try day("2024-01-17")) : .hours(from: start, until: start + 60)
            let entry = CalendarEntry(
                id: id, title: String(repeating: "BEGIN:VEVENT é ", count: 9), time: time, alarms: [5])
            return CalendarFile([entry]).text(at: Self.made)
        }
        let joined = try #require(CalendarFile.joining(files))
        let calendar = try #require(try Python.read(calendars: [joined]).first)
        let apart = try Python.read(calendars: files)
        #expect(calendar.calendars == 1 && calendar.zones == ["Europe/Amsterdam"])
        #expect(calendar.events == apart.flatMap(\.events))
        #expect(calendar.errors.isEmpty && calendar.longest <= 75)
        #expect(CalendarFile.joining([]) == nil)
        #expect(CalendarFile.joining([files[0]]) == files[0])
    }

    private func read(_ entries: [CalendarEntry]) throws -> ReadCalendar {
        let calendar = try #require(try Python.read(calendars: [CalendarFile(entries).text(at: Self.made)]).first)
        #expect(calendar.calendars == 1 && calendar.errors == [])
        #expect(calendar.longest <= 75 && !calendar.bareEnds)
        return calendar
    }

    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso8601: text)) }

    private func iso(_ moment: Date) -> String {
        moment.formatted(.iso8601).replacing("Z", with: "+00:00")
    }
}
