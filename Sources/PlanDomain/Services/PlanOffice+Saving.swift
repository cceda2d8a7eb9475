import Workflow

/// Changing the text of a plan.
extension PlanOffice {
    /// Saves a change if the plan's stage and the rules of the text allow it.
    ///
    /// - Parameter base: the text that the change was made on.
    /// - Throws: `conflict` when the text has moved on since `base`, or stands still before a body; `invalid` when the
    ///   text breaks a rule, or its nature is not what the words say.
    @discardableResult
    public func save(_ edit: TextEdit, in plan: PlanID, basedOn base: CommitID) async throws -> Change {
        try await turns.take(plan) {
            try await bringUpToDate(plan)
            let projected = try await projectedPlan(plan)
            guard projected.heads.text == base else { throw PlanError(.conflict, Reason("text.moved-on")) }
            let repository = try await repositories.repository(of: plan)
            let workflow = try await definition(of: repository, at: base).definition
            let engine = WorkflowEngine(workflow, calendar: calendar)
            if let refusal = engine.refusalOfChange(given: try await facts(of: projected)) {
                throw PlanError(.conflict, refusal)
            }
            let old = try await repository.text(at: base)
            let rules = TextRules()
            let text = try rules.successor(of: old, edit.text)
            try rules.check(edit.nature, from: old, to: text)
            let tidied = TextEdit(
                text: text, author: edit.author, madeAt: edit.madeAt, summary: try checkedSummary(edit.summary),
                nature: edit.nature, inputs: edit.inputs)
            let change = try await repository.save(tidied, onTopOf: base)
            try await followUp(on: plan)
            return change
        }
    }

    func checkedSummary(_ summary: String) throws(PlanError) -> String {
        let line = summary.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !line.isEmpty else { throw PlanError(.invalid, Reason("text.no-summary")) }
        return line
    }
}
