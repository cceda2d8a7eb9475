import Workflow

/// Meetings of the bodies, and what stands on their agendas.
public protocol MeetingStore: Sendable {
    /// By day and time; of one body, and from a day on, where they are given.
    func meetings(of body: GoverningBody?, from day: CalendarDate?) async throws -> [Meeting]
    func meeting(_ id: MeetingID) async throws -> Meeting?
    /// Adds or replaces. `conflict` where the meeting was of another body.
    func save(_ meeting: Meeting) async throws

    /// In the order in which they are treated.
    func agenda(of meeting: MeetingID) async throws -> [AgendaItem]
    /// Every agenda that a plan stands on, the earliest meeting first.
    func placings(of plan: PlanID) async throws -> [PlacedItem]
    /// Puts a plan at the end of an agenda, or renews it at its place; it leaves the agendas of other planned meetings of
    /// that body later than `today`. `notFound` for a meeting that is not there, `conflict` for one that was held or
    /// cancelled.
    func put(_ item: AgendaItem, on meeting: MeetingID, today: CalendarDate) async throws
    /// Takes a plan off an agenda; taking off what is not there changes nothing.
    func remove(_ plan: PlanID, from meeting: MeetingID) async throws
    /// Puts an agenda in this order. `conflict` where these are not the plans that stand on it.
    func order(_ plans: [PlanID], on meeting: MeetingID) async throws
}
