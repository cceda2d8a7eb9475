/// What a condition looks at: the plan's history, the stage that is to be left and the day.
public struct Situation: Sendable {
    let history: PlanHistory
    let calendar: MunicipalCalendar
    /// The day on which it is asked.
    public let today: CalendarDate
    /// The stage whose gate, or in which the step, it is about.
    public let stage: StageDefinition
    /// The sections that want to go on, in the order of the plan.
    public let sections: [SectionFact]

    public var definition: WorkflowDefinition { history.definition }
    public var facts: PlanFacts { history.facts }

    /// The roles that do steps of this kind, each once, in the order of the workflow.
    func roles(of act: ActKind, body: GoverningBody? = nil) -> [Role] {
        var roles: [Role] = []
        for step in definition.tracks.flatMap(\.steps)
        where step.act == act && (body == nil || step.body == body) {
            roles += step.roles.filter { !roles.contains($0) }
        }
        return roles
    }
}
