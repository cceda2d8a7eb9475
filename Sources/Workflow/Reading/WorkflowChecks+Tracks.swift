/// Whether tracks wait for what can happen, and steps are in an order that the engine can follow.
extension WorkflowChecks {
    /// Stages and tracks that are named exist, and no track waits for what cannot come first.
    func checkTracks() {
        for track in draft.tracks {
            _ = knownRank(track.stage)
            for other in track.after { checkWait(of: track, for: other) }
            if ancestors(of: track.id.value).contains(track.id.value) {
                let line = track.after.first?.line ?? track.id.line
                faults.add(line: line, "track-waits-for-itself", ["track": .text(track.id.value)])
            }
        }
    }

    /// A track cannot wait for one that only begins in a later stage.
    private func checkWait(of track: TrackDraft, for other: Located<String>) {
        guard let awaited = draft.track(other.value) else {
            return faults.addUnknown(
                line: other.line, "unknown-track", word: other.value, known: draft.tracks.map(\.id.value))
        }
        guard let rank = draft.rank(of: track.stage.value), let awaitedRank = draft.rank(of: awaited.stage.value)
        else { return }
        if awaitedRank > rank {
            faults.add(
                line: other.line, "track-waits-for-later",
                ["track": .text(track.id.value), "other": .text(other.value)])
        }
    }

    /// All tracks that must be done before this one, at any remove; itself among them where they go in a circle.
    private func ancestors(of id: String) -> Set<String> {
        var found: Set<String> = []
        var queue = draft.track(id)?.after.map(\.value) ?? []
        while let next = queue.popLast() {
            guard found.insert(next).inserted else { continue }
            queue += draft.track(next)?.after.map(\.value) ?? []
        }
        return found
    }

    func checkSteps() {
        for track in draft.tracks {
            for (index, step) in track.steps.enumerated() {
                checkRoles(of: step)
                checkBody(of: step)
                checkStage(of: step, in: track)
                checkPredecessor(of: step, at: index, in: track)
                checkSkip(of: step)
                for clause in step.gate {
                    checkClause(clause, at: track.stage.value)
                    if clause.parameters.track == track.id.value {
                        faults.add(
                            line: clause.parameters.lines[.track] ?? clause.id.line, "track-waits-for-itself",
                            ["track": .text(track.id.value)])
                    }
                }
                if step.act.value == .published, !step.gate.contains(where: { $0.condition is ConditionsFulfilled }) {
                    faults.add(
                        line: step.act.line, "published-without-condition",
                        ["condition": .text(ConditionsFulfilled.name)])
                }
            }
        }
    }

    /// A partner gives an opinion and records nothing else.
    private func checkRoles(of step: StepDraft) {
        refuseRolesWithoutActs(step.roles)
        for role in step.roles where role.value == .partner && step.act.value != .signedOff {
            faults.add(
                line: role.line, "role-cannot-do-act",
                ["role": .role(role.value), "act": .text(step.act.value.rawValue)])
        }
    }

    /// Who must do a step does not pass it over, and what a body decides is done or it is not there.
    private func checkSkip(of step: StepDraft) {
        refuseRolesWithoutActs(step.skip)
        if let first = step.skip.first, !StepDefinition.skippable.contains(step.act.value) {
            faults.add(line: first.line, "skip-not-taken", ["act": .text(step.act.value.rawValue)])
        }
        for role in step.skip where step.roles.contains(where: { $0.value == role.value }) {
            faults.add(line: role.line, "skip-by-responsible", ["role": .role(role.value)])
        }
        if let bulk = step.allowsBulk, step.act.value != .signedOff {
            faults.add(line: bulk.line, "bulk-not-taken", ["act": .text(step.act.value.rawValue)])
        }
    }

    /// Bodies meet, decide and release; other steps have none.
    private func checkBody(of step: StepDraft) {
        let needsBody: Set<ActKind> = [.scheduled, .decided, .finalReleased]
        let takesBody = needsBody.union([.meetingHeld])
        if needsBody.contains(step.act.value), step.body == nil {
            faults.add(line: step.act.line, "step-without-body", ["act": .text(step.act.value.rawValue)])
        }
        if let body = step.body, !takesBody.contains(step.act.value) {
            faults.add(line: body.line, "step-takes-no-body", ["act": .text(step.act.value.rawValue)])
        }
    }

    /// A body decides on one text, so on a frozen version.
    private func checkStage(of step: StepDraft, in track: TrackDraft) {
        guard [.decided, .finalReleased, .published].contains(step.act.value),
            let rank = draft.rank(of: track.stage.value), draft.stages[rank].subject == .sections
        else { return }
        faults.add(
            line: step.act.line, "step-needs-version",
            ["act": .text(step.act.value.rawValue), "stage": .text(track.stage.value)])
    }

    /// A decision needs an agenda, and a final release a decision, earlier in the track or in one that it waits for.
    private func checkPredecessor(of step: StepDraft, at index: Int, in track: TrackDraft) {
        // Without a body it was reported as such.
        guard step.body != nil else { return }
        let needed: ActKind
        switch step.act.value {
        case .decided: needed = .scheduled
        case .finalReleased: needed = .decided
        default: return
        }
        let above = track.order == .serial ? Array(track.steps[..<index]) : []
        let before = ancestors(of: track.id.value).compactMap(draft.track).flatMap(\.steps)
        let found = (above + before).contains {
            $0.act.value == needed && $0.isRequired && $0.body?.value == step.body?.value
        }
        if !found {
            faults.add(
                line: step.act.line, "step-without-predecessor",
                ["act": .text(step.act.value.rawValue), "needed": .text(needed.rawValue)])
        }
    }

    /// What a deadline is about exists and can still come.
    func checkDeadlines() {
        for deadline in draft.deadlines {
            guard let rank = knownRank(deadline.stage) else { continue }
            if let step = deadline.step {
                checkStep(step, of: deadline)
            } else if draft.stages[rank].next.isEmpty {
                faults.add(line: deadline.stage.line, "deadline-on-end-stage", ["stage": .text(deadline.stage.value)])
            }
            checkAnchor(of: deadline)
        }
    }

    private func checkStep(_ step: Located<String>, of deadline: DeadlineDraft) {
        let steps = draft.tracks.filter { $0.stage.value == deadline.stage.value }.flatMap(\.steps).map(\.id.value)
        if !steps.contains(step.value) {
            faults.addUnknown(line: step.line, "unknown-step", word: step.value, known: steps)
        }
    }

    /// The date exists in the planning, and a legal term keeps to the law on terms.
    private func checkAnchor(of deadline: DeadlineDraft) {
        let planned: String?
        switch deadline.anchor.value {
        case .afterEntry: planned = nil
        case .after(let name), .before(let name): planned = name
        }
        let known = draft.planning.map(\.value.id)
        if let planned, !known.contains(planned) {
            faults.addUnknown(line: deadline.anchor.line, "unknown-planning", word: planned, known: known)
        }
        guard deadline.isLegal else { return }
        if case .before = deadline.anchor.value { faults.add(line: deadline.anchor.line, "legal-counted-back") }
        if deadline.unit == .workingDays { faults.add(line: deadline.id.line, "legal-in-working-days") }
        if deadline.skipsRecess { faults.add(line: deadline.id.line, "legal-skips-recess") }
    }
}
