import Workflow

/// Reacting in a round, for councillors and advisers who are asked in it: they have an account, and look at what waits
/// for them. Contacts of organisations have none; they are asked by their invitation.
///
/// Nobody has to react, so it stops nobody; and it is gone once they sent something in.
public struct RoundTasks: TaskSource {
    private let room: ContributionRoom
    private let store: any ConsultationStore
    private let time: OfficeTime

    public init(_ office: PlanOffice, store: any ConsultationStore, seals: InputSeals) {
        room = ContributionRoom(office, store: store, seals: seals)
        self.store = store
        time = office.time
    }

    public func tasks(
        for participant: Participant, in plans: [PlanView], on today: CalendarDate
    ) async throws -> [WorkTask] {
        var tasks: [WorkTask] = []
        for plan in plans {
            let id = plan.projected.id
            guard participant.person != nil, participant.may(.contribute, in: id) else { continue }
            let open = try await room.rounds(of: id, for: participant).filter { $0.state == .open }
            guard !open.isEmpty else { continue }
            let access = InputAccess(participant, in: id)
            let answered = Set(try await store.inputs(of: id).filter { access.owns($0) }.map(\.round))
            for view in open where !answered.contains(view.round.id) {
                tasks.append(
                    WorkTask(
                        plan: id, planTitle: plan.projected.metadata.title,
                        what: Reason("rounds.work.\(view.round.audience)"), since: time.day(of: view.opensAt),
                        due: view.until, today: today, isRequired: false,
                        capacity: participant.capacities(in: id).first { $0.onBehalfOf == nil },
                        place: .contribution(view.round.id)))
            }
        }
        return tasks
    }
}
