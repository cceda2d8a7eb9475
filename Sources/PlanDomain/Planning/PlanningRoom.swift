import Workflow

/// Where the planning of a plan is looked at, and tried with other days; they are set with the plan's own fields.
public struct PlanningRoom: Sendable {
    private let office: PlanOffice
    private let store: any ConsultationStore & SessionStore & MeetingStore

    public init(_ office: PlanOffice, store: any ConsultationStore & SessionStore & MeetingStore) {
        self.office = office
        self.store = store
    }

    /// For who reads the working text.
    public func planning(of plan: PlanID, for participant: Participant) async throws -> PlanPlanning {
        try participant.require(.readWorking, in: plan)
        let view = try await office.view(of: plan)
        let sources = TimelineSources(
            view: view, rounds: try await store.roundViews(of: plan, at: office.time.now(), in: office),
            sessions: try await store.sessions(of: plan), placings: try await store.placings(of: plan),
            calendar: office.calendar, today: office.time.today)
        return PlanPlanning(sources: sources)
    }
}

/// The planning of one plan, as it is and as it would be.
public struct PlanPlanning: Sendable {
    let sources: TimelineSources

    public var view: PlanView { sources.view }
    /// The planned days by name.
    public var days: [String: CalendarDate] { view.projected.metadata.planning }
    public var timeline: PlanTimeline { sources.timeline(with: days) }

    /// As it would be with other planned days; those that are not named stay.
    public func timeline(moving days: [String: CalendarDate]) -> PlanTimeline {
        sources.timeline(with: self.days.merging(days) { _, new in new })
    }
}
