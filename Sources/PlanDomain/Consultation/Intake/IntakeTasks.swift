import Workflow

/// What waits at the intake: a document that came in and of which nobody said yet that all of it was cut into inputs.
public struct IntakeTasks: TaskSource {
    private let office: PlanOffice
    private let store: any IntakeStore

    public init(_ office: PlanOffice, store: any IntakeStore) {
        self.office = office
        self.store = store
    }

    public func tasks(
        for participant: Participant, in plans: [PlanView], on today: CalendarDate
    ) async throws -> [WorkTask] {
        var tasks: [WorkTask] = []
        for plan in plans {
            let id = plan.projected.id
            let capacity = participant.capacities(in: id).first { $0.role == .handler }
            guard let capacity else { continue }
            for document in try await store.intakeDocuments(of: id)
            where document.finishedAt == nil && document.standing != .lateRefused {
                let key = document.standing == .late ? "intake.work.decide" : "intake.work.\(document.kind.rawValue)"
                tasks.append(
                    WorkTask(
                        plan: id, planTitle: plan.projected.metadata.title,
                        what: Reason(key, ["day": .date(document.arrivedOn)]),
                        since: office.time.day(of: document.takenInAt), today: today, capacity: capacity,
                        place: .intake(document.id)))
            }
        }
        return tasks
    }
}
