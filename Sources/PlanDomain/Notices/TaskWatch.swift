import Foundation
import Workflow

/// Looks what has come to lie with whom and has them told.
///
/// It compares the lists of work with what was told before, so that it sees whatever put the work there: a page, a
/// push, the command line, a date that came. What stops others is told at once, the rest once on the morning of a
/// working day. What waits already when a server looks for the first time goes in one digest, and nobody is told of what
/// they brought about themselves.
public struct TaskWatch: Sendable {
    /// Puts news in words.
    public typealias Writer = @Sendable (_ news: TaskNews) async throws -> NewMail

    /// Before the hour of the digest, so that it goes along.
    static let morning = (hour: 7, minute: 0)

    /// Longer than between two looks, in seconds.
    private static let ofLate: TimeInterval = 900

    private let office: PlanOffice
    private let store: any PeopleStore & MeetingStore & ToldTaskStore
    private let desk: WorkDesk
    private let write: Writer

    public init(
        _ office: PlanOffice, store: any PeopleStore & MeetingStore & ToldTaskStore, sources: [any TaskSource] = [],
        write: @escaping Writer
    ) {
        self.office = office
        self.store = store
        desk = WorkDesk(office, sources: sources)
        self.write = write
    }

    /// One look at everybody's work. Not to be called twice at the same time.
    public func look() async throws {
        let now = office.time.now()
        let isFirst = try await store.lastRoundOfNotices() == nil
        let isMorningRound = try await isMorningRound(at: now)
        let reception = Reception(store: store, time: office.time)
        var participants: [(person: Person, participant: Participant)] = []
        for person in try await store.people() where !person.isDisabled {
            participants.append((person, try await reception.participant(for: .person(person.id))))
        }
        let lists = try await desk.lists(for: participants.map(\.participant))
        for (reader, list) in zip(participants, lists) {
            try await tell(reader.person, of: list, isFirst: isFirst, isMorningRound: isMorningRound, at: now)
        }
        let today = office.time.day(of: now)
        if isMorningRound {
            try await store.noteRoundOfNotices(on: today)
        } else if isFirst {
            try await store.noteRoundOfNotices(on: today.adding(days: -1))
        }
    }

    private func isMorningRound(at now: Date) async throws -> Bool {
        let today = office.time.day(of: now)
        let hour = office.time.moment(on: today, hour: Self.morning.hour, minute: Self.morning.minute)
        guard office.calendar.isWorkingDay(today), hour <= now else { return false }
        return try await store.lastRoundOfNotices().map { $0 < today } ?? true
    }

    private func tell(
        _ person: Person, of list: WorkList, isFirst: Bool, isMorningRound: Bool, at now: Date
    ) async throws {
        let before = try await store.toldTasks(of: person.id)
        let known = Dictionary(before.map { ($0.key, $0.urgency) }) { max($0, $1) }
        let items = try await items(of: list, on: office.time.day(of: now))
        let present = Set(items.map(\.key))
        var (news, own): ([TaskNews.Item], [TaskNews.Item]) = ([], [])
        for item in items where known[item.key].map({ $0 < item.urgency }) ?? true {
            if known[item.key] == nil, try await isOwnDoing(item, of: person.id, at: now) {
                own.append(item)
            } else {
                news.append(item)
            }
        }
        let blocking = news.filter { $0.task.stopsOthers && known[$0.key] == nil }
        let atOnce = isFirst ? [] : blocking
        let later = isFirst ? news : isMorningRound ? news.filter { !blocking.contains($0) } : []

        var told = known.filter { present.contains($0.key) }
        for item in own + atOnce + later { told[item.key] = max(told[item.key] ?? item.urgency, item.urgency) }
        let after = told.map { ToldTask($0.key, $0.value) }.sorted { $0.key < $1.key }
        guard after != before else { return }
        var mail: [NewMail] = []
        for (items, urgency) in [(atOnce, NewMail.Urgency.atOnce), (later, .digest)] where !items.isEmpty {
            mail.append(try await write(TaskNews(person: person, items: items, urgency: urgency)))
        }
        try await store.note(after, of: person.id, telling: mail, at: now)
    }

    /// Whether all that happened to the plan of late was done by this very person: they know what came of it.
    private func isOwnDoing(_ item: TaskNews.Item, of person: PersonID, at now: Date) async throws -> Bool {
        let plan = item.task.plan
        let start = now.addingTimeInterval(-Self.ofLate)
        let acts = try await office.store.acts(of: plan).filter { $0.recordedAt > start }.map(\.author)
        let changes = try await office.store.changes(of: plan, section: nil).filter { $0.madeAt > start }.map(\.author)
        let authors = Set((acts + changes).map(\.pseudonym))
        guard authors.count == 1, let author = authors.first else { return false }
        return try await store.person(behind: author, in: plan) == person
    }

    private func items(of list: WorkList, on today: CalendarDate) async throws -> [TaskNews.Item] {
        var items: [TaskNews.Item] = []
        for task in list.tasks {
            var meeting: Meeting?
            if case .decision(let body) = task.place {
                meeting = try await store.placings(of: task.plan).map(\.meeting).first {
                    $0.body == body && $0.state == .planned && $0.day >= today
                }
            }
            let urgency = TaskUrgency(of: task, on: today, calendar: office.calendar)
            items.append(TaskNews.Item(task: task, urgency: urgency, meeting: meeting))
        }
        return items
    }
}
