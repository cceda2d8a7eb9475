import Workflow

/// Tells the secretary which terms passed while others had something left to do (*escalatie*).
///
/// Whoever has to do it hears so before the term, on its last day and after it, like every task that is due; some working
/// days later it is the secretary's to look at.
public struct EscalationTasks: TaskSource {
    /// In working days after the term.
    static let patience = 3

    private let calendar: MunicipalCalendar

    public init(_ office: PlanOffice) { calendar = office.calendar }

    public func tasks(
        for participant: Participant, in plans: [PlanView], on today: CalendarDate
    ) async throws -> [WorkTask] {
        plans.flatMap { plan -> [WorkTask] in
            let id = plan.projected.id
            guard let capacity = participant.capacities(in: id).first(where: { $0.role == .secretary }) else {
                return []
            }
            return plan.standing.deadlines.compactMap { deadline in
                guard deadline.state == .overdue, let due = deadline.due,
                    calendar.addingWorkingDays(Self.patience, to: due) < today,
                    !isTheirOwn(deadline, in: plan)
                else { return nil }
                return WorkTask(
                    plan: id, planTitle: plan.projected.metadata.title,
                    what: Reason("work.escalated", ["label": .label(deadline.label), "day": .date(due)]),
                    since: calendar.addingWorkingDays(Self.patience + 1, to: due), today: today, isRequired: false,
                    capacity: capacity, place: .planning)
            }
        }
    }

    /// A step that the secretary does themselves stands among their tasks already.
    private func isTheirOwn(_ deadline: DeadlineStanding, in plan: PlanView) -> Bool {
        plan.standing.tracks.flatMap(\.steps).contains { $0.id == deadline.step && $0.roles.contains(.secretary) }
    }
}
