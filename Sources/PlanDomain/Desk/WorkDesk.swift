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
        let plans = all.filter { !participant.capacities(in: $0).isEmpty }
        let views = try await office.views(of: plans)
        var tasks: [WorkTask] = []
        for source in sources {
            tasks += try await source.tasks(for: participant, in: views, on: office.time.today)
        }
        return WorkList(tasks)
    }

    /// The board of one plan. `notFound` for who may not read its working text.
    public func board(of plan: PlanID, for participant: Participant) async throws -> PlanBoard {
        try participant.require(.readWorking, in: plan)
        return PlanBoard(try await office.view(of: plan), on: office.time.today)
    }
}
