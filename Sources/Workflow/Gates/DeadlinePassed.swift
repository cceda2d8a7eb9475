/// A term has run out, such as the time that people get to react.
struct DeadlinePassed: GateCondition {
    static let name = "deadline-passed"
    static let required: Set<ConditionParameter> = [.deadline]

    let deadline: String

    init?(_ parameters: ConditionParameters) {
        guard let deadline = parameters.deadline else { return nil }
        self.deadline = deadline
    }

    func statement(in definition: WorkflowDefinition) -> Reason {
        Reason("condition.deadline-passed", ["deadline": label(in: definition)])
    }

    func missing(in situation: Situation) -> [Reason] {
        guard let definition = situation.definition.deadline(deadline) else { return [] }
        let entry = situation.history.entries[definition.stage]
        let label = label(in: situation.definition)
        guard
            let due = situation.calendar.dueDate(of: definition, entry: entry, planning: situation.facts.planning)
        else { return [Reason("gate.deadline-unknown", ["deadline": label])] }
        return situation.today > due ? [] : [Reason("gate.deadline-runs", ["deadline": label, "until": .date(due)])]
    }

    private func label(in definition: WorkflowDefinition) -> Reason.Argument {
        definition.deadline(deadline).map { .label($0.label) } ?? .text(deadline)
    }
}
