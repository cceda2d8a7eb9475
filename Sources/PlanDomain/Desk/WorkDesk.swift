import Workflow

/// Puts together what waits for somebody, over all plans in which they have a function.
public struct WorkDesk: Sendable {
    private let office: PlanOffice
    private let sources: [any TaskSource]

    /// - Parameter sources: what finds tasks beside those of stages and steps.
    public init(_ office: PlanOffice, sources: [any TaskSource] = []) {
        self.office = office
        self.sources = [StandingTasks()] + sources
    }

    /// What waits for a participant today; of one plan where it is given.
    public func list(for participant: Participant, in plan: PlanID? = nil) async throws -> WorkList {
        let all = if let plan { [plan] } else { try await office.store.projectedPlans() }
        return WorkList(
            try await tasks(for: participant, in: try await office.views(of: all.filter { participant.works(in: $0) })))
    }

    /// What waits for each of these participants today, in their order; every plan is read once.
    public func lists(for participants: [Participant]) async throws -> [WorkList] {
        let plans = try await office.store.projectedPlans().filter { plan in
            participants.contains { $0.works(in: plan) }
        }
        let views = try await office.views(of: plans)
        var lists: [WorkList] = []
        for participant in participants {
            let own = views.filter { participant.works(in: $0.projected.id) }
            lists.append(WorkList(try await tasks(for: participant, in: own)))
        }
        return lists
    }

    private func tasks(for participant: Participant, in views: [PlanView]) async throws -> [WorkTask] {
        var tasks: [WorkTask] = []
        for source in sources {
            tasks += try await source.tasks(for: participant, in: views, on: office.time.today)
        }
        for view in views where tasks.contains(where: { $0.plan == view.projected.id && $0.isRewriting }) {
            let sentBack = try await office.sentBack(in: view)
            tasks = tasks.map { $0.plan == view.projected.id ? $0.explained(by: sentBack) : $0 }
        }
        return tasks
    }

    /// The board of one plan. `notFound` for who may not read its working text.
    public func board(of plan: PlanID, for participant: Participant) async throws -> PlanBoard {
        try participant.require(.readWorking, in: plan)
        return PlanBoard(try await office.view(of: plan), on: office.time.today)
    }
}

extension Participant {
    /// Whether they have a function in a plan, their own or that of whom they replace.
    fileprivate func works(in plan: PlanID) -> Bool { !capacities(in: plan).isEmpty }
}
