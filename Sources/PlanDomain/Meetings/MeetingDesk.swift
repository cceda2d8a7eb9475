import Foundation
import Workflow

/// Looks after the meetings of the bodies: their days, their agendas, and what was decided there.
///
/// Who keeps the meetings of a body does so for all plans: the secretary and the board office for the college, the clerk
/// for the council.
public struct MeetingDesk: Sendable {
    private let desk: PlanDesk
    private let store: any MeetingStore
    /// Makes a new id by chance.
    private let newID: @Sendable () -> String
    private var office: PlanOffice { desk.office }

    public init(
        _ desk: PlanDesk, store: any MeetingStore,
        newID: @escaping @Sendable () -> String = { UUID().uuidString.lowercased() }
    ) {
        self.desk = desk
        self.store = store
        self.newID = newID
    }
}

/// Meetings.
extension MeetingDesk {
    /// By day and time, from a day on where it is given. Anybody who works with plans may know when bodies meet.
    public func meetings(
        of body: GoverningBody? = nil, from day: CalendarDate? = nil, for participant: Participant
    ) async throws -> [Meeting] {
        try requireOffice(participant)
        return try await store.meetings(of: body, from: day)
    }

    public func meeting(_ id: MeetingID, for participant: Participant) async throws -> Meeting {
        try requireOffice(participant)
        return try await known(id)
    }

    /// Plans a meeting. `invalid` for a day that has passed.
    @discardableResult
    public func plan(
        _ body: GoverningBody, on day: CalendarDate, at time: TimeOfDay? = nil, in place: String = "",
        by participant: Participant
    ) async throws -> Meeting {
        try requireKeeper(of: body, participant)
        guard day >= office.time.today else {
            throw PlanError(.invalid, Reason("meeting.day-passed", ["day": .date(day)]))
        }
        guard let id = MeetingID(newID()) else { throw Self.unknown }
        let meeting = Meeting(id: id, body: body, day: day, startsAt: time, place: place.trimmed)
        try await store.save(meeting)
        return meeting
    }

    /// Changes day, time, place or state. What was held or cancelled can be planned again, for a slip of the hand.
    public func change(_ meeting: Meeting, by participant: Participant) async throws {
        let present = try await self.meeting(meeting.id, for: participant)
        try requireKeeper(of: present.body, participant)
        try await store.save(meeting)
    }
}

/// Agendas.
extension MeetingDesk {
    /// What stands on the agenda, in the order in which it is treated: of the council all of it, for its agendas are public;
    /// of the college, which meets behind closed doors, what the participant may read (Gemeentewet, articles 19 and 54).
    public func agenda(of id: MeetingID, for participant: Participant) async throws -> [AgendaLine] {
        let meeting = try await meeting(id, for: participant)
        let readings = PublicReadingRoom(office)
        var lines: [AgendaLine] = []
        for item in try await store.agenda(of: id) {
            guard let projected = try await office.store.projectedPlan(item.plan) else { continue }
            let level = try await readings.level(of: item.plan, for: participant)
            guard level != .none || meeting.body == .raad else { continue }
            let title =
                level == .working
                ? projected.metadata.title
                : try await scheduledTitle(of: item, among: try await office.store.acts(of: item.plan))
            lines.append(AgendaLine(item: item, title: title ?? item.plan.rawValue, level: level))
        }
        return lines
    }

    /// Puts a plan on the agenda of a coming meeting: first the act, then the item, which sending the form again renews.
    @discardableResult
    public func schedule(
        _ visit: DeskVisit, on id: MeetingID, as kind: AgendaItem.Kind, explanation: String? = nil
    ) async throws -> Act {
        _ = try visit.checked(.schedule)
        let meeting = try await known(id)
        guard meeting.state == .planned else { throw PlanError(.conflict, Reason("meeting.not-to-come")) }
        let act = try await desk.record(
            .scheduled(body: meeting.body, meeting: meeting.day), by: visit, asking: .schedule, reason: explanation)
        guard case .scheduled(meeting.body, _) = act.payload else {
            throw PlanError(.conflict, Reason("meeting.wrong-body"))
        }
        let item = AgendaItem(plan: visit.plan, kind: kind, act: act.sequence, explanation: explanation?.trimmed)
        try await store.put(item, on: id, today: office.time.today)
        return act
    }

    /// Puts the agenda in another order, plan by plan.
    public func order(_ plans: [PlanID], on id: MeetingID, by participant: Participant) async throws {
        try requireKeeper(of: try await meeting(id, for: participant).body, participant)
        try await store.order(plans, on: id)
    }

    /// Takes a plan off an agenda; the act that put it there stays in the register.
    public func remove(_ plan: PlanID, from id: MeetingID, by participant: Participant) async throws {
        try requireKeeper(of: try await meeting(id, for: participant).body, participant)
        try await store.remove(plan, from: id)
    }

    /// The list of decisions of a meeting, for the public or for who works on the plans.
    ///
    /// A decision is about the text that was decided on, so its points are read there.
    public func decisions(of id: MeetingID, for participant: Participant) async throws -> DecisionList {
        let meeting = try await known(id)
        var items: [DecisionList.Item] = []
        for item in try await store.agenda(of: id) {
            guard let projected = try await office.store.projectedPlan(item.plan) else { continue }
            let acts = try await office.store.acts(of: item.plan)
            let view = try await office.view(of: item.plan)
            let decision = DecisionList.decision(of: meeting, after: item.act, among: acts)
            let text = try await decision.asyncMap { act in
                try await office.repositories.repository(of: item.plan).text(at: act.text)
            }
            let isWithin = participant.may(.readWorking, in: item.plan)
            let scheduled = isWithin ? projected.metadata.title : try await scheduledTitle(of: item, among: acts)
            items.append(
                DecisionList.Item(
                    item, title: text?.metadata.title ?? scheduled ?? item.plan.rawValue,
                    points: text?.metadata.decisionPoints(for: meeting.body) ?? [], decision: decision,
                    of: meeting.body, view: view, acts: acts, isWithin: isWithin))
        }
        return DecisionList(meeting: meeting, items: items)
    }
}

extension MeetingDesk {
    private static let unknown = PlanError(.notFound, Reason("meeting.unknown"))

    /// What the plan was called in the text that was put on the agenda; nil where the act is not known.
    private func scheduledTitle(of item: AgendaItem, among acts: [Act]) async throws -> String? {
        guard let act = acts.first(where: { $0.sequence == item.act }) else { return nil }
        return try await office.repositories.repository(of: item.plan).text(at: act.text).metadata.title
    }

    private func known(_ id: MeetingID) async throws -> Meeting {
        guard let meeting = try await store.meeting(id) else { throw Self.unknown }
        return meeting
    }

    private func requireOffice(_ participant: Participant) throws(PlanError) {
        let readers = PlanRight.readOffered.roles
        let roles = (participant.appointments + participant.replacements.map(\.appointment)).map(\.role)
        guard roles.contains(where: readers.contains) else { throw Self.unknown }
    }

    private func requireKeeper(of body: GoverningBody, _ participant: Participant) throws(PlanError) {
        try requireOffice(participant)
        let keepers: Set<Role> = body == .college ? [.secretary, .boardOffice] : [.clerk]
        let replaced = participant.replacements.map(\.appointment).filter { $0.plan == nil }.map(\.role)
        guard !participant.generalRoles.union(replaced).isDisjoint(with: keepers) else {
            throw PlanError(
                .forbidden, Reason("meeting.keeper", ["body": .phrase(Reason("the-body." + body.rawValue))]))
        }
    }
}

extension Optional {
    /// As `map`, for what must be waited for.
    fileprivate func asyncMap<Value>(_ work: (Wrapped) async throws -> Value) async rethrows -> Value? {
        guard let self else { return nil }
        return try await work(self)
    }
}
