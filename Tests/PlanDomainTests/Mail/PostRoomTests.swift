import Foundation
import PlanDomain
import SQLiteStore
import TestSupport
import Testing
import Workflow

/// When mail goes and when it is tried again. The clock begins on Monday 5 June 2023 at ten in the morning.
@Suite struct PostRoomTests {
    let store: SQLiteStore
    let clock = SettableClock(Date(timeIntervalSince1970: 1_685_952_000))
    let room: PostRoom

    init() throws {
        store = try SQLiteStore.inMemory()
        let closed = try #require(CalendarDate(iso8601: "2023-06-09"))
        room = PostRoom(
            store, time: clock.office, calendar: MunicipalCalendar(closingDays: [closed]),
            writeDigest: { mail in
                ("\(mail.count) berichten", mail.map { "\($0.subject): \($0.text ?? "-")" }.joined(separator: "\n"))
            })
    }

    @Test func mailThatCannotWaitGoesAtOnce() async throws {
        try await queue("link", urgency: .atOnce)
        try await room.sort()
        #expect(try await room.next()?.subject == "link")
    }

    @Test func mailThatCanWaitGoesTheNextMorningAsOne() async throws {
        for subject in ["een", "twee", "drie"] { try await queue(subject) }
        #expect(try await goesAt("2023-06-05", 23, 59) == [])
        #expect(try await goesAt("2023-06-06", 7, 29) == [])
        #expect(try await goesAt("2023-06-06", 7, 30) == ["3 berichten"])
        #expect(try await room.next()?.text == "een: tekst\ntwee: tekst\ndrie: tekst")
    }

    @Test func oneMailGoesAsItIs() async throws {
        try await queue("alleen")
        #expect(try await goesAt("2023-06-06", 8, 0) == ["alleen"])
    }

    @Test func everyReaderGetsADigestOfTheirOwn() async throws {
        for (reader, subject) in [("bos", "een"), ("vos", "twee"), ("bos", "drie"), ("vos", "vier"), ("mos", "vijf")] {
            try await queue(subject, to: reader)
        }
        #expect(try await goesAt("2023-06-06", 8, 0) == ["vijf", "2 berichten", "2 berichten"])
        let due = try await store.dueMail(at: clock.now, limit: 9)
        #expect(due.first { $0.to.rawValue.hasPrefix("bos") }?.text == "een: tekst\ndrie: tekst")
    }

    @Test func whatComesAfterTheHourWaitsForTheNextWorkingDay() async throws {
        try await set("2023-06-08", 7, 31)
        try await queue("laat")
        #expect(try await goesAt("2023-06-08", 23, 0) == [])
        // The town hall is closed on Friday, and on Saturday and Sunday as always.
        for day in ["2023-06-09", "2023-06-10", "2023-06-11"] { #expect(try await goesAt(day, 12, 0) == []) }
        #expect(try await goesAt("2023-06-12", 7, 29) == [])
        #expect(try await goesAt("2023-06-12", 7, 30) == ["laat"])
    }

    @Test func aServerThatWasDownAtTheHourStillSendsOnceThatDay() async throws {
        try await queue("gisteren")
        try await set("2023-06-06", 11, 0)
        try await queue("vandaag")
        #expect(try await goesAt("2023-06-06", 11, 0) == ["gisteren"])
        #expect(try await goesAt("2023-06-06", 20, 0) == ["gisteren"])
        #expect(try await goesAt("2023-06-07", 7, 30) == ["gisteren", "vandaag"])
    }

    @Test func whoPrefersItAtOnceGetsItAtOnceAlsoWhatWaitedAlready() async throws {
        try await queue("een")
        try await queue("twee")
        #expect(try await goesAt("2023-06-05", 11, 0) == [])
        try await store.save(.atOnce, of: try #require(MailAddress("bos@gemeente.example")))
        #expect(try await goesAt("2023-06-05", 11, 1) == ["een", "twee"])
    }

    @Test func theCalendarEntriesOfADigestGoAlongAsOne() async throws {
        for (number, day) in ["2023-06-20", "2023-06-21"].enumerated() {
            let entry = CalendarEntry(
                id: "dag-\(number)@plannen.example", title: "Dag", time: .day(try #require(CalendarDate(iso8601: day))))
            try await queue("dag \(number)", calendar: CalendarFile([entry]).text(at: clock.now))
        }
        #expect(try await goesAt("2023-06-06", 8, 0) == ["2 berichten"])
        let calendar = try #require(try await room.next()?.calendar)
        #expect(calendar.matches(of: /UID:dag-\d@/).count == 2)
        #expect(calendar.matches(of: /BEGIN:VCALENDAR/).count == 1)
    }

    @Test func summerTimeDoesNotMoveTheHour() async throws {
        try await set("2023-03-24", 12, 0)
        try await queue("over het weekend")
        #expect(try await goesAt("2023-03-27", 7, 29) == [])
        #expect(try await goesAt("2023-03-27", 7, 30) == ["over het weekend"])
        #expect(clock.now == Date(timeIntervalSince1970: 1_679_895_000))
    }
}

extension PostRoomTests {
    @Test func aMailThatIsDeferredIsTriedLessAndLessAndGivenUpAfterThreeDays() async throws {
        try await queue("later", urgency: .atOnce)
        let start = clock.now
        var waits: [Int] = []
        while let mail = try await room.next() {
            let before = clock.now
            try await room.note(.deferred(answer: "451 straks"), of: mail)
            guard let next = try await store.mail(mail.id)?.nextAttempt else { break }
            waits.append(Int(next.timeIntervalSince(before)) / 60)
            clock.set(next)
        }
        #expect(waits.prefix(6) == [1, 5, 15, 60, 240, 240])
        #expect(waits.dropFirst(4).allSatisfy { $0 == 240 })
        #expect((68...72).contains(Int(clock.now.timeIntervalSince(start)) / 3_600))
        let failed = try #require(try await store.outbox(.failed, before: nil, limit: 1).first)
        #expect(failed.answer == "451 straks" && failed.attempts == waits.count + 1 && failed.text == "tekst")
    }

    @Test func aRefusalIsFinalAndKeepsTheServersWords() async throws {
        try await queue("nee", urgency: .atOnce)
        let mail = try #require(try await room.next())
        try await room.note(.refused(answer: "550 5.1.1 onbekend"), of: mail)
        #expect(try await room.next() == nil)
        #expect(try await store.outbox(.failed, before: nil, limit: 9).map(\.answer) == ["550 5.1.1 onbekend"])
    }

    @Test func troubleWithTheServerLetsAllThatIsDueWaitTogether() async throws {
        for subject in ["een", "twee", "drie"] { try await queue(subject, urgency: .atOnce) }
        try await room.note(.trouble(.unreachable, answer: "dicht"), of: try #require(try await room.next()))
        #expect(try await room.next() == nil)
        clock.advance(seconds: 60)
        let due = try await store.dueMail(at: clock.now, limit: 9)
        #expect(due.map(\.subject) == ["een", "twee", "drie"] && due.allSatisfy { $0.attempts == 1 })
        #expect(due.allSatisfy { $0.answer == "dicht" })
    }

    @Test func whatWasInterruptedIsAsItWas() async throws {
        try await queue("half", urgency: .atOnce)
        let mail = try #require(try await room.next())
        try await room.note(.interrupted, of: mail)
        #expect(try await room.next() == mail)
    }

    private func queue(
        _ subject: String, to reader: String = "bos", calendar: String? = nil, urgency: NewMail.Urgency = .digest
    ) async throws {
        let address = try #require(MailAddress("\(reader)@gemeente.example"))
        let mail = NewMail(
            to: address, name: reader, subject: subject, text: "tekst", calendar: calendar, urgency: urgency)
        try await store.queue([mail], at: clock.now)
    }

    private func set(_ day: String, _ hour: Int, _ minute: Int) async throws {
        let day = try #require(CalendarDate(iso8601: day))
        clock.set(clock.office.moment(on: day, hour: hour, minute: minute))
    }

    /// Subjects of all that may go at a moment.
    private func goesAt(_ day: String, _ hour: Int, _ minute: Int) async throws -> [String] {
        try await set(day, hour, minute)
        try await room.sort()
        return try await store.dueMail(at: clock.now, limit: 99).map(\.subject)
    }
}
