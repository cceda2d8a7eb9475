import PlanDomain
import Workflow

/// Official acts.
extension DemoBuilder {
    mutating func act(_ event: DemoEvent, in plan: DemoPlan, at desk: Desk, request: String) async throws {
        switch event.deed {
        case .openRound(let round): try await open(round, in: plan, at: desk, request: request)
        case .extendRound(let round, let day):
            try await extend(round, until: day, event, in: plan, at: desk, request: request)
        case .closeRound(let round): try await close(round, event, in: plan, at: desk, request: request)
        case .tell(let round): try await tell(round, event, in: plan, at: desk)
        case .holdMeeting(let id, let body): try await note(id, body, event, at: desk, request: request)
        case .holdSession(let session): try await hold(session, event, in: plan, at: desk, request: request)
        case .takeIn(let post): try await take(post, event, in: plan, at: desk, request: request)
        case .schedule(let body, let day, let kind):
            try await schedule(body, on: day, as: kind, explanation: event.reason, at: desk, request: request)
        case .takeOffAgenda(let body): try await takeOffAgenda(of: body, at: desk)
        case .decide(let body, let outcome):
            try await decide(body, outcome, minutes: event.reason, at: desk, request: request)
        default: try await move(event, at: desk, request: request)
        }
    }

    /// Stages, parafen and what becomes public.
    private func move(_ event: DemoEvent, at desk: Desk, request: String) async throws {
        let visit = try await visit(desk, request)
        let sections = try await sections(event.deed.sections, of: desk.plan)
        switch event.deed {
        case .move(let from, let to, _): try await planDesk.moveOn(visit, from: from, to: to, sections: sections)
        case .sendBack(let from, let to, _):
            try await planDesk.sendBack(visit, from: from, to: to, sections: sections, reason: event.reason ?? "")
        case .override(let stage, let condition):
            try await planDesk.setAside(visit, condition: condition, at: stage, reason: event.reason ?? "")
        case .signOff(let step, let verdict):
            try await SignOffDesk(planDesk).signOff(visit, step: step, verdict: verdict, remark: event.reason)
        case .release: try await planDesk.release(visit)
        case .fulfilCondition:
            let open = try await hall.reading.plan(desk.plan).standing.conditions.first { !$0.isFulfilled }
            try await planDesk.fulfil(visit, condition: open?.id ?? "", reason: event.reason)
        case .publish: try await planDesk.publish(visit)
        default: return
        }
    }

    /// That a session was held (*bijeenkomst*): not a meeting that decides, so it has no agenda.
    private func note(
        _ session: String, _ body: GoverningBody?, _ event: DemoEvent, at desk: Desk, request: String
    ) async throws {
        let act = NewAct(
            .meetingHeld(meeting: session, body: body), by: desk.author, onBehalfOf: desk.capacity.onBehalfOf,
            on: hall.office.time.today, reason: event.reason, requestID: request)
        try await hall.office.record(act, in: desk.plan)
    }

    /// On sight of the text as it stands.
    func visit(_ desk: Desk, _ request: String) async throws -> DeskVisit {
        DeskVisit(
            participant: desk.participant, capacity: desk.capacity, plan: desk.plan,
            shown: try await shown(of: desk.plan), requestID: request)
    }

    func shown(of plan: PlanID) async throws -> CommitID { try await hall.office.heads(of: plan).text }
}

extension DemoDeed {
    /// The sections that it is about, by title; empty for the plan as a whole.
    fileprivate var sections: [String] {
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
        case .tell: .tell
        case .holdMeeting: .holdMeeting
        case .takeIn: .takeIn
        case .holdSession: .holdSession
        case .override: .override
        case .signOff: .signOff
        case .schedule: .schedule
        case .takeOffAgenda: .takeOffAgenda
        case .decide: .decide
        case .release: .release
        case .fulfilCondition: .fulfilCondition
        case .publish: .publish
        }
    }
}
