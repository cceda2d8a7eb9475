/// What the parts of a workflow say of each other: ids that repeat or point nowhere, and rules that contradict.
struct WorkflowChecks {
    let draft: WorkflowDraft
    let faults: FaultCollector

    /// Roles that read, answer or vote in a way of their own, and so neither move sections nor do steps.
    static let rolesWithoutActs: Set<Role> = [.resident, .councillor, .auditor]

    func checkCoherence() {
        checkStageOrder()
        checkStages()
        checkTracks()
        checkSteps()
        checkDeadlines()
        for stage in draft.stages {
            for clause in stage.gate { checkClause(clause, at: stage.id.value.rawValue) }
        }
    }

    /// Whether every id stands for one thing; those that repeat are reported at their second place.
    func idsAreUnique() -> Bool {
        var lists: [(ids: [Located<String>], fault: String)] = [
            (draft.stages.map { Located(value: $0.id.value.rawValue, line: $0.id.line) }, "duplicate-stage"),
            (draft.tracks.map(\.id), "duplicate-track"),
            (draft.tracks.flatMap(\.steps).map(\.id), "duplicate-step"),
            (draft.deadlines.map(\.id), "duplicate-deadline"),
            (draft.documents.map { Located(value: $0.value.id, line: $0.line) }, "duplicate-document"),
            (draft.planning.map { Located(value: $0.value.id, line: $0.line) }, "duplicate-planning"),
        ]
        for stage in draft.stages {
            let steps = draft.tracks.filter { $0.stage.value == stage.id.value.rawValue }.flatMap(\.steps)
            lists.append(((stage.gate + steps.flatMap(\.gate)).map(\.id), "duplicate-condition"))
        }
        return lists.map { refuseRepeated($0.ids, $0.fault) }.allSatisfy { $0 }
    }

    /// Reports the second of two equal ids, with the line of the first; true where there are none.
    private func refuseRepeated(_ ids: [Located<String>], _ fault: String) -> Bool {
        var firstLines: [String: Int] = [:]
        for id in ids {
            if let first = firstLines[id.value] {
                faults.add(line: id.line, fault, ["word": .text(id.value), "first": .number(first)])
            } else {
                firstLines[id.value] = id.line
            }
        }
        return firstLines.count == ids.count
    }

    /// What a stage may have follows from its place: first, last, before or after the version is frozen.
    private func checkStages() {
        var versionBegan = false
        for (index, stage) in draft.stages.enumerated() {
            let id = stage.id.value.rawValue
            refuseRolesWithoutActs(stage.movedBy)
            if stage.subject == .version {
                versionBegan = true
                if index == 0 { faults.add(line: stage.id.line, "first-stage-about-version", ["stage": .text(id)]) }
            } else if versionBegan {
                faults.add(line: stage.id.line, "sections-after-version", ["stage": .text(id)])
            }
            if stage.next.isEmpty {
                if let line = stage.gateLine { faults.add(line: line, "gate-on-end-stage", ["stage": .text(id)]) }
                if let line = stage.movedByLine { faults.add(line: line, "mover-on-end-stage", ["stage": .text(id)]) }
            }
            if let sendBack = stage.sendBack { checkSendBack(sendBack, from: index) }
        }
    }

    /// Back means back: every target comes before the stage.
    private func checkSendBack(_ sendBack: StageDraft.SendBackDraft, from rank: Int) {
        refuseRolesWithoutActs(sendBack.roles)
        if rank == 0 { return faults.add(line: sendBack.line, "send-back-from-first") }
        for target in sendBack.targets {
            guard let targetRank = knownRank(target) else { continue }
            if targetRank >= rank {
                faults.add(
                    line: target.line, "send-back-not-back",
                    ["stage": .text(draft.stages[rank].id.value.rawValue), "target": .text(target.value)])
            }
        }
    }

    /// One line of a gate that guards leaving the stage, or a step in that stage.
    func checkClause(_ clause: ClauseDraft, at stage: String) {
        refuseRolesWithoutActs(clause.override)
        let responsible = clause.actors.map(\.value)
        for role in clause.override where responsible.contains(role.value) {
            faults.add(line: role.line, "override-by-responsible", ["role": .role(role.value)])
        }
        let parameters = clause.parameters
        for document in parameters.documents where !draft.documents.contains(where: { $0.value.id == document }) {
            faults.addUnknown(
                line: parameters.lines[.documents] ?? clause.id.line, "unknown-document", word: document,
                known: draft.documents.map(\.value.id))
        }
        if let track = parameters.track { checkTrackParameter(track, of: clause) }
        if let deadline = parameters.deadline, !draft.deadlines.contains(where: { $0.id.value == deadline }) {
            faults.addUnknown(
                line: parameters.lines[.deadline] ?? clause.id.line, "unknown-deadline", word: deadline,
                known: draft.deadlines.map(\.id.value))
        }
        if let need = clause.condition.neededStep, !hasStep(need, upTo: stage) {
            faults.add(
                line: clause.id.line, "condition-without-step",
                ["condition": .text(clause.id.value), "act": .text(need.act.rawValue)])
        }
    }

    /// A condition about sign-offs names a track in which something is signed off.
    private func checkTrackParameter(_ id: String, of clause: ClauseDraft) {
        let line = clause.parameters.lines[.track] ?? clause.id.line
        guard let track = draft.track(id) else {
            return faults.addUnknown(
                line: line, "unknown-track", word: id, known: draft.tracks.map(\.id.value))
        }
        if !track.steps.contains(where: { $0.act.value == .signedOff }) {
            faults.add(line: line, "track-without-sign-off", ["track": .text(id)])
        }
    }

    /// Whether a step that meets the need can be done in this stage or an earlier one.
    private func hasStep(_ need: StepNeed, upTo stage: String) -> Bool {
        guard let limit = draft.rank(of: stage) else { return true }
        return draft.tracks.contains { track in
            guard let rank = draft.rank(of: track.stage.value), rank <= limit else { return false }
            return track.steps.contains {
                $0.act.value == need.act && (need.body == nil || $0.body?.value == need.body)
            }
        }
    }

    /// Residents, councillors and auditors are named nowhere as ones who act.
    func refuseRolesWithoutActs(_ roles: [Located<Role>]) {
        for role in roles where Self.rolesWithoutActs.contains(role.value) {
            faults.add(line: role.line, "role-without-acts", ["role": .role(role.value)])
        }
    }

    /// The rank of a stage that is named; a fault where there is no such stage.
    func knownRank(_ stage: Located<String>) -> Int? {
        if let rank = draft.rank(of: stage.value) { return rank }
        faults.addUnknown(
            line: stage.line, "unknown-stage", word: stage.value, known: draft.stages.map(\.id.value.rawValue))
        return nil
    }
}
