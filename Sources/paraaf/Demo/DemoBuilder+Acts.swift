import PlanDomain
import Workflow

/// Official acts.
extension DemoBuilder {
    func act(_ event: DemoEvent, at desk: Desk, request: String) async throws {
        guard let payload = try await payload(of: event.deed, in: desk.plan) else { return }
        let act = NewAct(
            payload, sections: try await sections(event.deed.sections, of: desk.plan), by: desk.author,
            onBehalfOf: desk.onBehalfOf, on: hall.office.time.today, reason: event.reason, requestID: request)
        try await hall.office.record(act, in: desk.plan)
    }

    private func payload(of deed: DemoDeed, in plan: PlanID) async throws -> ActPayload? {
        switch deed {
        case .start, .change, .addSection, .fillDocument: return nil
        case .move(let from, let to, _): return .stageMoved(from: from, to: to)
        case .sendBack(let from, let to, _): return .sentBack(from: from, to: to)
        case .openRound(let id, let audience, let until):
            return .roundOpened(
                round: id, audience: LocalizedText(nl: audience), from: hall.office.time.today,
                until: demo.calendar.date(until))
        case .extendRound(let id, let until): return .roundExtended(round: id, until: demo.calendar.date(until))
        case .closeRound(let id): return .roundClosed(round: id)
        case .holdMeeting(let id, let body): return .meetingHeld(meeting: id, body: body)
        case .override(let stage, let condition): return .gateOverridden(stage: stage, condition: condition)
        case .signOff(let step, let verdict): return .signedOff(step: step, verdict: verdict)
        case .schedule(let body, let meeting):
            return .scheduled(body: body, meeting: demo.calendar.date(meeting))
        case .decide(let body, let outcome):
            return .decided(body: body, points: try await points(of: plan, for: body, outcome))
        case .release: return .finalReleased
        case .fulfilCondition:
            let open = try await hall.reading.plan(plan).standing.conditions.first { !$0.isFulfilled }
            return .conditionFulfilled(condition: open?.id ?? "")
        case .publish: return .published
        }
    }

    /// The same outcome on every point of the nota; the council is asked one thing, to adopt the plan.
    private func points(
        of plan: PlanID, for body: GoverningBody, _ outcome: PointOutcome
    ) async throws -> [PointResult] {
        guard body == .college else { return [PointResult(point: 1, outcome: outcome)] }
        let points = try await hall.reading.plan(plan).projected.metadata.nota.decisionPoints
        return points.indices.map { PointResult(point: $0 + 1, outcome: outcome) }
    }
}

extension DemoDeed {
    /// The sections that it is about, by title; empty for the plan as a whole.
    var sections: [String] {
        switch self {
        case .move(_, _, let sections), .sendBack(_, _, let sections): sections
        default: []
        }
    }

    var kind: Kind {
        switch self {
        case .start: .start
        case .change: .change
        case .addSection: .addSection
        case .fillDocument: .fillDocument
        case .move: .move
        case .sendBack: .sendBack
        case .openRound: .openRound
        case .extendRound: .extendRound
        case .closeRound: .closeRound
        case .holdMeeting: .holdMeeting
        case .override: .override
        case .signOff: .signOff
        case .schedule: .schedule
        case .decide: .decide
        case .release: .release
        case .fulfilCondition: .fulfilCondition
        case .publish: .publish
        }
    }
}
