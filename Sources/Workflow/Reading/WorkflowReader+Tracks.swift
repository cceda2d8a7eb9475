import Yams

/// Tracks, their steps, and deadlines.
extension WorkflowReader {
    func readTrack(_ node: Node) -> TrackDraft? {
        let keys = ["id", "label", "stage", "after", "order", "goes-on", "steps"]
        guard let fields = Fields(node, known: keys, faults: faults) else { return nil }
        let id = fields.id("id")
        let label = fields.text("label")
        let stage = fields.word("stage")
        let order: TrackDefinition.Order? = fields.has("order") ? fields.choice("order") : .serial
        let steps = parts(fields.list("steps"), readStep)
        let after = fields.words("after")
        let goesOn = fields.flag("goes-on", default: false)
        guard let id, let label, let stage, let order else { return nil }
        return TrackDraft(
            id: id, label: label, stage: stage, after: after, order: order, goesOn: goesOn, steps: steps)
    }

    private func readStep(_ node: Node) -> StepDraft? {
        let keys = ["id", "label", "act", "by", "body", "required", "repeatable", "gate", "skip", "bulk"]
        guard let fields = Fields(node, known: keys, faults: faults) else { return nil }
        let id = fields.id("id")
        let label = fields.text("label")
        let act = readAct(fields)
        let roles = readRoles(fields, "by")
        let body = fields.optionalWord("body").flatMap { word -> Located<GoverningBody>? in
            fields.choice(word, "unknown-body").map { Located(value: $0, line: word.line) }
        }
        if fields.has("body"), body == nil { faults.lostPart = true }
        let isRequired = fields.flag("required", default: true)
        let isRepeatable = fields.flag("repeatable", default: false)
        let gate = parts(fields.optionalList("gate"), readClause)
        let skip = fields.has("skip") ? readRoles(fields, "skip") : []
        let bulk = fields.has("bulk") ? fields.flag("bulk", default: true) : nil
        guard let id, let label, let act else { return nil }
        return StepDraft(
            id: id, label: label, act: act, roles: roles, body: body, isRequired: isRequired,
            isRepeatable: isRepeatable, gate: gate, skip: skip,
            allowsBulk: bulk.map { Located(value: $0, line: fields.line(of: "bulk")) })
    }

    private func readAct(_ fields: Fields) -> Located<ActKind>? {
        guard let word = fields.word("act") else { return nil }
        let known = ActKind.allCases.filter(WorkflowDefinition.stepActs.contains)
        guard let kind = known.first(where: { $0.rawValue == word.value }) else {
            faults.addUnknown(line: word.line, "unknown-act", word: word.value, known: known.map(\.rawValue))
            return nil
        }
        return Located(value: kind, line: word.line)
    }

    func readDeadline(_ node: Node) -> DeadlineDraft? {
        let keys = ["id", "label", "stage", "step", "count", "unit", "after", "before", "skip-recess", "legal"]
        guard let fields = Fields(node, known: keys, faults: faults) else { return nil }
        let id = fields.id("id")
        let label = fields.text("label")
        let stage = fields.word("stage")
        let count = fields.number("count", in: 1...1000)
        let unit: DeadlineDefinition.Unit? = fields.choice("unit")
        let anchor = readAnchor(fields)
        let step = fields.optionalWord("step")
        let skipsRecess = fields.flag("skip-recess", default: false)
        let isLegal = fields.flag("legal", default: false)
        guard let id, let label, let stage, let count, let unit, let anchor else { return nil }
        return DeadlineDraft(
            id: id, label: label, stage: stage, step: step, count: count.value, unit: unit, anchor: anchor,
            skipsRecess: skipsRecess, isLegal: isLegal)
    }

    /// `after: entry`, `after: PLANNED-DATE` or `before: PLANNED-DATE`, exactly one of them.
    private func readAnchor(_ fields: Fields) -> Located<DeadlineDefinition.Anchor>? {
        switch (fields.optionalWord("after"), fields.optionalWord("before")) {
        case (let after?, nil):
            Located(value: after.value == "entry" ? .afterEntry : .after(planned: after.value), line: after.line)
        case (nil, let before?):
            Located(value: .before(planned: before.value), line: before.line)
        case (nil, nil):
            absentAnchor(fields.line, "deadline-without-anchor")
        case (.some, let before?):
            absentAnchor(before.line, "deadline-with-two-anchors")
        }
    }

    private func absentAnchor(_ line: Int, _ key: String) -> Located<DeadlineDefinition.Anchor>? {
        faults.add(line: line, key)
        return nil
    }
}
