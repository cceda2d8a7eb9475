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
        try await withText(of: plan) { present in
            guard present.commit == base else { throw PlanError(.conflict, Reason("text.moved-on")) }
            return try await write(edit, over: present)
        }
    }

    /// Runs `work` on the text as it stands while nobody else writes to the plan.
    func withText<Value: Sendable>(
        of plan: PlanID, _ work: @Sendable (PresentText) async throws -> Value
    ) async throws -> Value {
        try await turns.take(plan) {
            try await bringUpToDate(plan)
            let projected = try await projectedPlan(plan)
            let repository = try await repositories.repository(of: plan)
            let text = try await repository.text(at: projected.heads.text)
            return try await work(PresentText(plan: projected, text: text, repository: repository))
        }
    }

    /// Writes a change over the text as it stands, by all rules. Only within the turn that `present` is from.
    func write(_ edit: TextEdit, over present: PresentText) async throws -> Change {
        if let refusal = try await refusalOfChange(of: present.plan) { throw PlanError(.conflict, refusal) }
        let rules = TextRules()
        let text = try rules.successor(of: present.text, edit.text)
        try rules.check(edit.nature, from: present.text, to: text)
        let tidied = TextEdit(
            text: text, author: edit.author, madeAt: edit.madeAt, summary: try checkedSummary(edit.summary),
            nature: edit.nature, inputs: edit.inputs, files: edit.files)
        let change = try await present.repository.save(tidied, onTopOf: present.commit)
        try await followUp(on: present.plan.id)
        return change
    }

    /// Why the text of a plan may not be changed now; nil when it may.
    func refusalOfChange(of plan: ProjectedPlan) async throws -> Reason? {
        let repository = try await repositories.repository(of: plan.id)
        let workflow = try await definition(of: repository, at: plan.heads.text).definition
        return WorkflowEngine(workflow, calendar: calendar).refusalOfChange(given: try await facts(of: plan))
    }

    func checkedSummary(_ summary: String) throws(PlanError) -> String {
        let line = summary.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !line.isEmpty else { throw PlanError(.invalid, Reason("text.no-summary")) }
        return line
    }
}

/// The text of a plan as it stands in a turn.
struct PresentText: Sendable {
    let plan: ProjectedPlan
    let text: PlanText
    let repository: any PlanRepository

    var commit: CommitID { plan.heads.text }
}
