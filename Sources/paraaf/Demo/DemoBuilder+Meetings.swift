import PlanDomain
import Workflow

/// Meetings of the bodies, and what stands on their agendas.
extension DemoBuilder {
    private var meetings: MeetingDesk { MeetingDesk(planDesk, store: hall.store) }
    var planDesk: PlanDesk { PlanDesk(hall.office, people: hall.store) }

    /// Puts the plan on the agenda of the meeting of that day, which is planned where nobody did so before.
    func schedule(
        _ body: GoverningBody, on day: RelativeDay, as kind: AgendaItem.Kind, explanation: String?, at desk: Desk,
        request: String
    ) async throws {
        let date = demo.calendar.date(day)
        let known = try await meetings.meetings(of: body, from: date, for: desk.participant).first {
            $0.day == date && $0.state == .planned
        }
        let meeting: Meeting
        if let known {
            meeting = known
        } else {
            meeting = try await meetings.plan(
                body, on: date, at: TimeOfDay(body == .college ? "09:30" : "19:30"),
                in: body == .college ? "Stadhuis, collegekamer" : "Stadhuis, raadzaal", by: desk.participant)
        }
        try await meetings.schedule(
            try await visit(desk, request), on: meeting.id, as: kind, explanation: explanation)
    }

    /// Takes the plan off the agendas of the meetings to come; a meeting with nothing left is called off.
    func takeOffAgenda(of body: GoverningBody, at desk: Desk) async throws {
        let today = hall.office.time.today
        for meeting in try await meetings.meetings(of: body, from: today, for: desk.participant)
        where meeting.state == .planned {
            let items = try await meetings.agenda(of: meeting.id, for: desk.participant)
            guard items.contains(where: { $0.plan == desk.plan }) else { continue }
            try await meetings.remove(desk.plan, from: meeting.id, by: desk.participant)
            guard items.count == 1 else { continue }
            var cancelled = meeting
            cancelled.state = .cancelled
            try await meetings.change(cancelled, by: desk.participant)
        }
    }

    /// Records what a body decided today. Whoever keeps the meeting notes that it was held.
    func decide(
        _ body: GoverningBody, _ outcome: PointOutcome, minutes: String?, at desk: Desk, request: String
    ) async throws {
        let today = hall.office.time.today
        try await planDesk.decide(
            try await visit(desk, request), body: body, on: today,
            results: try await points(of: desk.plan, for: body, outcome), minutes: minutes)
        for var meeting in try await meetings.meetings(of: body, from: today, for: desk.participant)
        where meeting.day == today && meeting.state == .planned {
            meeting.state = .held
            try await meetings.change(meeting, by: desk.participant)
        }
    }

    /// The same outcome on every point. A council that was asked nothing in words is asked to adopt the plan.
    private func points(
        of plan: PlanID, for body: GoverningBody, _ outcome: PointOutcome
    ) async throws -> [PointResult] {
        let points = try await hall.reading.plan(plan).projected.metadata.decisionPoints(for: body)
        guard !points.isEmpty else { return [PointResult(point: 1, outcome: outcome)] }
        return points.indices.map { PointResult(point: $0 + 1, outcome: outcome) }
    }
}
