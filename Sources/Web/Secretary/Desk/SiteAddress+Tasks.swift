import PlanDomain

extension SiteAddress {
    /// The page on which a task is done; what has no page of its own yet leads to that of the plan.
    static func place(of task: WorkTask) -> SiteAddress {
        switch task.place {
        case .gate(let stage): .gate(task.plan, at: stage)
        case .section(let section): writing(section, in: task)
        case .signOff(let step): .signOff(task.plan, step: step)
        case .scheduling: .decision(task.plan, .schedule)
        case .decision: .decision(task.plan, .decide)
        case .release: .decision(task.plan, .release)
        case .planning: .planning(task.plan)
        case .disclosure: .decision(task.plan, .disclose)
        case .publication: .decision(task.plan, .publish)
        case .rounds: .rounds(task.plan)
        case .contribution(let round): ContributionPlace(plan: task.plan, round: round).overview()
        case .inputs(let number):
            number.flatMap { InputNumber($0) }.map { SiteAddress.input(task.plan, $0) } ?? .inputs(task.plan)
        case .intake(let document): .intake(task.plan, document)
        case .session(let step): .session(task.plan, step: step)
        }
    }

    /// The editor, for who may write; whoever may not reads what they are asked to see to.
    private static func writing(_ section: SectionID, in task: WorkTask) -> SiteAddress {
        let mayWrite = task.capacity.map { PlanRight.write.roles.contains($0.role) } ?? false
        return mayWrite ? .sectionEditor(task.plan, section) : .section(task.plan, section)
    }
}
