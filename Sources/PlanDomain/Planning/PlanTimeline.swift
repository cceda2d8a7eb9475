import Workflow

/// What happens when with a plan (*planning*): its planned days, the terms that are counted from them, rounds, sessions and
/// the agendas that it stands on.
public struct PlanTimeline: Equatable, Sendable {
    public let today: CalendarDate
    /// By their last day.
    public let entries: [Entry]
    /// The weeks without meetings that fall within it.
    public let recesses: [MunicipalCalendar.Recess]
    /// What does not fit together; for whoever plans to look at, it stops nothing.
    public let warnings: [Reason]

    /// Something on one day, or from one day to another.
    public struct Entry: Identifiable, Equatable, Sendable {
        public let id: Subject
        public let name: Reason
        public let from: CalendarDate
        public let until: CalendarDate
        public let state: State
    }

    public enum Subject: Hashable, Sendable {
        /// A date of the plan's own planning, by its name.
        case planned(String)
        case deadline(String)
        case round(RoundID)
        case session(SessionID)
        case meeting(MeetingID)
    }

    public enum State: String, CaseIterable, Sendable {
        /// Its day has passed.
        case past
        /// What had to be done was done.
        case met
        case running
        case toCome = "to-come"
        /// A term that passed with something left to do.
        case overdue
    }

    /// The first and the last day of all that stands on it, today included; nil where nothing does.
    public var span: ClosedRange<CalendarDate>? {
        guard let first = entries.map(\.from).min(), let last = entries.map(\.until).max() else { return nil }
        return min(first, today)...max(last, today)
    }

    /// What has another day in another planning, in the order of this one.
    public func moves(to other: PlanTimeline) -> [Move] {
        let present = Dictionary(entries.map { ($0.id, $0) }) { first, _ in first }
        return other.entries.compactMap { entry in
            let before = present[entry.id]?.until
            return before == entry.until ? nil : Move(name: entry.name, from: before, to: entry.until)
        }
    }

    /// That something gets another day.
    public struct Move: Equatable, Sendable {
        public let name: Reason
        /// Nil for what had no day before.
        public let from: CalendarDate?
        public let to: CalendarDate
    }
}

/// What a timeline is made of.
struct TimelineSources {
    let view: PlanView
    let rounds: [RoundView]
    let sessions: [Session]
    let placings: [PlacedItem]
    let calendar: MunicipalCalendar
    let today: CalendarDate

    /// - Parameter planning: the planned days by name, in the place of those that the plan has.
    func timeline(with planning: [String: CalendarDate]) -> PlanTimeline {
        let all = planned(planning) + deadlines(planning) + rounds.map(entry) + sessions.compactMap(entry)
        let entries = (all + placings.filter { $0.meeting.state != .cancelled }.map(entry))
            .sorted { ($0.until, $0.from) < ($1.until, $1.from) }
        let days = (entries.map(\.from) + entries.map(\.until) + [today])
        let recesses = calendar.recesses.filter { recess in
            days.min().map { $0 <= recess.until } ?? false && days.max().map { recess.from <= $0 } ?? false
        }
        return PlanTimeline(
            today: today, entries: entries, recesses: recesses,
            warnings: PlanningCheck(
                definition: view.definition, planning: planning, entries: entries, rounds: rounds,
                calendar: calendar, today: today
            ).warnings)
    }

    private func planned(_ planning: [String: CalendarDate]) -> [PlanTimeline.Entry] {
        view.definition.planning.compactMap { date in
            planning[date.id].map { day in
                entry(.planned(date.id), Reason("planning.entry.planned", ["label": .label(date.label)]), day, day)
            }
        }
    }

    /// A term of which the day does not depend on the planning keeps the day that it has.
    private func deadlines(_ planning: [String: CalendarDate]) -> [PlanTimeline.Entry] {
        view.definition.deadlines.compactMap { deadline in
            guard let standing = view.standing.deadlines.first(where: { $0.id == deadline.id }) else { return nil }
            let due =
                deadline.anchor == .afterEntry
                ? standing.due : calendar.dueDate(of: deadline, entry: nil, planning: planning)
            return due.map { due in
                PlanTimeline.Entry(
                    id: .deadline(deadline.id),
                    name: Reason("planning.entry.deadline", ["label": .label(deadline.label)]), from: due, until: due,
                    state: standing.state == .met ? .met : due < today ? .overdue : .toCome)
            }
        }
    }

    private func entry(_ view: RoundView) -> PlanTimeline.Entry {
        entry(
            .round(view.round.id), Reason("planning.entry.round", ["title": .text(view.round.title)]),
            view.round.from, view.closedOn.map { min($0, view.until) } ?? view.until)
    }

    private func entry(_ session: Session) -> PlanTimeline.Entry? {
        guard session.state != .cancelled else { return nil }
        let name = Reason("planning.entry.session", ["kind": .phrase(Reason("sessions.kind.\(session.kind.rawValue)"))])
        return entry(.session(session.id), name, session.day, session.day)
    }

    private func entry(_ placed: PlacedItem) -> PlanTimeline.Entry {
        entry(
            .meeting(placed.meeting.id), Reason("planning.entry.meeting", ["body": .body(placed.meeting.body)]),
            placed.meeting.day, placed.meeting.day)
    }

    private func entry(
        _ id: PlanTimeline.Subject, _ name: Reason, _ from: CalendarDate, _ until: CalendarDate
    ) -> PlanTimeline.Entry {
        PlanTimeline.Entry(
            id: id, name: name, from: from, until: max(from, until),
            state: until < today ? .past : today < from ? .toCome : .running)
    }
}
