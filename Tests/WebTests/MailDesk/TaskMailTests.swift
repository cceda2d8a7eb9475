import Foundation
import PlanDomain
import TestSupport
import Testing
import Workflow

@testable import Web

/// The words of the mail about what waits for somebody, and what it brings for the diary.
@Suite struct TaskMailTests {
    private static let today = CalendarDate(iso8601: "2023-06-15")!

    private func item(_ due: String?, meeting: Meeting? = nil) throws -> TaskNews.Item {
        let task = WorkTask(
            plan: try #require(PlanID("wijkplan")), planTitle: "Wijkplan; <Noord>",
            what: Reason("work.sign-off", ["step": .text("advies")]), since: nil,
            due: due.flatMap { CalendarDate(iso8601: $0) }, today: Self.today, capacity: nil,
            place: .signOff(step: "advies"))
        return TaskNews.Item(
            task: task, urgency: TaskUrgency(of: task, on: Self.today, calendar: MunicipalCalendar()),
            meeting: meeting)
    }

    private func mail(_ items: [TaskNews.Item], language: String = "nl") throws -> NewMail {
        let person = Person(
            id: try #require(PersonID("noor")), name: "Noor Bos", mail: try #require(MailAddress("noor@voorbeeld.nl")),
            language: language)
        let time = OfficeTime { LittleWorld.now }
        return TaskMail(try ProjectFiles.phrasebook(), site: "https://plannen.voorbeeld.nl", time: time)
            .mail(TaskNews(person: person, items: items, urgency: .atOnce))
    }

    @Test func itTellsWhatWhenAndWhere() throws {
        let mail = try mail([try item("2023-06-16")])
        #expect(mail.subject == "Er ligt iets bij u: Wijkplan; <Noord>")
        #expect(mail.text.contains("Geef uw paraaf: advies."))
        #expect(mail.text.contains("Doe dit uiterlijk op 16 juni 2023."))
        #expect(mail.text.contains("https://plannen.voorbeeld.nl/plannen/wijkplan"))
        #expect(mail.text.contains("https://plannen.voorbeeld.nl/mijn-werk"))
        #expect(mail.calendar?.contains("DTSTART;VALUE=DATE:20230616") == true)
    }

    @Test func whatIsLateIsSaidToBeLate() throws {
        let mail = try mail([try item("2023-06-14"), try item(nil)])
        #expect(mail.subject.contains("2 dingen bij u, ook wat te laat is"))
        #expect(mail.text.contains("Dit moest op 14 juni 2023 klaar zijn."))
    }

    @Test func aMeetingGoesIntoTheDiary() throws {
        let meeting = Meeting(
            id: try #require(MeetingID("college-1")), body: .college, day: Self.today.adding(days: 5),
            startsAt: TimeOfDay("09:30"), place: "Stadhuis")
        let mail = try mail([try item(nil, meeting: meeting)])
        let calendar = try #require(mail.calendar)
        #expect(calendar.contains("DTSTART;TZID=Europe/Amsterdam:20230620T093000"))
        #expect(calendar.contains("LOCATION:Stadhuis"))
        #expect(mail.text.contains("De vergadering is op 20 juni 2023."))
    }

    @Test func itIsInTheLanguageOfItsReaderAndHasACalendarOnlyWhereThereAreDays() throws {
        let mail = try mail([try item(nil)], language: "en")
        #expect(mail.language == "en" && mail.subject.hasPrefix("Something waits for you"))
        #expect(mail.calendar == nil)
    }

    @Test func aRunningSiteTellsItsPeopleOnce() async throws {
        try await RunningSite.with(LittleWorld()) { site in
            _ = try await site.world.employ("fleur", as: Cast.adviser)
            _ = try await site.world.startPlan()
            site.services.doorplate.settle(host: "127.0.0.1", port: site.port)
            for _ in 1...2 { try await Notices(site.services).look() }
            let mail = try await site.store.outbox(.waiting, before: nil, limit: 9).filter { $0.name == "Fleur" }
            #expect(mail.count == 1 && mail[0].text?.contains("http://127.0.0.1:\(site.port)/") == true)
        }
    }
}
