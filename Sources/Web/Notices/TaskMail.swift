import Foundation
import Phrases
import PlanDomain
import Workflow

/// The mail that tells somebody what has come to lie with them, with its deadlines and meetings for their diary.
struct TaskMail {
    private let phrasebook: Phrasebook
    /// Where readers find the site, without a slash at the end.
    private let site: String
    private let time: OfficeTime

    init(_ phrasebook: Phrasebook, site: String, time: OfficeTime) {
        self.phrasebook = phrasebook
        self.site = site
        self.time = time
    }

    func mail(_ news: TaskNews) -> NewMail {
        let person = news.person
        let phrases = phrasebook.phrases(in: Language(rawValue: person.language) ?? .nl)
        let count: [String: PhraseArgument] = ["count": .number(news.items.count)]
        let parts =
            [
                phrases.text("notices.greeting", ["name": .text(person.name)]),
                phrases.text("notices.opening", count),
            ] + news.items.map { paragraph($0, phrases) } + [
                phrases.text("notices.closing", ["link": .text(site + SiteAddress.desk.path)])
            ]
        return NewMail(
            to: person.mail, name: person.name, language: phrases.language.rawValue,
            subject: subject(news, phrases), text: parts.joined(separator: "\n\n") + "\n",
            calendar: calendar(news, phrases), urgency: news.urgency)
    }

    /// Names the plan where all of it is about one.
    private func subject(_ news: TaskNews, _ phrases: Phrases) -> String {
        let isLate = news.items.contains { $0.urgency == .overdue }
        let plans = Set(news.items.map(\.task.planTitle))
        let count = phrases.text(
            isLate ? "notices.subject-late" : "notices.subject", ["count": .number(news.items.count)])
        guard plans.count == 1, let plan = plans.first else { return count }
        return phrases.text("notices.subject-of-plan", ["subject": .text(count), "plan": .text(plan)])
    }

    private func paragraph(_ item: TaskNews.Item, _ phrases: Phrases) -> String {
        let task = item.task
        var lines = [
            phrases.text(
                "notices.task", ["plan": .text(task.planTitle), "task": .text(phrases.sentence(task.what))])
        ]
        lines += task.reasons.map { phrases.sentence($0) }
        if let due = task.due {
            let day: [String: PhraseArgument] = ["day": .text(phrases.writtenDate(due))]
            lines.append(phrases.text(task.isOverdue ? "notices.was-due" : "notices.due", day))
        }
        if let replaced = task.capacity?.onBehalfOf {
            lines.append(phrases.text("notices.on-behalf", ["function": .text(replaced.function)]))
        }
        if let meeting = item.meeting {
            lines.append(phrases.text("notices.meeting", ["day": .text(phrases.writtenDate(meeting.day))]))
        }
        return (lines + [site + SiteAddress.plan(task.plan).path]).joined(separator: "\n")
    }
}

/// What goes into the diary.
extension TaskMail {
    private func calendar(_ news: TaskNews, _ phrases: Phrases) -> String? {
        let now = time.now()
        var entries: [CalendarEntry] = []
        for item in news.items {
            if let due = item.task.due { entries.append(deadline(item, due, news.person, now, phrases)) }
            if let meeting = item.meeting { entries.append(self.meeting(meeting, item, now, phrases)) }
        }
        return entries.isEmpty ? nil : CalendarFile(entries, time: time).text(at: now)
    }

    private func deadline(
        _ item: TaskNews.Item, _ due: CalendarDate, _ person: Person, _ now: Date, _ phrases: Phrases
    ) -> CalendarEntry {
        let title: [String: PhraseArgument] = [
            "plan": .text(item.task.planTitle), "task": .text(phrases.sentence(item.task.what)),
        ]
        return CalendarEntry(
            id: id("task", item.key.rawValue + "|" + person.id.rawValue), revision: revision(now),
            title: phrases.text("notices.task", title), link: site + SiteAddress.plan(item.task.plan).path,
            time: .day(due), alarms: [0])
    }

    /// Two hours, since nobody notes when a meeting ends.
    private func meeting(
        _ meeting: Meeting, _ item: TaskNews.Item, _ now: Date, _ phrases: Phrases
    ) -> CalendarEntry {
        let start = meeting.startsAt.map { time.moment(on: meeting.day, hour: $0.hour, minute: $0.minute) }
        let title: [String: PhraseArgument] = [
            "body": .text(phrases.text(meeting.body)), "plan": .text(item.task.planTitle),
        ]
        return CalendarEntry(
            id: id("meeting", meeting.id.rawValue + "|" + item.task.plan.rawValue), revision: revision(now),
            title: phrases.text("notices.meeting-title", title), place: meeting.place.isEmpty ? nil : meeting.place,
            link: site + SiteAddress.plan(item.task.plan).path,
            time: start.map { .hours(from: $0, until: $0 + 7_200) } ?? .day(meeting.day), alarms: [60])
    }

    /// The same in every mail about the same thing.
    private func id(_ kind: String, _ text: String) -> String {
        let host = site.drop { $0 != "/" }.drop { $0 == "/" }.prefix { $0 != "/" && $0 != ":" }
        return "\(kind)-\(Digest.hexadecimal(of: text.utf8, bytes: 12))@\(host)"
    }

    /// Goes up with every mail: minutes, which fit the integer of RFC 5545 (3.3.8) for ages.
    private func revision(_ now: Date) -> Int { Int(now.timeIntervalSince1970 / 60) }
}
