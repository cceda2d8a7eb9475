/// Steps of tracks: whose turn it is, and what the act itself must say.
extension ActQuestion {
    /// Why no step of this kind may be done now; nil when one may.
    func refusalOfStep(_ kind: ActKind, _ body: GoverningBody? = nil) -> Reason? {
        let steps = definition.tracks.flatMap(\.steps).filter {
            $0.act == kind && (body == nil || $0.body == body)
        }
        return refusal(ofAnyOf: steps)
    }

    /// The step is named in the act; *niet akkoord* needs its reason.
    func refusalOfSignOff(step id: String, verdict: SignOffVerdict) -> Reason? {
        guard let step = history.step(id), step.act == .signedOff else {
            return Reason("refusal.unknown-step", ["step": .text(id)])
        }
        if let refusal = refusal(ofAnyOf: [step]) { return refusal }
        return verdict == .notAgreed ? refusalWithoutReason() : nil
    }

    /// Each meeting is recorded once, and none from before the stage that it counts for was reached.
    func refusalOfMeeting(_ meeting: String, _ body: GoverningBody?) -> Reason? {
        let steps = definition.tracks.flatMap(\.steps).filter { $0.act == .meetingHeld && $0.body == body }
        if let refusal = refusal(ofAnyOf: steps) { return refusal }
        let known = history.facts.acts.contains {
            if case .meetingHeld(meeting, _) = $0.payload { true } else { false }
        }
        if known { return Reason("refusal.meeting-known", ["meeting": .text(meeting)]) }
        let entries = steps.compactMap { definition.stage(ofStep: $0.id) }.compactMap(history.firstEntry)
        guard let date = act.date, let begun = entries.max(), date < begun else { return nil }
        return Reason("refusal.meeting-before-stage", ["date": .date(date), "begun": .date(begun)])
    }

    /// An agenda is made before its meeting, or on the day itself.
    func refusalOfScheduling(_ body: GoverningBody, _ meeting: CalendarDate?) -> Reason? {
        if let refusal = refusalOfStep(.scheduled, body) { return refusal }
        guard let meeting, let date = act.date, meeting < date else { return nil }
        return Reason("refusal.meeting-before-scheduling", ["meeting": .date(meeting), "date": .date(date)])
    }

    /// A release without a date is taken as given in order; one with a date may not lie before the decision.
    func refusalOfRelease() -> Reason? {
        if let refusal = refusalOfStep(.finalReleased) { return refusal }
        let decisions = GoverningBody.allCases.compactMap(history.decision).compactMap(\.date)
        guard let date = act.date, let decided = decisions.max(), date < decided else { return nil }
        return Reason("refusal.release-before-decision", ["date": .date(date), "decided": .date(decided)])
    }

    /// Each point of the nota or raadsvoorstel exactly once. Where none is known for the body, they count from 1.
    func refusalOfPoints(_ points: [PointResult], of body: GoverningBody) -> Reason? {
        let numbers = points.map(\.point)
        if numbers.isEmpty { return Reason("refusal.points-none") }
        var known = history.facts.decisionPoints.filter { $0.body == body }.map(\.number)
        if known.isEmpty { known = Array(1...numbers.count) }
        if let twice = numbers.first(where: { number in numbers.count { $0 == number } > 1 }) {
            return Reason("refusal.point-twice", ["point": .number(twice)])
        }
        if let unknown = numbers.first(where: { !known.contains($0) }) {
            return Reason("refusal.unknown-point", ["point": .number(unknown), "count": .number(known.count)])
        }
        let missing = known.filter { !numbers.contains($0) }
        guard !missing.isEmpty else { return nil }
        return Reason(
            "refusal.points-missing",
            ["points": .list(missing.map { .number($0) }), "count": .number(missing.count)])
    }

    /// The first step that may be done clears the act; else the reason of the one that is nearest to its turn.
    private func refusal(ofAnyOf steps: [StepDefinition]) -> Reason? {
        guard !steps.isEmpty else {
            return Reason("refusal.act-not-in-workflow", ["act": act.payload.kind.asArgument])
        }
        let progress = TrackProgress(history: history, calendar: engine.calendar, today: today).standings()
        let standings = steps.compactMap { step in progress.lazy.flatMap(\.steps).first { $0.id == step.id } }
        if let mine = standings.first(where: { $0.mayBeDone && $0.roles.contains(act.role) && isAsked(at: $0) }) {
            return refusalToSplitVersion(at: mine)
        }
        if let other = standings.first(where: \.mayBeDone) {
            return refusalOfRole(among: other.roles) ?? refusalOfFunction(at: other)
        }
        let nearest = standings.first { $0.state == .waiting } ?? standings.last
        return nearest.map(refusalOfTurn)
    }

    /// A paraaf that was asked of one function is that function's alone.
    private func isAsked(at step: StepStanding) -> Bool {
        step.function == nil || step.function == act.standsFor
    }

    private func refusalOfFunction(at step: StepStanding) -> Reason? {
        step.function.map { Reason("refusal.asked-another", ["function": .text($0)]) }
    }

    /// Why it is not the turn of a step.
    func refusalOfTurn(_ step: StepStanding) -> Reason {
        var arguments: [String: Reason.Argument] = ["step": .label(step.label)]
        switch step.state {
        case .done:
            return Reason("refusal.step-done", arguments)
        case .skipped:
            arguments["reasons"] = .list(step.reasons.map { .phrase($0) })
            return Reason("refusal.step-skipped", arguments)
        case .waiting, .open, .blocked:
            arguments["reasons"] = .list(step.reasons.map { .phrase($0) })
            return Reason("refusal.step-waits", arguments)
        }
    }

    /// What is done with a frozen version is done with all of it.
    private func refusalToSplitVersion(at step: StepStanding) -> Reason? {
        guard let track = history.track(ofStep: step.id),
            definition.stage(track.stage)?.subject == .version,
            !act.sections.isEmpty, act.sections.count < history.facts.sections.count
        else { return nil }
        return Reason("refusal.version-is-whole", ["step": .label(step.label)])
    }
}
